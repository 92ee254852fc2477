// Which columns of a document's tables hold the names that are meant: by their heads, and without heads by what stands in them.
import type { PlacedLine } from '../placed.ts';
import { columnOf, type Flow, tableOf } from './flows.ts';
import { NAME_COLUMN, OTHER_COLUMN } from './tables.ts';

/** `names`: the names that are meant. `other`: surely not. `doubtful`: nobody can tell. */
export type ColumnKind = 'names' | 'other' | 'doubtful';

interface Column {
  readonly key: string;
  readonly table: string;
  readonly head: string;
  readonly lines: Flow;
}

export function columnKinds(flows: readonly Flow[]): ReadonlyMap<string, ColumnKind> {
  const columns = flows.flatMap((lines) => {
    const cell = lines[0]?.line;
    return cell?.kind === 'cell' ? [columnWith(cell, lines)] : [];
  });
  const kinds = new Map<string, ColumnKind>();
  for (const table of new Set(columns.map((column) => column.table))) {
    const ofTable = columns.filter((column) => column.table === table);
    for (const column of ofTable) kinds.set(column.key, kindOf(column, ofTable));
  }
  return kinds;
}

function columnWith(cell: PlacedLine, lines: Flow): Column {
  const first = lines.findIndex(({ shape }) => shape !== 'none');
  const above = first === -1 ? lines : lines.slice(0, first);
  return { key: columnOf(cell), table: tableOf(cell), head: above.map(({ text }) => text).join(' '), lines };
}

function kindOf(column: Column, table: readonly Column[]): ColumnKind {
  const headed = table.some(({ head }) => NAME_COLUMN.test(head) && !OTHER_COLUMN.test(head));
  if (OTHER_COLUMN.test(column.head)) return headed ? 'other' : 'doubtful';
  if (NAME_COLUMN.test(column.head)) return isFirstOfItsHead(column, table) ? 'names' : 'doubtful';
  if (headed) return 'doubtful';
  const holding = table.filter(({ lines }) => lines.some(({ shape }) => shape !== 'none'));
  if (holding.length <= 1) return 'names';
  // A grid of names and nothing else, or a table of which nobody says what its columns are.
  const grid = table.every(({ lines }) => lines.every(({ shape, words }) => shape === 'list' || isNumber(words)));
  return grid ? 'names' : 'doubtful';
}

/** Several columns of one head are columns of one list; of different heads, the first one is meant. */
function isFirstOfItsHead({ head }: Column, table: readonly Column[]): boolean {
  const first = table.find((one) => NAME_COLUMN.test(one.head) && !OTHER_COLUMN.test(one.head));
  return first === undefined || first.head.trim().toLowerCase() === head.trim().toLowerCase();
}

function isNumber(words: Flow[number]['words']): boolean {
  return words.every(({ text }) => /^#?\d+[.)]?$/.test(text));
}
