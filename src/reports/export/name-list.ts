// The names of one schedule as a list to hand over, in three forms: text, CSV, a workbook. Each can be imported again and says the
// same names then; the second column is headed so that nobody takes it for names of its own.
import type { ScheduledName } from '../../model/case/case.ts';
import { drop } from '../../model/text/harmless.ts';
import { MOST_ROWS } from '../sheet/sheet.ts';
import { workbookOctets } from '../sheet/workbook.ts';

export interface NameList {
  readonly title: string;
  readonly schedule: string;
  /** Such as `illustrative`. */
  readonly marks: readonly string[];
  readonly names: readonly ScheduledName[];
}

export const LIST_FORMATS = ['txt', 'csv', 'xlsx'] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** The first day that a zip can say: the same names are the same octets, whenever they are written. */
const AT = '1980-01-01T00:00:00Z';

/** About one write. */
const PIECE = 64 * 1024;

const PIECES: Readonly<Record<ListFormat, (list: NameList) => Iterable<string | Uint8Array>>> = {
  txt: ({ names }) => inPieces(names, ({ name }) => `${name}\n`),
  csv: csvPieces,
  xlsx: workbookPieces,
};

export function listPieces(format: ListFormat, list: NameList): Iterable<string | Uint8Array> {
  return PIECES[format](list);
}

/** A workbook has a limit; the other two have none. */
export function fits(format: ListFormat, { names }: Pick<NameList, 'names'>): boolean {
  return format !== 'xlsx' || names.length <= MOST_ROWS;
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. A name begins no formula; what it is displayed as has no comma. */
function* csvPieces({ names }: NameList): Iterable<string> {
  yield '\ufeffname,displayed as\r\n';
  yield* inPieces(names, (one) => `${one.name},${displayed(one) ?? ''}\r\n`);
}

function* workbookPieces({ title, schedule, marks, names }: NameList): Iterable<Uint8Array> {
  yield* workbookOctets({
    title: `${title}: ${schedule}`,
    header: [title, schedule, ...marks].join(' · '),
    at: AT,
    sheets: [
      {
        title: 'Names',
        columns: [
          { title: 'name', kind: 'text', width: 48 },
          { title: 'displayed as', kind: 'text', width: 32 },
        ],
        rows: rowsOf(names),
        table: true,
      },
    ],
  });
}

function* rowsOf(names: readonly ScheduledName[]): Iterable<readonly (string | null)[]> {
  for (const one of names) yield [one.name, displayed(one)];
}

function displayed({ name, unicode }: ScheduledName): string | null {
  return unicode === name ? null : drop(unicode);
}

function* inPieces(names: readonly ScheduledName[], line: (name: ScheduledName) => string): Iterable<string> {
  let piece = '';
  for (const one of names) {
    piece += line(one);
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}
