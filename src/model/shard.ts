// A shard: one of several parts of a check, so that as many machines can share the names. Which one a name is in follows from
// the name and the number of shards alone, on every machine and in every version: a run that was split could not be joined otherwise.
import type { Part } from './part.ts';

export interface Shard {
  /** From 1. */
  readonly number: number;
  readonly of: number;
}

/** What each one saw stands at the head of the run that they are joined to: more of them would make that head too long. */
export const MOST_SHARDS = 64;

const END = 2 ** 32;

export function partOf({ number, of }: Shard): Part {
  const edge = (at: number) => Math.floor((at * END) / of);
  return { from: edge(number - 1), to: edge(number) };
}

export function shardText({ number, of }: Shard): string {
  return `${number}/${of}`;
}

export function isShard(number: unknown, of: unknown): boolean {
  return Number.isInteger(number) && Number.isInteger(of) && Number(of) <= MOST_SHARDS && isWithin(number, of);
}

function isWithin(number: unknown, of: unknown): boolean {
  return Number(number) >= 1 && Number(number) <= Number(of);
}
