// Words to rows, the lines that an eye follows across the page, and rows to segments, which are cut where a column ends.
import type { Rule } from './painted.ts';
import { GAP, type Word } from './words.ts';

export interface Segment {
  readonly text: string;
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Of the row, from 0. */
  readonly row: number;
}

export interface Row {
  readonly y: number;
  readonly segments: readonly Segment[];
}

/** In parts of the letters' size. Blanks of a justified line seldom become as wide. */
const WIDE = 0.9;
/** So wide a gap needs no second one above or below it. */
const CHASM = 3;
const SAME_ROW = 0.4;
/** In points. */
const ALIGNED = 1.5;
/** How many rows up and down a column is looked for. */
const NEAR_ROWS = 3;
const COLUMN_ROWS = 15;

export interface Layout {
  readonly rules: readonly Rule[];
  /** The element of the document's structure that a mark belongs to; cells of a table differ in it. */
  readonly owner: (mark: string | undefined) => string | undefined;
}

export function rowsOf(words: readonly Word[], layout: Layout): readonly Row[] {
  const rows = clustered(words);
  const gaps = rows.map((row) => wideGaps(row));
  const starts = rows.map((row, at) => cutsOf(row, { at, gaps, layout, torn: isTorn(row) || isTorn(rows[at - 1]) }));
  const columns = rows.map((_, at) => startsAround(rows, starts, at));
  return rows.map((row, at) => {
    const cuts = new Set(starts[at]);
    for (const [index, word] of row.entries()) {
      const before = row[index - 1];
      const aligned = columns[at]?.some((left) => Math.abs(left - word.left) < 0.75) ?? false;
      if (before !== undefined && aligned && word.left - before.right > GAP * word.size) cuts.add(index);
    }
    const y = baseline(row);
    return { y, segments: segmentsOf(row, { cuts, row: at, y }) };
  });
}

function clustered(words: readonly Word[]): readonly (readonly Word[])[] {
  const rows: Word[][] = [];
  let y = Number.NEGATIVE_INFINITY;
  let size = 0;
  for (const word of [...words].sort((a, b) => a.y - b.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row === undefined || word.y - y > SAME_ROW * Math.max(size, word.size)) {
      rows.push([word]);
      [y, size] = [word.y, word.size];
    } else {
      row.push(word);
      if (word.size > size) [y, size] = [word.y, word.size];
    }
  }
  return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** Of the largest letters: small ones may be raised. */
function baseline(row: readonly Word[]): number {
  return row.reduce((largest, word) => (word.size > largest.size ? word : largest), row[0] ?? NO_WORD).y;
}

const NO_WORD = { size: 0, y: 0 };

interface Gap {
  /** The word after it. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
  readonly size: number;
}

function wideGaps(row: readonly Word[]): readonly Gap[] {
  return row.flatMap((word, index) => {
    const before = row[index - 1];
    if (before === undefined || word.left - before.right < WIDE * word.size) return [];
    return [{ index, left: before.right, right: word.left, size: word.size }];
  });
}

interface At {
  /** A word is broken at the end of this row or of the one before, so that the two are read as they run. */
  readonly torn: boolean;
  readonly at: number;
  readonly gaps: readonly (readonly Gap[])[];
  readonly layout: Layout;
}

function isTorn(row: readonly Word[] | undefined): boolean {
  return /[-\u00ad\u2010\u2011]$/.test(row?.at(-1)?.text ?? '');
}

/** The words that begin a segment, by their index. */
function cutsOf(row: readonly Word[], { at, gaps, layout, torn }: At): ReadonlySet<number> {
  const cuts = new Set<number>();
  const around = gaps
    .slice(Math.max(0, at - NEAR_ROWS), at)
    .concat(gaps.slice(at + 1, at + 1 + NEAR_ROWS))
    .flat();
  for (const gap of gaps[at] ?? []) {
    // Gaps of justified lines lie below each other by chance; columns begin at one place.
    const aligned = around.some((other) => Math.abs(gap.right - other.right) < ALIGNED);
    if (aligned || (!torn && gap.right - gap.left >= CHASM * gap.size)) cuts.add(gap.index);
  }
  for (const [index, word] of row.entries()) {
    const before = row[index - 1];
    if (before !== undefined && (parted(before, word, layout) || betweenRules(before, word, layout.rules)))
      cuts.add(index);
  }
  return cuts;
}

function parted(one: Word, other: Word, { owner }: Layout): boolean {
  const [a, b] = [owner(one.mark), owner(other.mark)];
  return a !== undefined && b !== undefined && a !== b;
}

function betweenRules(one: Word, other: Word, rules: readonly Rule[]): boolean {
  return rules.some(
    ({ box, upright }) =>
      upright &&
      box.left > one.right - 1 &&
      box.right < other.left + 1 &&
      box.top < one.y - one.size * 0.2 &&
      box.bottom > one.y - one.size * 0.5,
  );
}

/** Where columns begin in the rows nearby: seen twice. */
function startsAround(
  rows: readonly (readonly Word[])[],
  starts: readonly ReadonlySet<number>[],
  at: number,
): readonly number[] {
  const lefts: number[] = [];
  for (let row = Math.max(0, at - COLUMN_ROWS); row < Math.min(rows.length, at + COLUMN_ROWS + 1); row += 1)
    for (const index of starts[row] ?? []) lefts.push(rows[row]?.[index]?.left ?? Number.NaN);
  lefts.sort((a, b) => a - b);
  return lefts.filter((left, index) => left - (lefts[index - 1] ?? Number.NEGATIVE_INFINITY) < 0.75);
}

interface Cut {
  readonly cuts: ReadonlySet<number>;
  readonly row: number;
  readonly y: number;
}

function segmentsOf(words: readonly Word[], { cuts, row, y }: Cut): readonly Segment[] {
  const parts: Word[][] = [];
  for (const [index, word] of words.entries()) {
    const part = parts.at(-1);
    if (part === undefined || cuts.has(index)) parts.push([word]);
    else part.push(word);
  }
  return parts.map((part) => ({
    text: textOf(part),
    words: part,
    left: Math.min(...part.map(({ left }) => left)),
    right: Math.max(...part.map(({ right }) => right)),
    y,
    size: Math.max(...part.map(({ size }) => size)),
    row,
  }));
}

/** Words that touch are one, unless one is raised: the number of a footnote is no part of a name. */
function textOf(words: readonly Word[]): string {
  return words.reduce((text, word, index) => {
    const before = words[index - 1];
    if (before === undefined) return word.text;
    const touches = !before.blankAfter && word.left - before.right <= GAP * word.size;
    const level =
      Math.abs(before.y - word.y) <= 0.12 * word.size && Math.abs(before.size - word.size) < 0.15 * word.size;
    return `${text}${touches && level ? '' : ' '}${word.text}`;
  }, '');
}
