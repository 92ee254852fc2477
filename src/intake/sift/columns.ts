// Which columns of a document's tables hold the names that are meant: by their heads, and without heads by what stands in them.
import type { PlacedLine } from '../placed.ts';
import { columnOf, type Flow, tableOf } from './flows.ts';
import { type Section, type Sections, sectionsOf } from './sections.ts';
import { NAME_COLUMN, OTHER_COLUMN } from './tables.ts';
import type { ReadLine } from './words.ts';

/** `names`: the names that are meant. `other`: surely not. `doubtful`: nobody can tell. */
type ColumnKind = 'names' | 'other' | 'doubtful';

/** What the column is in which a cell stands. */
export type ColumnKinds = (cell: PlacedLine) => ColumnKind | undefined;

interface Column {
  readonly key: string;
  readonly head: string;
  /** Whether what stands above says that other names are meant. */
  readonly other: boolean;
  readonly lines: Flow;
}

export function columnKinds(flows: readonly Flow[]): ColumnKinds {
  const tables = new Map<string, Flow[]>();
  for (const flow of flows) {
    const cell = flow[0]?.line;
    if (cell?.kind !== 'cell') continue;
    const table = tableOf(cell);
    tables.set(table, [...(tables.get(table) ?? []), flow]);
  }
  const kinds = new Map<string, ColumnKind>();
  const sections = new Map<string, Sections>();
  for (const [title, table] of tables) {
    // Rows of a page are those of its drawing: what stands above and below each other there is one table.
    if (table.some(([first]) => first?.line.place.page !== undefined)) addKinds(kinds, table.map(columnWith));
    else {
      const found = sectionsOf(table);
      sections.set(title, found);
      addSections(kinds, table, found);
    }
  }
  return (cell) => {
    const there = sections.get(tableOf(cell));
    return kinds.get(there === undefined ? columnOf(cell) : keyIn(cell, there.at(cell.place.row ?? 0)));
  };
}

function columnWith(lines: Flow): Column {
  const first = lines.findIndex(({ shape }) => shape !== 'none');
  const above = first === -1 ? lines : lines.slice(0, first);
  const head = above.map(({ text }) => text).join(' ');
  return { key: keyOfFirst(lines), head, other: OTHER_COLUMN.test(head), lines };
}

function keyOfFirst([first]: Flow): string {
  return first === undefined ? '' : columnOf(first.line);
}

function addKinds(kinds: Map<string, ColumnKind>, table: readonly Column[]): void {
  const first = table.find(isHeaded);
  const holding = table.filter(({ lines }) => lines.some(({ shape }) => shape !== 'none')).length;
  // A grid of names and nothing else, or a table of which nobody says what its columns are.
  const grid =
    holding <= 1 || table.every(({ lines }) => lines.every(({ shape, words }) => shape === 'list' || isNumber(words)));
  for (const column of table) kinds.set(column.key, kindOf(column, { first, grid }));
}

/** Where one table of a sheet has a head that speaks of names, those without one are not believed. */
function addSections(kinds: Map<string, ColumnKind>, table: readonly Flow[], { all: sections, at }: Sections): void {
  const columnsIn = columnsOf(table, { all: sections, at });
  const headed = sections.map((section) => columnsIn.get(section)?.some(isHeaded) === true);
  for (const [nth, section] of sections.entries()) {
    const columns = columnsIn.get(section) ?? [];
    if (headed[nth] === true || (nth === 0 && !headed.includes(true))) addKinds(kinds, columns);
    else for (const { key } of columns) kinds.set(key, 'doubtful');
  }
}

function columnsOf(table: readonly Flow[], { all, at }: Sections): ReadonlyMap<Section, readonly Column[]> {
  const columns = new Map<Section, Column[]>(all.map((section) => [section, []]));
  for (const flow of table) {
    const parts = new Map<Section | undefined, ReadLine[]>();
    for (const read of flow) {
      const section = at(read.line.place.row ?? 0);
      const part = parts.get(section);
      if (part === undefined) parts.set(section, [read]);
      else part.push(read);
    }
    for (const [section, lines] of parts) {
      const [first] = lines;
      if (section !== undefined && first !== undefined) columns.get(section)?.push(columnIn(section, first, lines));
    }
  }
  return columns;
}

function columnIn(section: Section, { line }: ReadLine, lines: Flow): Column {
  const column = line.place.column ?? 0;
  const head = section.head(column);
  const below = lines.filter(({ shape, text }) => shape !== 'none' || !head.includes(text));
  return { key: keyIn(line, section), head, other: section.isOther(column), lines: below };
}

function keyIn(cell: PlacedLine, section: Section | undefined): string {
  return `${columnOf(cell)} from ${section?.from}`;
}

function isHeaded({ head, other }: Column): boolean {
  return NAME_COLUMN.test(head) && !other;
}

interface Table {
  /** The first column whose head speaks of names. */
  readonly first: Column | undefined;
  /** It holds names and hardly anything else, so that no head is needed. */
  readonly grid: boolean;
}

/** Several columns of one head are columns of one list; of different heads, the first one is meant. */
function kindOf({ head, other }: Column, { first, grid }: Table): ColumnKind {
  if (other) return first === undefined ? 'doubtful' : 'other';
  if (NAME_COLUMN.test(head)) return isSameHead(head, first?.head ?? head) ? 'names' : 'doubtful';
  return first === undefined && grid ? 'names' : 'doubtful';
}

function isSameHead(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function isNumber(words: Flow[number]['words']): boolean {
  return words.every(({ text }) => /^#?\d+[.)]?$/.test(text));
}
