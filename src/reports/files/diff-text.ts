// What is to be changed in a file, as a unified diff: three lines around each change, what goes with -, what comes with +.
// It is for eyes; text from the file is made harmless, and what a screen would not show is written out.
import { show } from '../../model/text/harmless.ts';
import type { Paint } from '../paint.ts';

/** `before` absent: a line is put in before this one. `after` absent: the line is taken out. Texts bring their line ends. */
export interface LineChange {
  /** In the file as it is, from 1. */
  readonly line: number;
  readonly before?: string;
  readonly after?: string;
}

interface FileDiff {
  readonly file: string;
  /** The file as it is. */
  readonly text: string;
  /** In the order of the file. */
  readonly changes: readonly LineChange[];
}

const AROUND = 3;

export function* diffLines({ file, text, changes }: FileDiff, paint: Paint): Iterable<string> {
  yield paint.bold(`--- ${show(file)}`);
  yield paint.bold(`+++ ${show(file)}`);
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  let shift = 0;
  for (const hunk of hunksOf(changes)) {
    const first = Math.max(1, (hunk[0]?.line ?? 1) - AROUND);
    const rows = rowsOf(hunk, { lines, first });
    const [gone, come] = [rows.filter(([sign]) => sign !== '+').length, rows.filter(([sign]) => sign !== '-').length];
    yield paint.dim(`@@ -${gone === 0 ? first - 1 : first},${gone} +${first + shift},${come} @@`);
    for (const [sign, said] of rows) yield painted(sign, shown(said), paint);
    shift += come - gone;
  }
}

type Row = readonly [sign: ' ' | '-' | '+', text: string];

function hunksOf(changes: readonly LineChange[]): readonly (readonly LineChange[])[] {
  const hunks: LineChange[][] = [];
  for (const change of changes) {
    const last = hunks[hunks.length - 1];
    const before = last?.[last.length - 1];
    if (last !== undefined && before !== undefined && change.line - before.line <= 2 * AROUND) last.push(change);
    else hunks.push([change]);
  }
  return hunks;
}

/** Changed lines that follow one another are told together: first what goes, then what comes. */
function rowsOf(
  hunk: readonly LineChange[],
  { lines, first }: { readonly lines: readonly string[]; readonly first: number },
): readonly Row[] {
  const rows: Row[] = [];
  const coming: Row[] = [];
  let at = first;
  const upTo = (line: number) => {
    if (at >= line) return;
    rows.push(...coming.splice(0));
    for (; at < line; at += 1) rows.push([' ', (lines[at - 1] ?? '').replace(/\r$/, '')]);
  };
  for (const { line, before, after } of hunk) {
    upTo(line);
    if (before !== undefined) rows.push(['-', ended(before, after)]);
    if (after !== undefined) coming.push(['+', ended(after, before)]);
    if (before !== undefined) at = line + 1;
  }
  rows.push(...coming.splice(0));
  upTo(Math.min(lines.length, at + AROUND - 1) + 1);
  return rows;
}

/** A line end is shown where it is what is changed. */
function ended(text: string, other: string | undefined): string {
  const line = text.replace(/\n$/, '');
  const windows = line.endsWith('\r');
  return windows && (other === undefined || other.endsWith('\r\n')) ? line.slice(0, -1) : line;
}

function shown(line: string): string {
  return show(line.replaceAll('\t', '    ')).replace(/⏎$/, '\\r');
}

function painted(sign: Row[0], text: string, paint: Paint): string {
  if (sign === ' ') return ` ${text}`.trimEnd();
  return sign === '-' ? paint.bad(`-${text}`) : paint.good(`+${text}`);
}
