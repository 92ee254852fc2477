// The chain of trust out of a run's record: keys and DS of the zones above its names, which lie with the name that needed them
// first. Pure; each zone is read once.
import type { DsRecord } from '../../model/delegation.ts';
import { ROOT } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import type { Heard } from '../dns/heard.ts';
import type { TrustThen } from '../dns/reread.ts';
import { type Trust, trustIn } from './trust.ts';

/** Whether an answer may belong to the chain of some zone: all that has to be kept of a run's record for it. */
export function isOfChain({ type, recursion, name }: Heard, isZone: (name: string) => boolean): boolean {
  return !recursion && (type === TYPES.DNSKEY || type === TYPES.DS) && isZone(name);
}

/** `undefined` for all zones where the record does not hold the question for the root's keys. */
export function trustThenIn(heard: readonly Heard[], anchors: readonly DsRecord[]): TrustThen {
  const begins = heard.some(({ name, type }) => name === ROOT && type === TYPES.DNSKEY);
  if (anchors.length === 0 || !begins) return () => undefined;
  const known = new Map<string, Trust>();
  return (zone) => {
    const trust = known.get(zone) ?? trustIn(zone, { anchors, heard });
    known.set(zone, trust);
    return trust;
  };
}
