// Tables without lines, by cli-table3, which knows the width of wide characters and of colours. On a terminal one column
// may be cut so that a row stays a row; piped, nothing is cut.
import Table from 'cli-table3';
import { truncate, widest } from './layout.ts';
import type { Surface } from './paint.ts';

export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** The column that gives way when the terminal is too narrow; at most one. */
  readonly gives?: true;
  /** Left out when even that is not enough; the lowest number first. Absent: always shown. */
  readonly drop?: number;
  readonly paint?: (text: string) => string;
  /** Dim where absent. */
  readonly titlePaint?: (text: string) => string;
}

const GAP = 2;
/** A column that gives way keeps this much. */
const LEAST = 18;

const NO_LINES = {
  top: '',
  'top-mid': '',
  'top-left': '',
  'top-right': '',
  bottom: '',
  'bottom-mid': '',
  'bottom-left': '',
  'bottom-right': '',
  left: '',
  'left-mid': '',
  mid: '',
  'mid-mid': '',
  right: '',
  'right-mid': '',
};

/** What is left of columns and rows on a surface of this width. */
function fitting(columns: readonly Column[], rows: readonly (readonly string[])[], room: number | undefined): Grid {
  const needs = columns.map((column, at) => widest([column.title, ...rows.map((row) => row[at] ?? '')]));
  const least = columns.reduce((sum, column, at) => sum + GAP + leastOf(column, needs[at] ?? 0), -GAP);
  const droppable = columns.filter((column) => column.drop !== undefined);
  const [first] = droppable.sort((a, b) => (a.drop ?? 0) - (b.drop ?? 0));
  if (room === undefined || least <= room || first === undefined) return { columns, rows, needs };
  const keep = (_: unknown, at: number): boolean => columns[at] !== first;
  return fitting(
    columns.filter(keep),
    rows.map((row) => row.filter(keep)),
    room,
  );
}

function leastOf(column: Column, need: number): number {
  return column.gives === true ? Math.min(LEAST, need) : need;
}

interface Grid {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  /** The width that each column would like. */
  readonly needs: readonly number[];
}

/** Cells are plain and harmless. Every line is indented by `indent` columns. */
export function tableLines(
  wanted: readonly Column[],
  cells: readonly (readonly string[])[],
  surface: Surface & { readonly indent?: number },
): readonly string[] {
  const indent = surface.indent ?? 2;
  const room = surface.width === undefined ? undefined : surface.width - indent;
  const { columns, rows, needs } = fitting(wanted, cells, room);
  const spare = room === undefined ? 0 : room - needs.reduce((sum, need) => sum + GAP + need, -GAP);
  const limits = columns.map((column, at) =>
    column.gives === true && spare < 0
      ? Math.max(leastOf(column, needs[at] ?? 0), (needs[at] ?? 0) + spare)
      : undefined,
  );
  const table = new Table({
    chars: { ...NO_LINES, middle: ' '.repeat(GAP) },
    style: { head: [], border: [], compact: true, 'padding-left': 0, 'padding-right': 0 },
    colAligns: columns.map((column) => column.align ?? 'left'),
    head: columns.map((column, at) => (column.titlePaint ?? surface.paint.dim)(truncate(column.title, limits[at]))),
  });
  for (const row of rows) {
    const cut = row.map((cell, at) => truncate(cell, limits[at]));
    table.push(cut.map((cell, at) => columns[at]?.paint?.(cell) ?? cell));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => ' '.repeat(indent) + line);
}
