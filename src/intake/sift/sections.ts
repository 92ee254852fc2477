// Tables of a sheet: where one ends and the next begins below it, and which rows are their heads. Titles stand above a head, in any
// number, and say nothing of its columns unless they say that other names are meant.
import type { Flow } from './flows.ts';
import { cellsOver, lastUpTo, type Row, rowsOf, textIn } from './sheet-rows.ts';
import { NAME_COLUMN, NOT_MEANT, OF_OTHERS, OTHER_COLUMN, VAGUE_COLUMN } from './tables.ts';

export interface Section {
  /** The number of its first row; it ends where the next one begins. */
  readonly from: number;
  /** What its head says of a column; empty where it has none. */
  head(column: number): string;
  /** Whether something above says that names of others stand in a column. */
  isOther(column: number): boolean;
}

export interface Sections {
  /** From top to bottom, at least one. */
  readonly all: readonly Section[];
  /** The one in which a row lies. */
  at(row: number): Section | undefined;
}

/** A head or a title that stands further above the first entry of its table is none. */
const LOOKED_AT = 30;
/** A longer text is a sentence and no head of a column. */
const HEAD_LENGTH = 60;
/** A longer one by itself above a head is a title, and not the common head of some columns. */
const GROUP_LENGTH = 30;

/** Of one sheet, by its columns. */
export function sectionsOf(columns: readonly Flow[]): Sections {
  const rows = rowsOf(columns);
  const starts = [0];
  let [seen, after] = [false, 0];
  for (const [at, row] of rows.entries()) {
    if (isNamed(row) && (seen || !isHead(row))) [seen, after] = [true, at + 1];
    else if (seen && begins(row)) {
      starts.push(after);
      seen = false;
    }
  }
  const all = starts.map((start, nth) => sectionOf(rows.slice(start, starts[nth + 1])));
  const from = all.map((section) => section.from);
  return { all, at: (row) => all[lastUpTo(from, row)] };
}

function isNamed({ cells }: Row): boolean {
  return cells.some(({ shape }) => shape !== 'none');
}

/** Where no list has begun yet, a head may speak of a name: "Registrar (see iana.example)". */
function isHead({ cells, columns }: Row): boolean {
  const plain = cells.every(({ shape, text }) => shape !== 'list' && shape !== 'row' && text.length <= HEAD_LENGTH);
  return plain && columns.length > 1 && cells.some(({ shape, text }) => shape === 'none' && NAME_COLUMN.test(text));
}

/** Below names: a row that can only be the head or the title of another table. */
function begins({ cells, columns, apart }: Row): boolean {
  const says = (...patterns: readonly RegExp[]) =>
    cells.some(({ text }) => patterns.some((pattern) => pattern.test(text)));
  if (columns.length === 1) return apart && says(NAME_COLUMN, OTHER_COLUMN, NOT_MEANT);
  const heads = cells.every(({ text }) => text.length <= HEAD_LENGTH && !isNumber(text) && !isLabel(text));
  return heads && (apart || says(NAME_COLUMN, OTHER_COLUMN));
}

function isNumber(text: string): boolean {
  return /^\s*#?[\d.,/:-]+[.)]?\s*$/.test(text);
}

/** "Court:" has its value beside it, "Court: D.D.C." in it, and nothing below. */
function isLabel(text: string): boolean {
  return /^[^:]{1,40}:(?:\s|$)/.test(text);
}

function sectionOf(rows: readonly Row[]): Section {
  const first = rows.findIndex((row) => isNamed(row) && !isHead(row));
  const end = first === -1 ? rows.length : first;
  const above = rows.slice(Math.max(0, end - LOOKED_AT), end);
  const wide = rows.slice(end).some(({ columns }) => columns.length > 1);
  const [start, below] = headAmong(above, wide ? rows[end] : undefined);
  const heads = above.slice(start, below);
  const head = (column: number) => textIn(heads.map((row) => row.at(column)));
  const left = rows.reduce((least, { columns: [one = least] }) => Math.min(least, one), Number.MAX_SAFE_INTEGER);
  const isGroup = (row: Row) => !hasLabel(row) && !(wide && isTitle(row, left));
  const near = [...rightAbove(above, start).filter(isGroup), ...heads, ...above.slice(below)];
  const titles = above.filter((row) => !hasLabel(row));
  return {
    from: rows[0]?.number ?? 0,
    head,
    isOther(column) {
      const over = (those: readonly Row[]) => those.map((row) => textIn([cellsOver(row, column)]));
      if (over(above).some((text) => NOT_MEANT.test(text))) return true;
      if (over(titles).some(isOfOthers) || OTHER_COLUMN.test(over(near).join(' '))) return true;
      const vague = heads.length === 0 || VAGUE_COLUMN.test(head(column));
      return vague && OTHER_COLUMN.test(over(above).join(' '));
    },
  };
}

/** A title that speaks of domains says whose they are. */
function isOfOthers(text: string): boolean {
  return OF_OTHERS.test(text) && !/domain/i.test(text);
}

/**
 * Rows of several cells that follow each other, the last of them. Of a list of one column it is the last row; of a wider one, of which
 * `entry` is the first row, that only where it speaks of names and has some right below.
 */
function headAmong(above: readonly Row[], entry: Row | undefined): readonly [start: number, end: number] {
  const isWide = (row: Row | undefined) => row !== undefined && row.columns.length > 1 && !hasLabel(row);
  const last = above.findLastIndex(isWide);
  if (last === -1) {
    const one = above.at(-1);
    const isOne = one !== undefined && (entry === undefined || isHeadOver(one, entry));
    return [isOne ? above.length - 1 : above.length, above.length];
  }
  let start = last;
  while (above[start]?.apart === false && isWide(above[start - 1])) start -= 1;
  return [start, last + 1];
}

function isHeadOver({ cells, columns: [column = 0] }: Row, entry: Row): boolean {
  const says = cells.every(({ text }) => text.length <= GROUP_LENGTH && NAME_COLUMN.test(text));
  return says && entry.at(column).some(({ shape }) => shape !== 'none');
}

function hasLabel({ cells }: Row): boolean {
  return cells.some(({ text }) => isLabel(text));
}

/** Without a blank row between: what they say may be said of some of the columns. */
function rightAbove(above: readonly Row[], start: number): readonly Row[] {
  let from = start;
  while (from > 0 && above[from]?.apart === false) from -= 1;
  return above.slice(from, start);
}

/** One text at the left, too long for the common head of some columns. */
function isTitle({ columns, cells }: Row, left: number): boolean {
  return columns.length === 1 && columns[0] === left && (cells[0]?.text.length ?? 0) > GROUP_LENGTH;
}
