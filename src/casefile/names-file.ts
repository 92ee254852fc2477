// Any list of names to names, for `takedown import`: what is a name is taken, what is none is told with its line, and
// nothing is repaired. Defanged names (evil[.]example) are refused with the reason: a person decides what was meant.
import { type Name, parseName } from '../model/name.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { problemList } from './problems.ts';
import { entriesOf, notAName } from './schedule.ts';
import { readText, SCHEDULE_LIMIT, type SourceText } from './source.ts';

export interface NamesReading {
  readonly found: readonly { readonly name: Name; readonly line: number }[];
  readonly refused: readonly { readonly text: string; readonly line: number; readonly reason: string }[];
  /** What was refused, with its place; bounded for people. */
  readonly problems: readonly Problem[];
  /** Names that stood there before; the first one is among those found. */
  readonly duplicates: readonly { readonly name: Name; readonly line: number; readonly firstLine: number }[];
}

export function readNames(source: SourceText): Checked<NamesReading> {
  const text = readText(source, SCHEDULE_LIMIT);
  if (!text.ok) return text;
  const entries = entriesOf(text.value);
  if (entries.problems.length > 0) return { ok: false, problems: entries.problems };
  const found: NamesReading['found'][number][] = [];
  const refused: NamesReading['refused'][number][] = [];
  const duplicates: NamesReading['duplicates'][number][] = [];
  const problems = problemList();
  const firstLine = new Map<Name, number>();
  for (const entry of entries.value) {
    const { text: written, line } = entry;
    const reading = parseName(written);
    if (!reading.ok) {
      const { reason } = reading;
      refused.push({ text: written, line, reason });
      problems.add('not-a-name', () => notAName(text.value, entry, reason));
      continue;
    }
    const { name } = reading;
    const earlier = firstLine.get(name);
    if (earlier === undefined) {
      firstLine.set(name, line);
      found.push({ name, line });
    } else duplicates.push({ name, line, firstLine: earlier });
  }
  return { ok: true, value: { found, refused, duplicates, problems: problems.all() }, problems: [] };
}
