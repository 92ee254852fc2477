// What an observation says against what today's readers make of its octets, field by field. How a failure is worded is left
// out: it may hold words of the machine. Pure.
import type { Observation, Outcome } from '../../model/seen/observation.ts';

export interface Difference {
  /** With dots: `hosts.apex.a.addresses`; `outcome` for the outcome as a whole. */
  readonly field: string;
  /** Absent: not stated. */
  readonly stored?: unknown;
  readonly now?: unknown;
}

interface Compared {
  readonly observation: Observation;
  readonly outcome: Outcome;
}

export function differencesOf({ observation, outcome }: Compared): readonly Difference[] {
  return [...between(substanceOf(observation), substanceOf(outcome), '')];
}

/** A reader that was made since may find more, and that is no disagreement. */
export function disagreeing(differences: readonly Difference[], isSameReader: boolean): readonly Difference[] {
  return isSameReader ? differences : differences.filter((one) => 'stored' in one);
}

function substanceOf(outcome: Outcome): unknown {
  switch (outcome.outcome) {
    case 'facts':
      return outcome.facts;
    case 'failure':
      return { outcome: `failure, ${outcome.failure}`, retryAfter: outcome.retryAfter };
    case 'no-such-object':
      return {
        outcome: outcome.reserved === true ? 'no such object, reserved' : 'no such object',
        ...(outcome.inZone === undefined ? {} : { inZone: outcome.inZone }),
      };
  }
}

/** Words about a failure. */
const WORDS = new Set(['detail']);

function* between(stored: unknown, now: unknown, path: string): Generator<Difference> {
  const [left, right] = [treeOf(stored, now), treeOf(now, stored)];
  if (left === undefined || right === undefined) {
    if (JSON.stringify(stored) === JSON.stringify(now)) return;
    yield {
      field: path === '' ? 'outcome' : path,
      ...(stored !== undefined && { stored }),
      ...(now !== undefined && { now }),
    };
    return;
  }
  for (const key of new Set([...Object.keys(left), ...Object.keys(right)])) {
    if (!WORDS.has(key)) yield* between(left[key], right[key], path === '' ? key : `${path}.${key}`);
  }
}

/** Lists of equal length are compared row by row: an older reader may have read less of each. */
function treeOf(value: unknown, other: unknown): Readonly<Record<string, unknown>> | undefined {
  if (isTree(value)) return value;
  const rows = Array.isArray(value) && Array.isArray(other) && value.length === other.length && value.every(isTree);
  return rows ? { ...value } : undefined;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
