// How wide the columns of the table of names are: what each needs at the least, and who gets what is left over.
import type { ColumnHolds, ScheduleColumn } from '../../paper/document.ts';
import { CELL_PADDING, NAME_ADVANCE, NAME_SIZE, SMALLEST_NAME, TEXT_WIDTH } from '../../paper/measures.ts';
import type { LetterValues, NameValues } from '../values/values.ts';

export interface Column {
  readonly title: string;
  readonly holds: ColumnHolds;
  /** The least width; the first of the widest asks takes what is left over. */
  readonly least: number;
  /** What is left over goes to the column that has the most to say. */
  readonly grows?: true;
  /** Of a column that is filled in by hand: what it is given where there is room. */
  readonly most?: number;
  readonly cell: (name: NameValues, row: number) => string;
}

/** Points that a character of the text's face takes in the size of the table: on the average, and in a word of wide ones. */
const WORD_ADVANCE = 4.6;
const WIDE_ADVANCE = 4.9;
/** What names are given at most, and what they can be set in, smaller; only a single long label can ask for more. */
const MOST_FOR_NAMES = 190;
const LEAST_FOR_NAMES = 140;
const SMALL_NAME = 7;
const WIDEST_WORDS = 130;
/** A longer word has to find its own way. */
const WIDEST_WORD = 190;

interface NameWidths {
  readonly wanted: number;
  readonly least: number;
}

export function widthsForNames({ names }: LetterValues): NameWidths {
  const widest = (texts: (name: string) => readonly string[], size: number) =>
    names.reduce((most, { name }) => Math.max(most, ...texts(name).map(({ length }) => length)), 0) *
    size *
    NAME_ADVANCE;
  const label = Math.ceil(widest((name) => name.split(/(?<=\.)/), SMALLEST_NAME)) + 2 * CELL_PADDING;
  const least = Math.min(Math.ceil(widest((name) => [name], SMALL_NAME)) + CELL_PADDING, LEAST_FOR_NAMES);
  const wanted = Math.min(Math.ceil(widest((name) => [name], NAME_SIZE)) + CELL_PADDING, MOST_FOR_NAMES);
  return { wanted: Math.max(wanted, label), least: Math.max(least, label) };
}

export function widthBeside(columns: readonly Column[], names: number): number {
  return TEXT_WIDTH - names - columns.reduce((sum, { holds, least }) => sum + (holds === 'name' ? 0 : least), 0);
}

/** No word runs out of its column. */
export function leastFor({ least, cell }: Column, { names }: LetterValues): number {
  const texts = new Set(names.map((name, row) => cell(name, row)));
  const longest = Math.max(0, ...[...texts].flatMap((text) => text.split(' ').map(({ length }) => length)));
  return Math.min(Math.max(least, Math.ceil(longest * WIDE_ADVANCE) + CELL_PADDING), WIDEST_WORD);
}

/** Names come first: what they do not need goes to the columns of words that would run over several lines, widest first. */
export function widthsOf(columns: readonly Column[], values: LetterValues): readonly ScheduleColumn[] {
  let left = widthBeside(columns, widthsForNames(values).wanted);
  const widths = new Map(columns.map((column) => [column, column.least]));
  for (const column of [...columns].sort((a, b) => b.least - a.least)) {
    const { least, holds, most = least } = column;
    const asked = holds === 'words' ? widthOfWords(column, values) : most;
    const more = Math.max(Math.min(asked - least, left), 0);
    left -= more;
    widths.set(column, least + more);
  }
  const widthOf = (column: Column) => (column.holds === 'name' ? 0 : (widths.get(column) ?? column.least));
  const others = columns.reduce((sum, column) => sum + widthOf(column), 0);
  return columns.map((column) => ({
    title: column.title,
    holds: column.holds,
    width: column.holds === 'name' ? TEXT_WIDTH - others : widthOf(column),
  }));
}

function widthOfWords({ grows, cell }: Column, { names }: LetterValues): number {
  const longest = names.reduce((length, name, row) => Math.max(length, cell(name, row).length), 0);
  return Math.min(Math.ceil(longest * WORD_ADVANCE) + CELL_PADDING, grows ? TEXT_WIDTH : WIDEST_WORDS);
}
