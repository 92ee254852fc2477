// The chain of trust out of a run's record: keys and DS of the zones above its names, which lie with the name that needed them
// first. It grows while the record is read; each zone is judged once for what has been heard. Pure but for that memory.

import type { Name } from '../../model/name.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import { isUnder, lineageOf, lowerName, ROOT, sameName } from '../dns/codec/names.ts';
import { TYPES } from '../dns/codec/types.ts';
import { type Trust, trustIn } from '../dnssec/trust.ts';
import type { Heard } from '../heard/heard.ts';
import { heardIn } from './heard-in.ts';
import type { TrustThen } from './reread-dns.ts';

export interface ChainThen {
  /** Keeps what the exchanges behind a delegation hold of the zones above its name. */
  hear(name: Name, exchanges: readonly Exchange[]): void;
  /** `undefined` as long as no question for the root's keys was heard. */
  readonly trustOf: TrustThen;
}

/** Names of our own URIs; only what may be of use is decoded. */
const MAY_BE = /[?;]type=(?:DNSKEY|DS)\b/i;

/** Zones above the names of a case are few. A record that was made to have more is read as far as this. */
const MOST_ZONES = 20_000;

export function openChainThen(anchors: readonly DsRecord[]): ChainThen {
  const heardOf = new Map<string, Heard[]>();
  const known = new Map<string, Trust>();
  const keep = (heard: Heard) => {
    const those = heardOf.get(heard.name);
    if (those === undefined && heardOf.size >= MOST_ZONES) return;
    heardOf.set(heard.name, [...(those ?? []), heard]);
    known.clear();
  };
  return {
    hear(name, exchanges) {
      const those = exchanges.filter(({ uri }) => MAY_BE.test(uri));
      for (const heard of heardIn(those)) if (isOfChain(heard, name)) keep(heard);
    },
    trustOf(zone) {
      const begins = heardOf.get(ROOT)?.some(({ type }) => type === TYPES.DNSKEY) === true;
      if (anchors.length === 0 || !begins) return undefined;
      const trust = known.get(zone) ?? trustIn(zone, { anchors, heard: above(heardOf, zone) });
      known.set(zone, trust);
      return trust;
    },
  };
}

/** The DS of the name itself is the lookup's own question, asked of every parent server. */
function isOfChain({ type, recursion, name }: Heard, about: Name): boolean {
  if (recursion || (type !== TYPES.DNSKEY && type !== TYPES.DS)) return false;
  return isUnder(about, name) && !sameName(about, name);
}

function above(heardOf: ReadonlyMap<string, readonly Heard[]>, zone: string): readonly Heard[] {
  return lineageOf(lowerName(zone)).flatMap((one) => heardOf.get(one) ?? []);
}
