// What a declaration says of one name, on paper and in the sheet that is attached: whether all is done, what was seen and where the
// record shows it, and what comes next.
import { type Instant, isBefore } from '../../model/instant.ts';
import { upperFirst } from '../../model/text/phrase.ts';
import type { NextStepRow, ReportRow } from '../documents.ts';
import { PURPOSE_WORDS } from '../letter/purpose-words.ts';
import { courtText, facetWords } from '../report/report-words.ts';
import { neverLookedWords, VERDICT_WORDS, wordWords } from '../say.ts';
import { citationWords } from './citations.ts';
import type { DeclarationParts } from './declaration.ts';

type CaseSeen = Pick<DeclarationParts['report'], 'ahead' | 'lastRun'>;

export function doneWords({ released, doneVerdict, observedAt }: ReportRow, report: CaseSeen): string {
  return !released && observedAt === null && doneVerdict === 'unknown'
    ? `unknown: ${neverLookedWords(report)}`
    : facetWords(doneVerdict, released);
}

/** Each sentence about a name is a finding, with what it rests on; where it rests on nothing, it says so. */
export function seenWords(row: ReportRow, report: CaseSeen): string {
  const { name, unicode, released, findings, observedAt, reverted } = row;
  const displayed = unicode === name ? '' : `Displayed as ${unicode}. `;
  if (released) return `${displayed}Released: no order in force requires anything of it.`;
  const nothing = observedAt === null && findings.every(({ citations }) => citations.length === 0);
  const unseen = upperFirst(neverLookedWords(report));
  if (nothing) return `${displayed}${unseen}: nothing is stated of it.`;
  const back = reverted ? 'Seen as ordered by an earlier run, and otherwise since. ' : '';
  const never = observedAt === null ? `${unseen}. ` : '';
  const said = findings.map(({ relief, verdict, reason, citations }) => {
    const cited = citations.length === 0 ? 'no line of the record' : citationWords(citations, report.lastRun?.id);
    return `${wordWords(relief)}, ${VERDICT_WORDS[verdict]}: ${reason} [${cited}]`;
  });
  return `${displayed}${back}${never}${said.join('; ')}`.trim();
}

/** Of each name in turn: the steps are looked through once. */
export function nextWordsIn({ report, steps = [] }: DeclarationParts): (row: ReportRow) => string {
  const letters = new Map<string, NextStepRow[]>();
  for (const step of steps) {
    for (const name of step.names) letters.set(name, [...(letters.get(name) ?? []), step]);
  }
  return (row) => nextWords(row, { report, letters: letters.get(row.name) ?? [] });
}

interface Next {
  readonly report: DeclarationParts['report'];
  readonly letters: readonly NextStepRow[];
}

function nextWords(row: ReportRow, { report, letters }: Next): string {
  const { released, doneVerdict, observedAt, findings } = row;
  if (released || doneVerdict === 'met' || doneVerdict === 'not-ordered') return 'none';
  if (doneVerdict === 'unknown') return observedAt === null ? 'to be looked up' : 'to be looked up again';
  const unmet = findings.filter(({ verdict }) => verdict === 'unmet');
  const steps = unmet.map(({ order, paragraph: number, due }) => {
    const until =
      due === null
        ? 'no period runs'
        : `${isBefore(due as Instant, report.asOf as Instant) ? 'time ended' : 'time ends'} ${courtText(due, report)}`;
    return `to be done under ${order} ${number}: ${until}`;
  });
  const next = letters.map(
    ({ recipientName, step, from }) =>
      `next letter: ${PURPOSE_WORDS[step]} (${recipientName}), ${isBefore(from as Instant, report.asOf as Instant) ? 'since' : 'from'} ${courtText(from, report)}`,
  );
  return [...new Set([...steps, ...next])].join('; ');
}
