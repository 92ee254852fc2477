// Addresses as the octets of A and AAAA records (RFC 1035 section 3.4.1, RFC 3596 section 2.2), to and from the canonical
// text that the rest of the program compares.
import { isIPv4 } from 'node:net';
import { type Address, addressOfOctets, parseAddress } from '../model/address.ts';

/** The codec's records hold addresses; it takes these from here and nothing from the model itself. */
export { type Address, addressOfOctets };

/** 4 or 16 octets; `undefined` for any other count. */
export function addressOf(octets: Uint8Array): Address | undefined {
  if (octets.length === 4) return addressOfOctets(octets);
  if (octets.length !== 16) return undefined;
  const groups: string[] = [];
  for (let i = 0; i < 16; i += 2) groups.push((((octets[i] ?? 0) << 8) | (octets[i + 1] ?? 0)).toString(16));
  return parseAddress(groups.join(':'));
}

/** Reads the canonical form only, in which IPv6 has hexadecimal groups and at most one `::`. */
export function octetsOf(address: Address): Uint8Array {
  if (isIPv4(address)) return Uint8Array.from(address.split('.').map(Number));
  const [head = '', tail] = address.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const gap = tail === undefined ? [] : Array.from({ length: 8 - left.length - right.length }, () => '0');
  return Uint8Array.from(
    [...left, ...gap, ...right].flatMap((group) => {
      const value = Number.parseInt(group, 16);
      return [value >> 8, value & 0xff];
    }),
  );
}
