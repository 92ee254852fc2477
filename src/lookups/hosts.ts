// Addresses of the hosts that WHOIS and RDAP servers run on, from this machine's own resolver. Only guard.ts asks.
import { ADDRCONFIG } from 'node:dns';
import { lookup } from 'node:dns/promises';
import { type Address, parseAddress } from '../model/address.ts';

/** In the system's order of preference (RFC 6724); only families that this machine has. Rejects when there is none. */
export async function resolveHost(host: string): Promise<readonly Address[]> {
  const found = await lookup(host, { all: true, hints: ADDRCONFIG, verbatim: true });
  return found.flatMap(({ address }) => parseAddress(address) ?? []);
}
