// The names as CSV (RFC 4180), a row a name. For people it begins with the mark by which spreadsheets know UTF-8 and no cell of it
// can become a formula; for scripts it is what is known and nothing else.
import { drop } from '../../model/text/harmless.ts';
import type { ReportRow } from '../documents.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';
import { type CellValue, NAME_COLUMNS } from '../report/name-columns.ts';
import type { FormatOptions } from './index.ts';

/** By it spreadsheets know UTF-8. */
const FOR_SHEETS = '\ufeff';

/** About one write. */
const PIECE = 64 * 1024;

export function* render({ cases }: Reports, { machine }: Pick<FormatOptions, 'machine'>): Iterable<string> {
  const line = machine ? machineLine : sheetLine;
  let piece = (machine ? '' : FOR_SHEETS) + line(NAME_COLUMNS.map(({ key }) => key));
  for (const report of cases) {
    for (const row of report.names) {
      piece += line(cellsOf(row, report, machine));
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece;
}

export type Sheet = Iterable<string>;

/** Any other sheet for people, as `render` writes that of the names. */
export function* sheetPieces(rows: Iterable<readonly string[]>): Sheet {
  let piece = FOR_SHEETS;
  for (const cells of rows) {
    piece += sheetLine(cells.map(drop));
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function cellsOf(row: ReportRow, report: CaseReport, machine: boolean): readonly string[] {
  return NAME_COLUMNS.map((column) =>
    textOf(column.of(row, report) ?? (machine ? null : (column.absent?.(row, report) ?? null))),
  );
}

/** Empty where there is nothing, and for scripts where it is not known. */
function textOf(value: CellValue): string {
  if (value === null) return '';
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : drop(`${value}`);
}

function machineLine(cells: readonly string[]): string {
  return `${cells.map(quoted).join(',')}\r\n`;
}

function sheetLine(cells: readonly string[]): string {
  return `${cells.map((cell) => quoted(guarded(cell))).join(',')}\r\n`;
}

/** What makes spreadsheets take a cell for a formula, also behind blanks and in full-width forms. */
const FORMULA = /^\s*[=+\-@|＝＋－＠｜]/;

function guarded(cell: string): string {
  return FORMULA.test(cell) ? `'${cell}` : cell;
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
