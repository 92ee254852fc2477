// The layout of a problem for people: file:line:column and code, the line with a caret, what is wrong, what to do.
// Pure text, harmless for a terminal. Columns are the file's; the caret stands under what is shown of them.

import type { Place, Problem } from '../model/problem.ts';
import { show } from '../model/text/harmless.ts';
import { displayWidth, wrapWords } from '../model/text/width.ts';

/** Wide enough for a line of a case file, narrow enough for a terminal. */
const DEFAULT_WIDTH = 80;

export function renderProblems(problems: readonly Problem[], width = DEFAULT_WIDTH): string {
  return problems.map((one) => renderProblem(one, width)).join('\n');
}

/** Whole lines, the last one ended. */
export function renderProblem(one: Problem, width = DEFAULT_WIDTH): string {
  const { place, code, severity, message, hint } = one;
  const where = place === undefined ? '' : `${show(place.file)}:${place.line}:${place.column}  `;
  const head = `${where}${code}${severity === 'warning' ? '  (warning)' : ''}`;
  const excerpt = place === undefined || place.excerpt.trim() === '' ? [] : excerptLines(place, width);
  const prose = [message, ...(hint === undefined ? [] : [hint])].flatMap((text) =>
    wrapWords(show(text).split(' '), width - 2),
  );
  return [head, ...excerpt, ...prose.map((line) => `  ${line}`), ''].join('\n');
}

function excerptLines(place: Place, width: number): string[] {
  const gutter = `  ${place.line} | `;
  const { before, marked, after } = windowOf(place, Math.max(20, width - gutter.length));
  const blank = `${' '.repeat(gutter.length - 2)}| `;
  const caret = '^'.repeat(Math.max(1, displayWidth(marked)));
  return [`${gutter}${before}${marked}${after}`.trimEnd(), `${blank}${' '.repeat(displayWidth(before))}${caret}`];
}

interface Window {
  readonly before: string;
  readonly marked: string;
  readonly after: string;
}

/** The part of the line around the mark that fits, with … where something is left out. Each part is shown harmless. */
function windowOf(place: Place, room: number): Window {
  const letters = [...place.excerpt];
  const start = place.column - (place.excerptColumn ?? 1);
  const before = cells(letters.slice(0, start));
  const marked = cells(letters.slice(start, start + place.length));
  const after = cells(letters.slice(start + place.length));
  const shownMark = fromStart(marked, room);
  const left = room - displayWidth(shownMark.join(''));
  const shownBefore = fromEnd(before, Math.max(0, left - Math.min(displayWidth(after.join('')), left >> 1)));
  const shownAfter = fromStart(after, left - displayWidth(shownBefore.join('')));
  return { before: shownBefore.join(''), marked: shownMark.join(''), after: shownAfter.join('') };
}

/** Each letter as it is shown: a tab is two blanks, so that the caret below stands right. */
function cells(letters: readonly string[]): string[] {
  return letters.map((letter) => (letter === '\t' ? '  ' : show(letter)));
}

function fromStart(parts: readonly string[], room: number): string[] {
  const kept = fitting(parts, room);
  return kept.length === parts.length ? kept : [...fitting(parts, room - 1), '…'];
}

function fromEnd(parts: readonly string[], room: number): string[] {
  const backwards = [...parts].reverse();
  const kept = fitting(backwards, room);
  return kept.length === parts.length ? [...parts] : ['…', ...fitting(backwards, room - 1).reverse()];
}

function fitting(parts: readonly string[], room: number): string[] {
  let used = 0;
  const kept: string[] = [];
  for (const part of parts) {
    used += displayWidth(part);
    if (used > room) break;
    kept.push(part);
  }
  return kept;
}
