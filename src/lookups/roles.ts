// Whom an address belongs to, as far as a run has learnt it: under a seal the guard dials no address of which it does not know
// that the seal allows it. What is not known to be allowed is excluded.
import type { Address } from '../model/address.ts';
import type { Network } from '../model/asking/network.ts';
import type { SealTouch } from '../model/case/case.ts';
import type { SealInForce } from '../model/case/seal.ts';

/** What a socket is opened for. `name-server`: of a zone that is no registry's and no sinkhole's, such as the defendant's own. */
export type Purpose = Exclude<SealTouch, 'any'> | 'name-server';

/** A name server with its addresses, as the zone that it serves, or its own zone, gives them. */
export interface Introduction {
  readonly server: string;
  /** The zone that it is said to serve; absent where its address was looked up by its name. */
  readonly zone?: string;
  readonly addresses: readonly Address[];
}

export interface Roles {
  introduce(introduction: Introduction): void;
  /** Why the address may not be asked; `undefined`: it may. */
  objection(address: Address): string | undefined;
}

export function openRoles({ dns }: Network, seal: SealInForce, roots: readonly Address[]): Roles {
  const known = new Map<Address, Set<Purpose>>();
  const publicServers = new Set<string>();
  const add = (address: Address, purpose: Purpose) => {
    const purposes = known.get(address);
    if (purposes === undefined) known.set(address, new Set([purpose]));
    else purposes.add(purpose);
  };
  for (const address of roots) add(address, 'tld');
  for (const { address } of dns.resolvers) if (address !== undefined) add(address, 'resolver');
  const purposeOf = ({ server, zone }: Introduction): Purpose => {
    if (zone !== undefined && isPublic(zone)) publicServers.add(server);
    // Servers of a TLD may serve deeper zones as well (`co.uk`).
    if (publicServers.has(server)) return 'tld';
    return seal.sinkholes.has(server) ? 'sinkhole' : 'name-server';
  };
  return {
    introduce(introduction) {
      const purpose = purposeOf(introduction);
      for (const address of introduction.addresses) add(address, purpose);
    },
    objection(address) {
      const purposes = [...(known.get(address) ?? [])];
      if (purposes.some((purpose) => isAllowed(seal, purpose))) return undefined;
      return purposes.length === 0
        ? 'nothing says whose address it is'
        : `it is the address of a ${purposes.join(', ')}`;
    },
  };
}

/** Of the root, whose name is empty, or of a top-level label. */
function isPublic(zone: string): boolean {
  return !zone.replace(/\.$/, '').includes('.');
}

export function isAllowed(seal: SealInForce, purpose: Purpose): boolean {
  return seal.allows(purpose === 'name-server' ? 'any' : purpose);
}
