// Fixes in a list of names: how a name is written, and a name that stands there twice.
import { parseName } from '../../model/name.ts';
import { type Entry, entriesOf } from '../schedule.ts';
import type { ReadableText } from '../source.ts';
import { type Edit, type FileText, isCsv } from './fix.ts';
import { wantedName } from './wanted-name.ts';

export function nameForms(text: ReadableText): readonly Edit[] {
  const csv = isCsv(text);
  return entriesOf(text).value.flatMap((entry) => {
    const { start, end } = csv ? fieldOf(text.text, entry) : stretchOf(text.text, entry);
    const wanted = wantedName(text.text.slice(start, end));
    return wanted === undefined ? [] : [{ start, end, text: wanted }];
  });
}

/** The name with the blanks before it, and with those behind it where nothing else follows. */
function stretchOf(text: string, entry: Entry): { readonly start: number; readonly end: number } {
  const line = lineAround(text, entry.start);
  const from = text[line.start] === '\ufeff' ? line.start + 1 : line.start;
  const named = entry.start + entry.text.length;
  return { start: from, end: text.slice(named, line.end).trim() === '' ? line.end : named };
}

/** A field as it stands between its commas or quotes; nothing, where quotes are doubled in it. */
function fieldOf(text: string, { start, text: read }: Entry): { readonly start: number; readonly end: number } {
  const stop = /[",\r\n]/g;
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  return text.slice(start, end).trim() === read ? { start, end } : { start, end: start };
}

interface Line {
  readonly start: number;
  /** Where its text ends; the line break follows. */
  readonly end: number;
  readonly next: number;
}

function lineAround(text: string, at: number): Line {
  const start = text.lastIndexOf('\n', at - 1) + 1;
  const feed = text.indexOf('\n', at);
  if (feed === -1) return { start, end: text.length, next: text.length };
  return { start, end: text[feed - 1] === '\r' ? feed - 1 : feed, next: feed + 1 };
}

/** Lines that say nothing but a name that stands there already. One that says more is for people to look at. */
export function repeatedNames({ text }: FileText): readonly Edit[] {
  const first = new Map<string, Entry>();
  const csv = isCsv(text);
  return entriesOf(text).value.flatMap((entry) => {
    if (!parseName(entry.text).ok) return [];
    // One name in its two forms is for people: which of them stays is a choice.
    const form = wantedName(entry.text) ?? entry.text;
    const earlier = first.get(form);
    if (earlier === undefined) {
      first.set(form, entry);
      return [];
    }
    const { start, end, next } = lineAround(text.text, entry.start);
    const says = (one: Entry) => rest(text.text, one);
    const same = csv ? sameRow(says(entry), says(earlier)) : text.text.slice(start, end).trim() === entry.text;
    return same ? [{ start, end: next, text: '' }] : [];
  });
}

/** A row without its name. */
function rest(text: string, entry: Entry): string {
  const { start, end } = lineAround(text, entry.start);
  return `${text.slice(start, entry.start)}\n${text.slice(entry.start).slice(fieldLength(text, entry), end - entry.start)}`;
}

function fieldLength(text: string, entry: Entry): number {
  const { start, end } = fieldOf(text, entry);
  return end - start;
}

/** Quotes may reach over lines, so that a row with them is not compared. */
function sameRow(row: string, earlier: string): boolean {
  return row === earlier && !row.includes('"');
}
