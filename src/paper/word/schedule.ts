// The table of names in Word: its head on every page, no row over two, names whole.
import { Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, VerticalAlign, WidthType } from 'docx';
import type { ColumnHolds, ScheduleColumn, ScheduleTable } from '../document.ts';
import { NAME_SIZE } from '../measures.ts';
import { nameSetter, type SetName } from '../outputs/names.ts';
import { CELL_MARGINS, TABLE_BORDERS } from './blocks.ts';
import { type LongRows, MANY_ROWS, standIn } from './long-rows.ts';
import { runsOf } from './runs.ts';

const TWIPS = 20;
/** By what a column holds: styles carry the look of five thousand rows, so that rows need none of their own. */
const CELL_STYLES: Readonly<Partial<Record<ColumnHolds, string>>> = { number: 'TableNumber', name: 'TableName' };

interface Schedule {
  readonly table: Table;
  /** Absent: all of its rows stand in the table. */
  readonly rows?: LongRows;
}

export function scheduleTable({ columns, rows }: ScheduleTable): Schedule {
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map((column) =>
      cellOf({ ...column, holds: column.holds === 'name' ? 'words' : column.holds }, [
        new TextRun({ text: column.title, bold: true }),
      ]),
    ),
  });
  const setters = columns.map(
    ({ holds, width }, at): Setter =>
      holds === 'name'
        ? nameSetter(
            rows.map((row) => row[at] ?? ''),
            width,
          )
        : undefined,
  );
  const rowAt = (row: readonly string[]) => rowOf(row, columns, setters);
  const long = rows.length >= MANY_ROWS;
  const table = new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, { width }) => sum + width, 0) * TWIPS, type: WidthType.DXA },
    margins: CELL_MARGINS,
    columnWidths: columns.map(({ width }) => width * TWIPS),
    borders: columns.some(({ holds }) => holds === 'blank') ? BOXES : TABLE_BORDERS,
    rows: [head, ...(long ? [standIn()] : rows.map(rowAt))],
  });
  return { table, ...(long && { rows: { length: rows.length, row: (at) => rowAt(rows[at] ?? []) } }) };
}

const BOXES = { ...TABLE_BORDERS, insideVertical: TABLE_BORDERS.insideHorizontal };

type Setter = ((name: string) => SetName) | undefined;

function rowOf(row: readonly string[], columns: readonly ScheduleColumn[], setters: readonly Setter[]): TableRow {
  const isForm = columns.some(({ holds }) => holds === 'blank');
  return new TableRow({
    cantSplit: true,
    ...(isForm ? { height: { value: 520, rule: 'atLeast' as const } } : {}),
    children: columns.map((column, at) => {
      const text = row[at] ?? '';
      const set = setters[at]?.(text);
      return cellOf(column, set === undefined ? wordRuns(column, text) : nameRuns(set));
    }),
  });
}

function wordRuns({ holds }: ScheduleColumn, text: string): readonly TextRun[] {
  return runsOf(text, holds === 'displayed' ? { noProof: true } : {});
}

function nameRuns({ size, lines }: SetName): readonly TextRun[] {
  const look = { noProof: true, ...(size === NAME_SIZE ? {} : { size: size * 2 }) };
  return lines.map((line, at) => new TextRun({ ...look, text: line, ...(at === 0 ? {} : { break: 1 }) }));
}

function cellOf({ holds, width }: Pick<ScheduleColumn, 'holds' | 'width'>, runs: readonly TextRun[]): TableCell {
  return new TableCell({
    width: { size: width * TWIPS, type: WidthType.DXA },
    verticalAlign: VerticalAlign.CENTER,
    children: [new Paragraph({ style: CELL_STYLES[holds] ?? 'TableText', children: [...runs] })],
  });
}
