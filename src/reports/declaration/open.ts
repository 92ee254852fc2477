// What is not done: names that were seen otherwise than ordered, names that went back, names of which it is not known, and how the
// orders were departed from. Each name stands in Exhibit A with its reason and its citations.
import { type Instant, isBefore } from '../../model/instant.ts';
import { count } from '../../model/text/phrase.ts';
import type { Block } from '../../paper/document.ts';
import type { ReportRow } from '../documents.ts';
import { code, paragraph, table } from '../paged/text.ts';
import { CHANGE_WORDS, courtText, utcText } from '../report/report-words.ts';
import { neverCountedWords, wordWords } from '../say.ts';
import { citationWords } from './citations.ts';
import type { DeclarationParts } from './declaration.ts';
import type { Part } from './numbered.ts';

/** Of more the paragraph names only some; Exhibit A has each. */
const MOST_NAMED = 40;

export function openPart({ report }: DeclarationParts): Part {
  const { unmet } = report.totals.doneTally;
  const due = report.due.filter(({ open }) => open > 0);
  const rows = due.map((one) => [
    `${one.recipientName} (${one.reach}), ${one.order} ${one.paragraph}`,
    `${one.open} of ${one.names}, ${one.unknown} of them unknown`,
    one.due === null
      ? 'not running'
      : `${courtText(one.due, report)}${isBefore(one.due as Instant, report.asOf as Instant) ? ', passed' : ''}`,
    one.arithmetic ?? 'nothing shows when the period began',
  ]);
  return {
    title: 'Names not yet as ordered',
    paragraphs: [
      [
        paragraph(
          unmet === 0
            ? `As of ${utcText(report.asOf)} no listed name was seen to be otherwise than ordered. That is not a statement about names reported as unknown.`
            : `As of ${utcText(report.asOf)}, ${count(unmet, 'listed name')} ${unmet === 1 ? 'was' : 'were'} seen to be otherwise than ordered in at least one respect. Exhibit A states each with the reason, the next step and the lines of the record that show it.`,
        ),
        ...table(['Who is to act', 'Open names', 'Time', 'How it is counted'], rows),
      ],
      reverted(report),
    ],
  };
}

function reverted({ names, totals }: DeclarationParts['report']): readonly Block[] {
  const back: ReportRow[] = [];
  const all = totals.reverted;
  for (const row of names) {
    if (row.reverted && back.length < MOST_NAMED) back.push(row);
  }
  if (all === 0) return [paragraph('No name that an earlier run saw as ordered is reported as seen otherwise since.')];
  const text = all === 1 ? 'One name that' : `${all} names that`;
  const rows = back.map((row) => {
    const open = row.findings.filter(({ verdict }) => verdict === 'unmet');
    const said = open.map(({ relief, reason }) => `${wordWords(relief)}: ${reason}`).join('; ');
    return [row.name, said, citationWords(open.flatMap(({ citations }) => citations))];
  });
  return [
    paragraph(
      `${text} an earlier run saw as ordered ${all === 1 ? 'was' : 'were'} seen otherwise since (${CHANGE_WORDS.reverted}).${all > back.length ? ` ${back.length} of them stand here.` : ''}`,
    ),
    ...table(['Name', 'Seen', 'Record'], rows),
  ];
}

export function unknownPart({ report }: DeclarationParts): Part {
  const { totals, unknowns, damaged, unfinished } = report;
  const { unknown } = totals.doneTally;
  return {
    title: 'What could not be determined',
    paragraphs: [
      [
        paragraph(
          unknown === 0
            ? 'There is no listed name of which nothing is undone and something is unknown.'
            : `Of ${count(unknown, 'listed name')} it is not known whether everything ordered is done; ${totals.neverChecked} of them were ${neverCountedWords(report)}. Nothing is stated of them either way. Exhibit A has the reason for each.`,
        ),
        ...table(
          ['Why something is unknown', 'Names'],
          unknowns.map(({ word, names }) => [wordWords(word), names]),
        ),
      ],
      ...(damaged.length + unfinished.length === 0
        ? []
        : [
            [
              paragraph('Not counted, since it is damaged or unfinished:'),
              ...damaged.map(({ file, reason }) => paragraph(code(file), `: ${reason}`)),
              ...unfinished.map(({ id: run, started }) => paragraph(`run ${run}, begun ${utcText(started)}`)),
            ],
          ]),
    ],
  };
}
