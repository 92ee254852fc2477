// One run from top to bottom: a name is handed on when its last line has come, and forgotten. The index, read first, says
// which line that is; what is held at a time are the names that the sweep had under way at a time. Lines of names that
// another part has are passed over as octets.
import { createHash, type Hash } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import type { Name } from '../model/name.ts';
import type { Observation } from '../model/observation.ts';
import { holds, isFirst, type Part } from '../model/part.ts';
import type { DamagedFile, Sighted } from '../model/record.ts';
import { noteDamage } from './damage.ts';
import { readPart } from './files.ts';
import { copyOf } from './json-text.ts';
import { linesOf, type Span } from './lines.ts';
import { passesOthers } from './others.ts';
import { lastLineOf } from './run-index.ts';
import { isResumedLine, openGroups, openLines } from './run-line.ts';
import type { WholeRun } from './run-list.ts';
import { rowTextsOf, uncovered } from './run-reading.ts';

/** Smaller runs are checked against their digest before anything of them is used; larger ones while they are read. */
export const CHECKED_FIRST = 1 << 24;

export interface Reading {
  readonly part: Part;
  /** Grows while runs are read. */
  readonly damaged: DamagedFile[];
}

export function* streamRun(run: WholeRun, { part, damaged }: Reading): Generator<Sighted> {
  const handle = openSync(run.path, 'r');
  const note = (reason: string) => noteDamage(damaged, run, reason);
  try {
    const pending = openPending(awaitedOf(run, handle, { part, note }), note);
    const hash = hashFor(run, part);
    const parseLine = openLines();
    // A string of its own, so that each id is put together of two and no more.
    const idStart = copyOf(`${run.id}#`);
    let number = 0;
    for (const { text, offset, passed } of linesOf(handle, spanOf(run, part, hash))) {
      number += passed;
      if (passed > 0) pending.pass();
      if (!text.startsWith('- ')) {
        if (isResumedLine(text)) pending.breakOff();
        continue;
      }
      number += 1;
      const observation = parseLine(text, idStart + number);
      if (observation === undefined) note(`observation ${number} cannot be read`);
      else if (!holds(part, observation.name)) pending.pass();
      else {
        const whole = pending.add(observation, offset);
        if (whole !== undefined) yield whole;
      }
    }
    pending.end();
    if (hash !== undefined && digestOf(run, handle, hash) !== run.foot.digest) note('the text differs from its digest');
  } finally {
    closeSync(handle);
  }
}
/** The whole text is one part's duty: the others would only read it once more. */
function hashFor(run: WholeRun, part: Part): Hash | undefined {
  return run.size > CHECKED_FIRST && isFirst(part) ? createHash('sha256') : undefined;
}

function spanOf(run: WholeRun, part: Part, hash: Hash | undefined): Span {
  const passes = passesOthers(part);
  return {
    from: 0,
    to: run.foot.indexAt,
    ...(hash && { watch: (octets: Uint8Array) => void hash.update(octets) }),
    ...(passes && { passes }),
  };
}

function digestOf(run: WholeRun, handle: number, hash: Hash): string {
  const end = run.size - uncovered(run);
  for (let at = run.foot.indexAt; at < end; at += PIECE) hash.update(readPart(handle, at, Math.min(PIECE, end - at)));
  return hash.digest('hex');
}

const PIECE = 1 << 19;

/** A name of the index until its last line has come. */
interface Awaited {
  readonly name: Name;
  readonly lastLine: number;
  seen: Observation[] | undefined;
}

interface AwaitedOf {
  readonly part: Part;
  readonly note: (reason: string) => void;
}

/**
 * Nothing is put in or taken out while the lines pass: what a map leaves behind when it grows or shrinks would keep
 * observations in memory that are long done with.
 */
function awaitedOf(run: WholeRun, handle: number, { part, note }: AwaitedOf): ReadonlyMap<string, Awaited> {
  const awaited = new Map<string, Awaited>();
  for (const text of rowTextsOf(run, handle, passesOthers(part))) {
    const end = lastLineOf(text);
    if (end === undefined) note('a row of its index cannot be read');
    else if (holds(part, end.name))
      awaited.set(end.name, { name: end.name as Name, lastLine: end.offset, seen: undefined });
  }
  return awaited;
}

interface Pending {
  add(observation: Observation, offset: number): Sighted | undefined;
  /** Lines of other parts came. */
  pass(): void;
  breakOff(): void;
  end(): void;
}

function openPending(awaited: ReadonlyMap<string, Awaited>, note: (reason: string) => void): Pending {
  const groups = openGroups<Observation>();
  let missing = awaited.size;
  let isResumed = false;
  return {
    pass: groups.breakOff,
    breakOff() {
      isResumed = true;
      groups.breakOff();
    },
    add(observation, offset) {
      const group = groups.add(observation);
      const one = group && awaited.get(observation.name);
      if (group === undefined || one === undefined) return undefined;
      const { name, lastLine, seen = [] } = one;
      // Only a resumed run may hold a lookup of a name twice; the later group stands in for the earlier one.
      const observations = isResumed ? seen.filter(({ lookup }) => lookup !== observation.lookup) : seen;
      for (const line of group) observations.push(line);
      const isLast = lastLine === offset;
      one.seen = isLast ? undefined : observations;
      if (!isLast) return undefined;
      missing -= 1;
      return { name, observations };
    },
    end() {
      if (missing > 0) note('its index names lines that it does not have');
    },
  };
}
