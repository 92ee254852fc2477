// What of a zone's facts is a sinkhole's own and what is somebody else's: small pure tests that notes are made of.
import type { Address } from '../model/address.ts';
import { prefixTest } from '../model/address.ts';
import type { Case } from '../model/case/case.ts';
import { domainsOf } from '../model/case/sinkhole.ts';
import type { AddressAnswer, AddressPair } from '../model/seen/observation.ts';

/** The sinkholes of a case, as one. */
export interface Ours {
  /** The set that a name server belongs to, by name server. */
  readonly sets: ReadonlyMap<string, readonly string[]>;
  readonly domains: readonly string[];
  holds(address: Address): boolean;
}

export function oursOf({ sinkholes }: Pick<Case, 'sinkholes'>): Ours {
  const all = Object.values(sinkholes);
  return {
    sets: new Map(all.flatMap(({ nameServers }) => nameServers.map((server) => [server, nameServers] as const))),
    domains: domainsOf(all),
    holds: prefixTest(all.flatMap(({ prefixes }) => prefixes)),
  };
}

export function samePair(one: AddressPair, other: AddressPair): boolean {
  return textOf(one.a) === textOf(other.a) && textOf(one.aaaa) === textOf(other.aaaa);
}

function textOf(answer: AddressAnswer): string {
  return answer.answer === 'addresses' ? answer.addresses.join() : answer.answer;
}
