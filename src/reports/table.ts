// Tables without lines. On a terminal one column may be cut and others left out so that a row stays a row; piped, nothing
// is cut. Our own, since cli-table3 took a sixth of an empty `node` to load and to draw what are three columns of padding.
import { padEnd, padStart, truncate, widest } from './layout.ts';
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
export function* tableLines(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  surface: Surface & { readonly indent?: number },
): Iterable<string> {
  const indent = ' '.repeat(surface.indent ?? 2);
  const room = surface.width === undefined ? undefined : surface.width - indent.length;
  const grid = fitting(columns, rows, room);
  const widths = widthsOf(grid, room);
  const line = (cells: readonly Cell[]): string =>
    indent + cells.map((cell, at) => drawn(cell, grid.columns[at]?.align, widths[at] ?? 0)).join(' '.repeat(GAP));
  yield line(grid.columns.map(({ title, titlePaint }) => ({ text: title, paint: titlePaint ?? surface.paint.dim })));
  for (const row of grid.rows) yield line(row.map((text, at) => ({ text, paint: grid.columns[at]?.paint })));
}

interface Cell {
  readonly text: string;
  readonly paint: ((text: string) => string) | undefined;
}

/** Colour goes on the text alone, so that it neither counts nor underlines the padding. */
function drawn({ text, paint }: Cell, align: Column['align'], width: number): string {
  const cut = truncate(text, width);
  const padded = align === 'right' ? padStart(cut, width) : padEnd(cut, width);
  return paint === undefined || cut === '' ? padded : padded.replace(cut, () => paint(cut));
}

function widthsOf({ columns, needs }: Grid, room: number | undefined): readonly number[] {
  const spare = room === undefined ? 0 : room - needs.reduce((sum, need) => sum + GAP + need, -GAP);
  return columns.map((column, at) => {
    const need = needs[at] ?? 0;
    return column.gives === true && spare < 0 ? Math.max(leastOf(column, need), need + spare) : need;
  });
}
