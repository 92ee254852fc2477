// What evidence reads otherwise today, kept until the verdicts are judged again: outcomes by their observations, as text, so many
// as fit; and which observations could not be read again at all, a bit each.

import type { Observation, Outcome } from '../../model/seen/observation.ts';
import { numberOf, runOf } from '../../model/seen/observation-id.ts';

export interface Otherwise {
  add(observation: string, outcome: Outcome): void;
  addUnread(observation: string): void;
  /** The same object where it reads as it was read. */
  readonly again: (observation: Observation) => Observation;
  readonly isReread: (observation: string) => boolean;
  /** Runs that have an observation which reads otherwise. */
  runs(): readonly string[];
  /** Observations that did not fit any more. */
  leftOut(): number;
}

/** Characters of outcomes: some ten thousand observations, more than anybody reads. */
const MOST = 16_000_000;

export function openOtherwise(): Otherwise {
  const outcomes = new Map<string, string>();
  const unread = openMarks();
  let [length, left] = [0, 0];
  return {
    add(observation, outcome) {
      const text = JSON.stringify(outcome);
      length += text.length;
      if (length > MOST) left += 1;
      else outcomes.set(observation, text);
    },
    addUnread: unread.set,
    again(observation) {
      const text = outcomes.get(observation.id);
      return text === undefined ? observation : readOtherwise(observation, JSON.parse(text));
    },
    isReread: (observation) => !unread.has(observation),
    runs: () => [...new Set([...outcomes.keys()].map(runOf))],
    leftOut: () => left,
  };
}

/** What was asked stays; what was answered is today's. */
function readOtherwise(observation: Observation, outcome: Outcome): Observation {
  const { name, lookup, authority, question, server, via, at, took, reader, id, of, evidence } = observation;
  const filed = { id, of, ...(evidence && { evidence }), ...(via !== undefined && { via }) };
  return { name, lookup, authority, question, server, at, took, reader, ...filed, ...outcome } as Observation;
}

interface Marks {
  set(observation: string): void;
  has(observation: string): boolean;
}

/** Of a million observations a bit each, by the run and the number. */
function openMarks(): Marks {
  const runs = new Map<string, Uint8Array>();
  return {
    set(observation) {
      const [run, number] = [runOf(observation), numberOf(observation)];
      const bits = longEnough(runs.get(run), number >> 3);
      bits[number >> 3] = (bits[number >> 3] ?? 0) | (1 << (number & 7));
      runs.set(run, bits);
    },
    has(observation) {
      const number = numberOf(observation);
      return ((runs.get(runOf(observation))?.[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
    },
  };
}

function longEnough(bits: Uint8Array = new Uint8Array(128), at: number): Uint8Array {
  if (at < bits.length) return bits;
  const longer = new Uint8Array(Math.max(at + 1, bits.length * 2));
  longer.set(bits);
  return longer;
}
