// The exhibits: Exhibit A, every name with what was seen of it; Exhibit B, the files of the record by their digests.
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Block, ScheduleColumn, ScheduleTable } from '../../paper/document.ts';
import type { ReportRow } from '../documents.ts';
import { code, paragraph, plain } from '../paged/text.ts';
import { courtText, facetWords, utcText } from '../report-words.ts';
import { VERDICT_WORDS, wordWords } from '../say.ts';
import { MOST_ON_PAGES, shownNames } from '../shown-names.ts';
import { citationWords } from './citations.ts';
import type { DeclarationParts, Exhibit } from './declaration.ts';
import type { Part } from './numbered.ts';

export function exhibitsPart({ exhibits }: DeclarationParts): Part {
  return {
    title: 'Exhibits',
    paragraphs: [
      [paragraph('Exhibit A, at the end of this declaration, states of every listed name what was seen.')],
      [
        paragraph(
          exhibits.length === 0
            ? 'Exhibit B, the files of the record, is empty: there are none.'
            : 'Exhibit B is the files of the record that are listed here, each by its path in the folder of the case and by the SHA-256 digest of its octets, taken when this declaration was made.',
        ),
        ...exhibits.map(exhibitLine),
      ],
    ],
  };
}

function exhibitLine({ file, what, sha256, stated }: Exhibit, at: number): Block {
  const number = `B-${at + 1}`;
  if (sha256 === null) return paragraph(`${number}. ${what}: `, code(file), ': the file is not there.');
  const differs = stated !== undefined && stated !== sha256 ? ' The record states another digest: ' : '';
  const beside = differs === '' ? [] : [differs, code(stated ?? '')];
  return paragraph(`${number}. ${what}: `, code(file), { kind: 'break' }, code(sha256), ...beside);
}

/** Points; together the width of a page's text. */
const COLUMNS: readonly ScheduleColumn[] = [
  { title: 'Name', holds: 'name', width: 112 },
  { title: 'Everything ordered', holds: 'words', width: 50 },
  { title: 'What was seen, and where the record shows it', holds: 'words', width: 226 },
  { title: 'Next step', holds: 'words', width: 80 },
];

export function namesExhibit(parts: DeclarationParts): ScheduleTable {
  const { report } = parts;
  const { rows, leftOut } = shownNames(report.names, MOST_ON_PAGES);
  const left =
    leftOut === 0
      ? []
      : [
          `${rows.length} of ${report.names.length} names stand here. The other ${leftOut} are in every count above, and each stands in the sheet that has to be attached.`,
        ];
  return {
    title: 'Exhibit A: the names',
    notes: [
      `What was seen of each listed name as of ${utcText(report.asOf)}. Lines are those of the runs in Exhibit B${report.lastRun === null ? '' : `; where no run is named, of run ${report.lastRun.id}`}.`,
      ...left,
    ].map(plain),
    columns: COLUMNS,
    rows: rows.map((row) =>
      [row.name, doneWords(row), seenWords(row, report.lastRun?.id), nextWords(row, report)].map(plain),
    ),
  };
}

function doneWords({ released, doneVerdict, observedAt }: ReportRow): string {
  return !released && observedAt === null && doneVerdict === 'unknown'
    ? 'unknown: never looked up'
    : facetWords(doneVerdict, released);
}

/** Each sentence about a name is a finding, with what it rests on; where it rests on nothing, it says so. */
export function seenWords(row: ReportRow, newest: string | undefined): string {
  const { name, unicode, released, findings, observedAt, reverted } = row;
  const displayed = unicode === name ? '' : `Displayed as ${unicode}. `;
  if (released) return `${displayed}Released: no order in force requires anything of it.`;
  const nothing = observedAt === null && findings.every(({ citations }) => citations.length === 0);
  if (nothing) return `${displayed}Never looked up: nothing is stated of it.`;
  const back = reverted ? 'Seen as ordered by an earlier run, and otherwise since. ' : '';
  const never = observedAt === null ? 'Never looked up. ' : '';
  const said = findings.map(({ relief, verdict, reason, citations }) => {
    const cited = citations.length === 0 ? 'no line of the record' : citationWords(citations, newest);
    return `${wordWords(relief)}, ${VERDICT_WORDS[verdict]}: ${reason} [${cited}]`;
  });
  return `${displayed}${back}${never}${said.join('; ')}`.trim();
}

function nextWords(row: ReportRow, report: DeclarationParts['report']): string {
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
  return [...new Set(steps)].join('; ');
}
