// One run from top to bottom: a name is handed on when its last line has come, and forgotten. The index, read first, says
// which line that is (part.ts); what is held at a time are the names that the sweep had under way at a time. Names that
// another reader has pass by unread.
import { createHash } from 'node:crypto';
import { closeSync } from 'node:fs';
import type { DamagedFile, Sighted } from '../../model/judged/record.ts';
import { holds, type Part } from '../../model/part.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { fill } from '../disk/files.ts';
import { copyOf } from '../disk/json-text.ts';
import { linesOf } from '../disk/lines.ts';
import { openFile } from '../disk/open-file.ts';
import { isResumedLine, openGroups, openLines } from '../run-form/line.ts';
import { nameIn } from '../run-form/name-index.ts';
import { noteDamage } from './damage.ts';
import type { WholeRun } from './list.ts';
import type { RunPart } from './part.ts';
import { uncovered } from './pieces.ts';

/** Smaller runs are checked against their digest before anything of them is used; larger ones while they are read. */
export const CHECKED_FIRST = 1 << 24;

export interface Reading {
  readonly part: Part;
  /** Whether the digest of a large run is this reader's to make: it is the duty of one of several. */
  readonly checks: boolean;
  /** Grows while runs are read. */
  readonly damaged: DamagedFile[];
}

/** `wanted` is what the reading's part has of the run, and is used up. */
export function* streamRun(run: WholeRun, wanted: RunPart, { part, checks, damaged }: Reading): Generator<Sighted> {
  const handle = openFile(run.path);
  const note = (reason: string) => noteDamage(damaged, run, reason);
  const { mixed, start = TOP, last = run.foot.indexAt, seam } = wanted;
  try {
    const pending = openPending(wanted, note);
    const digest = checks && run.size > CHECKED_FIRST ? openDigest(run, handle) : undefined;
    const parseLine = openLines();
    // A string of its own, so that each id is put together of two and no more.
    const idStart = copyOf(`${run.id}#`);
    const span = { from: start[1], to: run.foot.indexAt, shared: true, ...(digest && { watch: digest.watch }) };
    let number = start[0] - 1;
    for (const { text, offset } of linesOf(handle, span)) {
      if (offset > last) break;
      if (!text.startsWith('- ')) {
        if (isResumedLine(text)) pending.breakOff();
        continue;
      }
      number += 1;
      if (offset === seam?.[1] && number !== seam[0]) note('its index does not number the lines as they stand');
      if (mixed && !mayHold(part, text)) {
        pending.pass();
        continue;
      }
      const observation = parseLine(text, idStart + number);
      if (observation === undefined) note(`observation ${number} cannot be read`);
      const whole = observation && pending.add(observation, offset);
      if (whole !== undefined) yield whole;
    }
    pending.end();
    if (digest?.differs()) note('the text differs from its digest');
  } finally {
    closeSync(handle);
  }
}

/** Also where the line does not show its name before it is read. */
function mayHold(part: Part, text: string): boolean {
  const name = nameIn(text);
  return name === undefined || holds(part, name);
}

/** Lines are numbered from 1. */
const TOP = [1, 0] as const;

/** The whole text is one part's duty: the others would only read it once more. */
function openDigest(run: WholeRun, handle: number) {
  const hash = createHash('sha256');
  const end = run.size - uncovered(run);
  let at = 0;
  const watch = (octets: Uint8Array): void => {
    hash.update(octets);
    at += octets.length;
  };
  return {
    watch,
    /** Reads what nobody has watched. */
    differs(): boolean {
      // The same memory each time: new memory costs more than what is read into it.
      const scratch = Buffer.allocUnsafe(PIECE);
      while (at < end) {
        const piece = fill(handle, at, scratch.subarray(0, end - at));
        if (piece.length === 0) break;
        watch(piece);
      }
      return hash.digest('hex') !== run.foot.digest;
    },
  };
}

const PIECE = 1 << 17;

interface Pending {
  add(observation: Observation, offset: number): Sighted | undefined;
  /** A line of another reader's came. */
  pass(): void;
  breakOff(): void;
  end(): void;
}

function openPending({ names }: RunPart, note: (reason: string) => void): Pending {
  const groups = openGroups<Observation>();
  let missing = names.size;
  let isResumed = false;
  return {
    pass: groups.breakOff,
    breakOff() {
      isResumed = true;
      groups.breakOff();
    },
    add(observation, offset) {
      const group = groups.add(observation);
      const one = group && names.get(observation.name);
      if (group === undefined || one === undefined) return undefined;
      const { name, lastLine, seen } = one;
      // Only a resumed run may hold a lookup of a name twice; the later group stands in for the earlier one.
      const before = isResumed ? seen?.filter(({ lookup }) => lookup !== observation.lookup) : seen;
      const observations = before ?? group;
      if (before !== undefined) for (const line of group) before.push(line);
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
