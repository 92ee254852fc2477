// The observations of one name, parted by lookup and put in the order of their ids, so that no verdict depends on how they
// came in.

import type { Instant } from '../model/instant.ts';
import { isBefore } from '../model/instant.ts';
import { byCodeUnit } from '../model/name.ts';
import type { FailureKind } from '../model/seen/failure.ts';
import type { LookupKind, Observation, ObservationOf } from '../model/seen/observation.ts';

/** What came of one lookup of one name. */
export interface Group<K extends LookupKind> {
  readonly observations: readonly ObservationOf<K>[];
  /** Observations that the lookup made and that are not here. */
  readonly missing: number;
}

export interface Parted {
  readonly rdap: Group<'rdap-registry'>;
  readonly whois: Group<'whois-registry'>;
  readonly registrar: Group<'rdap-registrar' | 'whois-registrar'>;
  readonly delegation: Group<'delegation'>;
  readonly addresses: Group<'addresses'>;
  readonly resolver: Group<'resolver'>;
  readonly sinkhole: Group<'sinkhole'>;
  /** Absent where there is no observation at all. */
  readonly newest: Instant | undefined;
}

/** The kind of failure that stands for an observation which ought to be there. */
export const MISSING: FailureKind = 'interrupted';

export function part(observations: readonly Observation[]): Parted {
  const rdap: ObservationOf<'rdap-registry'>[] = [];
  const whois: ObservationOf<'whois-registry'>[] = [];
  const registrar: ObservationOf<'rdap-registrar' | 'whois-registrar'>[] = [];
  const delegation: ObservationOf<'delegation'>[] = [];
  const addresses: ObservationOf<'addresses'>[] = [];
  const resolver: ObservationOf<'resolver'>[] = [];
  const sinkhole: ObservationOf<'sinkhole'>[] = [];
  for (const one of observations) {
    if (one.lookup === 'rdap-registry') rdap.push(one);
    else if (one.lookup === 'whois-registry') whois.push(one);
    else if (one.lookup === 'rdap-registrar' || one.lookup === 'whois-registrar') registrar.push(one);
    else if (one.lookup === 'delegation') delegation.push(one);
    else if (one.lookup === 'addresses') addresses.push(one);
    else if (one.lookup === 'resolver') resolver.push(one);
    else sinkhole.push(one);
  }
  return {
    rdap: groupOf(rdap),
    whois: groupOf(whois),
    registrar: groupOf(registrar),
    delegation: groupOf(delegation),
    addresses: groupOf(addresses),
    resolver: groupOf(resolver),
    sinkhole: groupOf(sinkhole),
    newest: newestOf(observations),
  };
}

function groupOf<K extends LookupKind>(made: readonly (ObservationOf<K> & Numbered)[]): Group<K> {
  const observations = inOrder(made);
  const of = observations[0]?.of ?? 0;
  return { observations, missing: Math.max(0, of - observations.length) };
}

interface Numbered {
  readonly of: number;
  readonly id: string;
}

function inOrder<T extends Numbered>(observations: readonly T[]): readonly T[] {
  for (let at = 1; at < observations.length; at += 1) {
    const before = observations[at - 1];
    const here = observations[at];
    if (before !== undefined && here !== undefined && isBehind(before.id, here.id)) {
      return observations.toSorted((a, b) => byId(a.id, b.id));
    }
  }
  return observations;
}

/** Ids of equal length need no taking apart, and one look. */
function isBehind(a: string, b: string): boolean {
  return a.length === b.length ? a > b : byId(a, b) > 0;
}

/** By run, then by number: `RUN#9` before `RUN#12`. Ids of equal length need no taking apart. */
function byId(a: string, b: string): number {
  if (a.length === b.length) return byCodeUnit(a, b);
  const [run = '', number = ''] = a.split('#');
  const [otherRun = '', otherNumber = ''] = b.split('#');
  return byCodeUnit(run, otherRun) || Number(number) - Number(otherNumber) || byCodeUnit(a, b);
}

function newestOf(observations: readonly Observation[]): Instant | undefined {
  let newest: Instant | undefined;
  for (const { at } of observations) if (newest === undefined || isLater(at, newest)) newest = at;
  return newest;
}

/** Instants of one length sort as text; only those with and without a fraction need to be read. */
function isLater(a: Instant, b: Instant): boolean {
  return a.length === b.length ? a > b : isBefore(b, a);
}
