// `takedown lookup NAME…`: what was seen just now, source by source and never merged. Nothing of it is kept.
import { show } from '../model/harmless.ts';
import type { Name } from '../model/name.ts';
import { LOOKUP_KINDS, type Sighting } from '../model/observation.ts';
import { hang } from './layout.ts';
import { finished, type Surface } from './paint.ts';
import { nameWords } from './say.ts';
import { LOOKUP_TITLES, sightingWords } from './sighting-words.ts';

export interface LookedUp {
  readonly name: Name;
  readonly sightings: readonly Sighting[];
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
  for (const [at, { name, sightings }] of names.entries()) {
    if (at > 0) yield '';
    yield surface.paint.bold(nameWords(name));
    for (const kind of LOOKUP_KINDS) {
      const seen = sightings.filter(({ lookup }) => lookup === kind);
      if (seen.length > 0) yield `  ${LOOKUP_TITLES[kind]}`;
      for (const group of alike(seen)) yield* groupLines(group, surface);
    }
  }
}

interface Group {
  readonly servers: readonly string[];
  readonly failed: boolean;
  readonly words: readonly string[];
}

function* groupLines({ servers, failed, words }: Group, surface: Surface): Iterable<string> {
  yield* servers.map((server) => `    ${surface.paint.dim(server)}`);
  for (const statement of words) {
    const lines = hang('      ', statement, surface.width);
    yield* failed ? lines.map((line) => surface.paint.doubt(line)) : lines;
  }
}

/** Servers that said the same stand above one answer, in the order in which they were asked. */
function alike(sightings: readonly Sighting[]): readonly Group[] {
  const groups = new Map<string, { servers: string[]; failed: boolean; words: readonly string[] }>();
  for (const sighting of sightings) {
    const words = sightingWords(sighting);
    const group = groups.get(words.join('\n')) ?? { servers: [], failed: sighting.outcome === 'failure', words };
    groups.set(words.join('\n'), group);
    group.servers.push(show(sighting.server));
  }
  return [...groups.values()];
}
