// A schedule's text to names with their places: plain text (one name a line, `#` comments) or CSV with a header. Read at
// line speed: a million names are an ordinary order against a botnet.
import { type Name, parseName } from '../model/name.ts';
import type { Checked, Place, Problem } from '../model/problem.ts';
import { csvEntries } from './csv.ts';
import { problem, problemList } from './problems.ts';
import { type ReadableText, readText, SCHEDULE_LIMIT, type SourceText } from './source.ts';

/** One entry of a list as it stands there, before anybody knows whether it is a name. */
export interface Entry {
  readonly text: string;
  readonly line: number;
  /** Where it starts in the file's text. */
  readonly start: number;
}

export interface ListedName {
  readonly name: Name;
  readonly unicode: string;
  readonly line: number;
  readonly start: number;
}

export interface ScheduleReading {
  readonly file: string;
  readonly names: readonly ListedName[];
  /** How many entries were no names, or repeated one. */
  readonly leftOut: number;
  place(name: ListedName): Place;
}

export function readSchedule(source: SourceText): Checked<ScheduleReading> {
  const text = readText(source, SCHEDULE_LIMIT);
  if (!text.ok) return text;
  const entries = entriesOf(text.value);
  if (entries.value.length === 0 && entries.problems.length > 0) return { ok: false, problems: entries.problems };
  const problems = problemList();
  const names: ListedName[] = [];
  const firstLine = new Map<string, number>();
  for (const entry of entries.value) {
    const reading = parseName(entry.text);
    const earlier = reading.ok ? firstLine.get(reading.name) : undefined;
    if (!reading.ok) problems.add('not-a-name', () => notAName(text.value, entry, reading.reason));
    else if (earlier !== undefined) {
      problems.add('duplicate-name', () => duplicate(text.value, entry, { name: reading.name, earlier }));
    } else {
      firstLine.set(reading.name, entry.line);
      names.push({ name: reading.name, unicode: reading.unicode, line: entry.line, start: entry.start });
      if (isReadOtherwise(entry.text, reading.unicode))
        problems.add('mapped-name', () => mappedName(text.value, entry, reading));
    }
  }
  return {
    ok: true,
    value: readingOf(text.value, names, entries.value.length - names.length),
    problems: [...entries.problems, ...problems.all()],
  };
}

function readingOf(text: ReadableText, names: readonly ListedName[], leftOut: number): ScheduleReading {
  return { file: text.file, names, leftOut, place: ({ start }) => text.place(start, endOfWord(text.text, start)) };
}

interface Entries {
  readonly value: readonly Entry[];
  readonly problems: readonly Problem[];
}

/** By the file's name: `.csv` has a header and quotes, anything else is a name a line. */
export function entriesOf(text: ReadableText): Entries {
  if (!/\.csv$/i.test(text.file)) return { value: lineEntries(text.text), problems: [] };
  const { entries, mistakes } = csvEntries(text.text);
  const problems = mistakes.map(({ code, says, start }) => problem(code, says, { place: text.place(start) }));
  return { value: entries, problems };
}

function lineEntries(text: string): Entry[] {
  const entries: Entry[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    line += 1;
    const feed = text.indexOf('\n', start);
    const end = feed === -1 ? text.length : feed;
    const whole = text.slice(start, end);
    const comment = whole.indexOf('#');
    const said = (comment === -1 ? whole : whole.slice(0, comment)).trim();
    if (said !== '') entries.push({ text: said, line, start: start + whole.indexOf(said) });
    start = end + 1;
  }
  return entries;
}

export function notAName(text: ReadableText, entry: Entry, reason: string): Problem {
  const shown = entry.text.length > 80 ? `${entry.text.slice(0, 80)}…` : entry.text;
  const place = text.place(entry.start, entry.start + entry.text.length);
  return problem('not-a-name', `"${shown}" ${reason}.`, { place });
}

const BEYOND_ASCII = /[\u0080-\uffff]/;

/** Of a name outside ASCII: more was changed than its capitals and a final dot, which are a matter of form. */
function isReadOtherwise(written: string, unicode: string): boolean {
  return BEYOND_ASCII.test(written) && written.toLowerCase().replace(/[.]$/, '') !== unicode;
}

function mappedName(text: ReadableText, entry: Entry, read: { name: Name; unicode: string }): Problem {
  const place = text.place(entry.start, entry.start + entry.text.length);
  return problem('mapped-name', `"${entry.text}" is read as ${read.unicode} (${read.name}).`, { place });
}

function duplicate(text: ReadableText, entry: Entry, seen: { name: Name; earlier: number }): Problem {
  const place = text.place(entry.start, entry.start + entry.text.length);
  return problem('duplicate-name', `${seen.name} stands on line ${seen.earlier} already.`, { place });
}

function endOfWord(text: string, start: number): number {
  const end = /[\s,"#]/g;
  end.lastIndex = start;
  return end.exec(text)?.index ?? text.length;
}

/** A schedule that cannot be found, told at the line that names it. `instead`: what stands in its place. */
export function missingSchedule(file: string, place: Place, instead: string | undefined): Problem {
  if (instead !== undefined) {
    return problem('not-readable', `"${file}" is no file of the case folder but ${instead}.`, { place });
  }
  return problem('file-missing', `The case folder has no file "${file}".`, { place });
}
