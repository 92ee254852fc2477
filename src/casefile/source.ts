// The text of an input file and the places in it. Files in, characters and lines out: strict UTF-8 with or without a BOM
// (RFC 3629), never guessed into another encoding. The octets are handed in; which file they come from is the store's affair.
import type { Checked, Place, Problem } from '../model/problem.ts';
import { problem } from './problems.ts';

/** A file as the store read it. `file` is what people call it: relative to the working folder. */
export interface SourceText {
  readonly file: string;
  readonly octets: Uint8Array;
}

/** A file's text with the means to say where something stands in it. */
export interface ReadableText {
  readonly file: string;
  readonly text: string;
  /** The place of a stretch of `text`, cut to the line on which it starts. */
  place(start: number, end?: number): Place;
}

const MEBIBYTE = 1_048_576;

/** People write case files by hand; a thousand paragraphs fit. */
export const CASE_FILE_LIMIT = MEBIBYTE;
/** A million names of the greatest length that lists have in practice. */
export const SCHEDULE_LIMIT = 64 * MEBIBYTE;
/** Years of entries, one a line. */
export const JOURNAL_LIMIT = 4 * MEBIBYTE;

/** An excerpt is shown on a screen: what lies further off than this on a long line is left out. */
const EXCERPT_LIMIT = 400;

export function readText(source: SourceText, limit: number): Checked<ReadableText> {
  const { file, octets } = source;
  if (octets.length > limit) return refused(tooLarge(source, limit));
  const encoding = foreignEncoding(octets);
  if (encoding !== undefined) {
    return refused(problem('wrong-encoding', `${file} is ${encoding}, not UTF-8.`, { place: topOf(file) }));
  }
  const text = decode(octets);
  if (text === undefined) return refused(notUtf8(source));
  const value = readable(file, text);
  const nul = text.indexOf('\0');
  if (nul === -1) return { ok: true, value, problems: [] };
  const message = `${file} has a NUL character in it: it is not a text file.`;
  return refused(problem('nul-character', message, { place: value.place(nul) }));
}

/** Text that is already in hand, such as a test's or what a person typed. */
export function readable(file: string, text: string): ReadableText {
  const lines = linesOf(file, text);
  return { file, text, place: (start, end = start + 1) => placeIn(lines, start, end) };
}

/** The beginning of a file, for a problem of the file as a whole. */
export function topOf(file: string): Place {
  return { file, line: 1, column: 1, length: 1, excerpt: '' };
}

function refused(one: Problem): { ok: false; problems: readonly Problem[] } {
  return { ok: false, problems: [one] };
}

function tooLarge({ file, octets }: SourceText, limit: number): Problem {
  const message = `${file} has ${octets.length} octets; no more than ${limit} are read.`;
  return problem('file-too-large', message, { place: topOf(file) });
}

/** Encodings that announce themselves: UTF-16 and UTF-32 by their byte order mark, or by the NUL beside each letter. */
function foreignEncoding(octets: Uint8Array): string | undefined {
  const [a, b, c, d] = octets;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32' : 'UTF-16';
  if (a === 0xfe && b === 0xff) return 'UTF-16';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32';
  if (octets.length >= 4 && ((a === 0 && b !== 0 && c === 0) || (a !== 0 && b === 0 && d === 0))) return 'UTF-16';
  return undefined;
}

function decode(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

function notUtf8(source: SourceText): Problem {
  const bad = firstBadOctet(source.octets);
  const before = new TextDecoder('utf-8').decode(source.octets.subarray(Math.max(0, bad - MEBIBYTE), bad));
  const line = 1 + countOctet(source.octets.subarray(0, bad), 0x0a);
  const excerpt = before.slice(before.lastIndexOf('\n') + 1).slice(-EXCERPT_LIMIT);
  const octet = (source.octets[bad] ?? 0).toString(16).padStart(2, '0');
  const place = { file: source.file, line, column: [...excerpt].length + 1, length: 1, excerpt: `${excerpt}\ufffd` };
  const message = `${source.file} is not UTF-8: octet ${octet} here is no part of a character. It looks like Latin-1 or Windows-1252.`;
  return problem('wrong-encoding', message, { place });
}

/** Halves towards the shortest beginning that does not decode; a cut in the middle of a character is not an error. */
function firstBadOctet(octets: Uint8Array): number {
  let good = 0;
  let bad = octets.length;
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    if (decodes(octets.subarray(0, middle))) good = middle;
    else bad = middle;
  }
  return startOfCharacter(octets, bad - 1);
}

/** What fails to decode is found at the octet that does not continue a character: the wrong one may be its beginning. */
function startOfCharacter(octets: Uint8Array, at: number): number {
  for (let back = 1; back <= 3 && back <= at; back += 1) {
    const octet = octets[at - back] ?? 0;
    if (octet >= 0xc0) return decode(octets.subarray(at - back, at)) === undefined ? at - back : at;
    if (octet < 0x80) return at;
  }
  return at;
}

function decodes(octets: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(octets, { stream: true });
    return true;
  } catch {
    return false;
  }
}

function countOctet(octets: Uint8Array, wanted: number): number {
  let count = 0;
  for (let at = octets.indexOf(wanted); at !== -1; at = octets.indexOf(wanted, at + 1)) count += 1;
  return count;
}

function placeIn(lines: Lines, start: number, end: number): Place {
  const { file, text } = lines;
  const line = lines.lineAt(start);
  const lineStart = lines.startOf(line);
  const lineEnd = endOfLine(text, start);
  const length = Math.max(1, characters(text.slice(start, Math.min(end, lineEnd, start + EXCERPT_LIMIT))));
  const column = characters(text.slice(lineStart, start)) + 1;
  return { file, line, column, length, ...excerptOf({ text, lineStart, lineEnd, start }) };
}

/** The line, or of a long one the part around the place, with the column at which that part starts. */
function excerptOf(at: { text: string; lineStart: number; lineEnd: number; start: number }): {
  excerpt: string;
  excerptColumn?: number;
} {
  const { text, lineStart, lineEnd, start } = at;
  if (lineEnd - lineStart <= EXCERPT_LIMIT) return { excerpt: text.slice(lineStart, lineEnd) };
  const from = Math.max(lineStart, start - EXCERPT_LIMIT / 2);
  const excerpt = text.slice(from, Math.min(lineEnd, from + EXCERPT_LIMIT));
  return from === lineStart ? { excerpt } : { excerpt, excerptColumn: characters(text.slice(lineStart, from)) + 1 };
}

function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed === -1) return text.length;
  return text[feed - 1] === '\r' && feed > from ? feed - 1 : feed;
}

interface Lines {
  readonly file: string;
  readonly text: string;
  lineAt(offset: number): number;
  startOf(line: number): number;
}

/** Where the lines start is found out once, when the first place is asked for: most files have no problem. */
function linesOf(file: string, text: string): Lines {
  let starts: number[] | undefined;
  const all = () => {
    starts ??= lineStarts(text);
    return starts;
  };
  return { file, text, lineAt: (offset) => lastAtOrBefore(all(), offset), startOf: (line) => all()[line - 1] ?? 0 };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** The number, from 1, of the last start that is not behind the offset. */
function lastAtOrBefore(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Characters as people count them on a line: a surrogate pair is one. Most lines have none, and some are very long. */
function characters(text: string): number {
  if (!/[\ud800-\udbff]/.test(text)) return text.length;
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
