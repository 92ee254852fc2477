// The cells of a sheet as a person sees them: texts, numbers, dates and the results of formulas, each as text.
import type { Package } from '../office/package.ts';
import { type CellFormat, unescaped, type Workbook } from './book.ts';

interface Cell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
  readonly hidden: boolean;
  readonly struck: boolean;
  readonly formula: boolean;
}

interface Around extends Pick<Workbook, 'since1904'> {
  readonly texts: readonly string[];
  readonly formats: readonly CellFormat[];
}

interface Open {
  readonly column: number;
  readonly type: string;
  readonly format: CellFormat | undefined;
  value: string;
  formula: boolean;
}

/** Blank cells are left out. */
export function visitCells(
  opened: Package,
  part: string,
  { around, cell: take }: { readonly around: Around; readonly cell: (cell: Cell) => void },
): boolean {
  const hiddenColumns: (readonly [number, number])[] = [];
  let [row, column, rowHidden, collects, spoken] = [0, 0, false, false, 0];
  let open: Open | undefined;
  return opened.visit(part, {
    open(name, attributes) {
      if (name === 'col' && isTrue(attributes['hidden'])) {
        hiddenColumns.push([Number(attributes['min']), Number(attributes['max'])]);
      } else if (name === 'row') {
        row = Number(attributes['r']) || row + 1;
        column = 0;
        rowHidden = isTrue(attributes['hidden']);
      } else if (name === 'c') {
        column = columnOf(attributes['r'] ?? '') ?? column + 1;
        const format = around.formats[Number(attributes['s'] ?? 0)];
        open = { column, type: attributes['t'] ?? 'n', format, value: '', formula: false };
      } else if (name === 'f' && open !== undefined) open.formula = true;
      else if (name === 'v' || name === 't') collects = true;
      else if (name === 'rPh') spoken += 1;
    },
    text(words) {
      if (collects && spoken === 0 && open !== undefined) open.value += words;
    },
    close(name) {
      if (name === 'v' || name === 't') collects = false;
      if (name === 'rPh') spoken -= 1;
      if (name !== 'c' || open === undefined) return;
      const at = open.column;
      const text = textOf(open, around).replaceAll('\r\n', '\n').trim();
      const hidden = rowHidden || hiddenColumns.some(([first, last]) => at >= first && at <= last);
      if (text !== '')
        take({ row, column: at, text, hidden, struck: open.format?.struck === true, formula: open.formula });
      open = undefined;
    },
  });
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** `AB12` is column 28. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference)?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf({ type, value, format }: Open, { texts, since1904 }: Around): string {
  if (type === 's') return texts[Number(value)] ?? '';
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  if (type === 'inlineStr' || type === 'str') return unescaped(value);
  if (type === 'n' && format?.date === true) return dateOf(Number(value), since1904) ?? value;
  return value;
}

const DAY = 86_400_000;
/** Day 0 by Excel's count, which knows a 29 February 1900 (ECMA-376, part 1, 18.17.4). */
const SINCE_1900 = Date.UTC(1899, 11, 30);
const SINCE_1904 = Date.UTC(1904, 0, 1);

function dateOf(days: number, since1904: boolean): string | undefined {
  if (!(days >= 1 && days < 2_958_466)) return undefined;
  const at = new Date((since1904 ? SINCE_1904 : SINCE_1900) + Math.round(days * DAY)).toISOString();
  return days % 1 === 0 ? at.slice(0, 10) : at.slice(0, 16).replace('T', ' ');
}
