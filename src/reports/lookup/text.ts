// `takedown lookup NAME…`: what was seen just now, source by source and never merged; servers that say the same are told
// once. Nothing of it is kept.

import type { Note } from '../../model/judged/progress.ts';
import type { Name } from '../../model/name.ts';
import { LOOKUP_KINDS, type LookupKind, type Sighting } from '../../model/seen/observation.ts';
import type { TraceRow } from '../../model/seen/trace.ts';
import { show } from '../../model/text/harmless.ts';
import { hang, padEnd, widest } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import { nameWords, wordWords } from '../say.ts';
import { LOOKUP_TITLES, sightingWords, wasIdle } from './sighting-words.ts';
import { traceLines } from './trace.ts';

export interface LookedUp {
  readonly name: Name;
  readonly sightings: readonly Sighting[];
  /** What is wrong with it, as far as that needs no order. */
  readonly notes: readonly Note[];
  /** Absent where it was not asked for. */
  readonly trace?: readonly TraceRow[];
}

export interface LookupReport {
  readonly names: readonly LookedUp[];
  /** True when a network that is not the internet was asked. */
  readonly simulated: boolean;
}

export function lookupLines(report: LookupReport, surface: Surface): Iterable<string> {
  return finished(lines(report, surface), surface);
}

function* lines({ names, simulated }: LookupReport, surface: Surface): Iterable<string> {
  if (simulated) yield* [surface.paint.doubt('SIMULATED NETWORK'), ''];
  for (const [at, { name, sightings, notes, trace }] of names.entries()) {
    if (at > 0) yield '';
    yield surface.paint.bold(nameWords(name));
    for (const kind of LOOKUP_KINDS) {
      const seen = sightings.filter(({ lookup }) => lookup === kind);
      if (seen.length > 0) yield* kindLines(kind, seen, surface);
    }
    if (notes.length > 0) yield* noteLines(notes, surface);
    if (trace !== undefined) yield* ['', ...traceLines(trace, surface)];
  }
}

interface Group {
  readonly servers: readonly string[];
  readonly failed: boolean;
  readonly words: readonly string[];
}

function* kindLines(kind: LookupKind, seen: readonly Sighting[], surface: Surface): Iterable<string> {
  const groups = alike(seen);
  const agree = groups.length === 1 && seen.length > 1 ? ` · ${seen.length} of ${seen.length} servers agree` : '';
  yield '';
  yield `  ${LOOKUP_TITLES[kind]}${agree}`;
  for (const group of groups) yield* groupLines(group, groups.length > 1 ? seen.length : 0, surface);
}

function* groupLines({ servers, failed, words }: Group, of: number, surface: Surface): Iterable<string> {
  const share = of > 0 ? `${servers.length} of ${of}: ` : '';
  yield* hang('    ', share + servers.join(', '), surface.width).map((line) => surface.paint.dim(line));
  for (const statement of words) {
    const wrapped = hang('      ', statement, surface.width);
    yield* failed ? wrapped.map((line) => surface.paint.doubt(line)) : wrapped;
  }
}

function* noteLines(notes: readonly Note[], surface: Surface): Iterable<string> {
  yield '';
  yield surface.paint.bold('  Needs attention');
  const width = widest(notes.map(({ word }) => wordWords(word)));
  for (const { word, text } of notes) yield* hang(`    ${padEnd(wordWords(word), width)}  `, show(text), surface.width);
}

/** Servers that said the same stand above one answer, in the order in which they were asked. */
function alike(sightings: readonly Sighting[]): readonly Group[] {
  const groups = new Map<string, { servers: string[]; failed: boolean; words: readonly string[] }>();
  for (const sighting of sightings) {
    const words = sightingWords(sighting);
    const group = groups.get(words.join('\n')) ?? {
      servers: [],
      failed: sighting.outcome === 'failure' && !wasIdle(sighting),
      words,
    };
    groups.set(words.join('\n'), group);
    group.servers.push(show(sighting.server));
  }
  return [...groups.values()];
}
