// What of a name needs attention, in words: `sinkholed on 17 Mar, now 203.0.113.9`. The lines themselves are gathered in
// worklist.ts; what a word means and how urgent it is stands in relief/words.ts.
import { monthWord } from '../calendar/local-date.ts';
import { localTime } from '../calendar/zone.ts';
import type { Instant } from '../model/instant.ts';
import type { Finding } from '../model/judged/finding.ts';
import type { NameProgress } from '../model/judged/progress.ts';
import { wordRow } from '../relief/words.ts';
import type { Reversion } from './changes.ts';
import { facetAt, nounOf } from './facets.ts';
import type { Registry } from './registry-rows.ts';
import { rankOf, type WorkList } from './worklist.ts';

interface AttentionTo {
  readonly row: NameProgress;
  readonly reversions: readonly Reversion[];
  readonly registry: Registry;
}

interface Reader {
  readonly asOf: Instant;
  readonly timeZone: string;
  /** False where no name was ever looked up: that is said once, of the case. */
  readonly checked: boolean;
}

export function attend(list: WorkList, to: AttentionTo, reader: Reader): void {
  const { row } = to;
  if (row.released) return;
  addReversion(list, to, reader);
  addFindings(list, to, reader);
  addNotes(list, row);
  const told = row.findings.some(({ word }) => word === 'expires-too-soon' || word === 'leaving-registry');
  if (row.expiring && !told) list.add({ word: 'expiring' }, row.name, () => expiryText(row));
}

const FAILS: ReadonlySet<string> = new Set(['stale-ds', 'ds-key-unsigned', 'signatures-out-of-time']);

/** That validating resolvers fail is already told by the DS that makes them. */
function addNotes(list: WorkList, row: NameProgress): void {
  const stale = row.findings.some(({ word }) => FAILS.has(word));
  for (const note of row.notes) {
    if (note.word === 'fails-at-resolver' && stale) continue;
    if (wordRow(note.word)?.urgency === 'quiet' || row.findings.some(({ word }) => word === note.word)) continue;
    list.add({ word: note.word }, row.name, () => note.text);
  }
}

function expiryText({ expires }: NameProgress): string {
  return expires === undefined ? 'on its way out of the registry' : `the registration ends on ${expires.slice(0, 10)}`;
}

const HAPPENED = { transferred: 'transferred', sinkholed: 'sinkholed' } as const;

/** One line a name: the gravest of what slipped back. */
function addReversion(list: WorkList, { row, reversions }: AttentionTo, reader: Reader): void {
  const [gravest] = reversions.toSorted((a, b) => rankOf(a.finding.word) - rankOf(b.finding.word));
  if (gravest === undefined) return;
  list.add({ word: 'reverted' }, row.name, () => {
    const facet = facetAt(gravest.finding);
    const was = facet === undefined ? `${nounOf(gravest.finding)} as ordered` : HAPPENED[facet];
    const now = gravest.finding.now ?? gravest.finding.reason;
    return `${was} on ${dayText(gravest.metAt, reader)}, now ${now}`;
  });
}

/** `17 Mar`, with the year where it is not the present one; on the court's clocks. */
function dayText(at: Instant, { asOf, timeZone }: Reader): string {
  const { date } = localTime(at, timeZone);
  const year = localTime(asOf, timeZone).date.slice(0, 4) === date.slice(0, 4) ? '' : ` ${date.slice(0, 4)}`;
  return `${Number(date.slice(8))} ${monthWord(date)}${year}`;
}

/** Words that are urgent by themselves. What has slipped back is told in its own line, unless it breaks users now. */
function addFindings(list: WorkList, { row, reversions, registry }: AttentionTo, { checked }: Reader): void {
  const told: string[] = [];
  for (const finding of row.findings) {
    const urgency = finding.verdict === 'met' ? 'quiet' : (wordRow(finding.word)?.urgency ?? 'quiet');
    if (urgency === 'quiet' || told.includes(finding.word)) continue;
    if (!checked && (finding.word === 'never-checked' || finding.word === 'not-yet-counted')) continue;
    if (finding.verdict === 'unknown' && isSettled(finding, row)) continue;
    if (isConsequence(finding, row)) continue;
    if (urgency !== 'alarm' && reversions.some((reversion) => reversion.finding.requirement === finding.requirement))
      continue;
    told.push(finding.word);
    list.add({ word: finding.word }, row.name, () => findingText(finding, registry));
  }
}

/** What the former servers answer needs no line as long as they are the ones that the name is delegated to. */
const OF_THE_SERVERS: ReadonlySet<string> = new Set(['outside-sinkhole', 'no-address', 'no-wildcard', 'lame']);

function isConsequence(finding: Finding, row: NameProgress): boolean {
  return OF_THE_SERVERS.has(finding.word) && row.findings.some(({ word }) => word === 'other-name-servers');
}

/** An answer that is missing from a question which others have answered: not yet. */
function isSettled(finding: Finding, row: NameProgress): boolean {
  const facet = facetAt(finding);
  return facet !== undefined && row[facet] === 'unmet';
}

function findingText({ reason, ask }: Finding, { recipient }: Registry): string {
  return ask === undefined || recipient === undefined ? reason : `${reason}; ask ${recipient.name} ${ask}`;
}
