// The exhibits: Exhibit A, every name with what was seen of it; Exhibit B, the files of the record by their digests.
import type { Block, ScheduleColumn, ScheduleTable } from '../../paper/document.ts';
import { code, paragraph, plain } from '../paged/text.ts';
import { utcText } from '../report/report-words.ts';
import { MOST_ON_PAGES, shownNames } from '../report/shown-names.ts';
import type { DeclarationParts, Exhibit, NamesSheet } from './declaration.ts';
import { doneWords, nextWordsIn, seenWords } from './name-words.ts';
import type { Part } from './numbered.ts';

export function exhibitsPart({ report, exhibits, sheet }: DeclarationParts): Part {
  const all = report.names.length <= MOST_ON_PAGES;
  return {
    title: 'Exhibits',
    paragraphs: [
      [
        paragraph(
          all
            ? 'Exhibit A, at the end of this declaration, states of every listed name what was seen.'
            : `Exhibit A, at the end of this declaration, states what was seen of those names first of which something has to be done.`,
        ),
      ],
      ...(sheet === undefined ? [] : [sheetTold(sheet, report.names.length)]),
      [
        paragraph(
          exhibits.length === 0
            ? 'Exhibit B, the files of the record, is empty: there are none.'
            : 'Exhibit B is the files of the record that are listed here, each by its path in the folder of the case and by the SHA-256 digest of its octets, taken when this declaration was made.',
        ),
        ...exhibits.map((one, at) => exhibitLine(one, `B-${at + 1}`)),
      ],
    ],
  };
}

function sheetTold({ file, sha256 }: NamesSheet, names: number): readonly Block[] {
  return [
    paragraph(
      `Exhibit A-1, attached as a file, states the same of all ${names} listed names, a row each. It is identified by the SHA-256 digest of its octets: `,
      code(file),
      { kind: 'break' },
      code(sha256),
    ),
  ];
}

export function exhibitLine({ file, what, sha256, stated }: Exhibit, number: string): Block {
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
  const { report, sheet } = parts;
  const { rows, leftOut } = shownNames(report.names, MOST_ON_PAGES);
  const next = nextWordsIn(parts);
  const left =
    leftOut === 0
      ? []
      : [
          `${rows.length} of ${report.names.length} names stand here. The other ${leftOut} are in every count above, and each stands in Exhibit A-1, the sheet that ${sheet === undefined ? 'has to be' : 'is'} attached.`,
        ];
  return {
    title: 'Exhibit A: the names',
    notes: [
      `What was seen of each listed name as of ${utcText(report.asOf)}. Lines are those of the runs in Exhibit B${report.lastRun === null ? '' : `; where no run is named, of run ${report.lastRun.id}`}.`,
      ...left,
    ].map(plain),
    columns: COLUMNS,
    rows: rows.map((row) => [row.name, doneWords(row, report), seenWords(row, report), next(row)].map(plain)),
  };
}
