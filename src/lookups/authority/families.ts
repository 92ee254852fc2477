// Whether this machine has IPv6, found out once and without sending anything: the system is asked for a way to the address.
// A machine without it asks name servers at their IPv4 addresses and says so once, instead of failing at every other one.
import { createSocket } from 'node:dgram';
import { type Address, familyOf } from '../../model/address.ts';
import type { LookupTools } from '../tools.ts';

const DNS_PORT = 53;

export interface Families {
  /** True for an IPv6 address that this machine has no way to; an address that a network file routes is as it routes it. */
  lacks(address: Address): Promise<boolean>;
}

const REMARK = 'This machine has no IPv6: name servers that have both are asked at their IPv4 addresses only.';

/** `hasWay` is the system's word, unless somebody knows better. */
export function openFamilies(
  { guard, remark }: Pick<LookupTools, 'guard' | 'remark'>,
  hasWay: (address: Address) => Promise<boolean> = hasWayTo,
): Families {
  let found: Promise<boolean> | undefined;
  return {
    async lacks(address) {
      if (familyOf(address) === 'ipv4') return false;
      const way = guard.toAddress(address, DNS_PORT);
      if (!way.ok || way.routed) return false;
      found ??= hasWay(way.endpoint.address).then((has) => {
        if (!has) remark?.(REMARK);
        return has;
      });
      return !(await found);
    },
  };
}

/** Connecting a datagram socket only has the system choose a way: no packet leaves. */
function hasWayTo(address: Address): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createSocket('udp6');
    const end = (found: boolean) => {
      socket.removeAllListeners();
      socket.on('error', () => undefined);
      socket.close();
      resolve(found);
    };
    socket.once('error', () => end(false));
    socket.once('connect', () => end(true));
    socket.connect(DNS_PORT, address);
  });
}

/** What is asked of a server's addresses: those within reach, or all where none is. */
export async function withinReach(
  families: Families,
  addresses: readonly Address[],
): Promise<{ readonly asked: readonly Address[]; readonly left: readonly Address[] }> {
  const lacking = await Promise.all(addresses.map((address) => families.lacks(address)));
  const asked = addresses.filter((_, at) => lacking[at] !== true);
  if (asked.length === 0) return { asked: addresses, left: [] };
  return { asked, left: addresses.filter((_, at) => lacking[at] === true) };
}
