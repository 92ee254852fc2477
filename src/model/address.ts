// IP addresses and prefixes as text in one canonical form, so that two spellings of one address are equal strings.
import { BlockList, isIPv4, isIPv6 } from 'node:net';

/** An IPv4 or IPv6 address, canonical (RFC 5952 for IPv6). Made only here. */
export type Address = string & { readonly __brand: 'Address' };

/** `address/length`. Made only by `parsePrefix`. */
export type Prefix = string & { readonly __brand: 'Prefix' };

export function parseAddress(text: string): Address | undefined {
  if (isIPv4(text)) return text as Address;
  if (!isIPv6(text) || text.includes('%')) return undefined;
  return new URL(`http://[${text}]/`).hostname.slice(1, -1) as Address;
}

/** Every octet with its dot: answers bring addresses by the hundred thousand, and each text on the way to one is thrown away. */
const DOTTED = Array.from({ length: 256 }, (_, octet) => `${octet}.`);

/** Four octets spell one address and spell it in one way, so there is nothing to parse. */
export function addressOfOctets(octets: Uint8Array, at = 0): Address {
  const dotted = (place: number) => DOTTED[octets[at + place] ?? 0];
  return `${dotted(0)}${dotted(1)}${dotted(2)}${octets[at + 3]}` as Address;
}

export function parsePrefix(text: string): Prefix | undefined {
  const [base, length, ...rest] = text.split('/');
  const address = parseAddress(base ?? '');
  if (address === undefined || rest.length > 0 || !/^\d{1,3}$/.test(length ?? '')) return undefined;
  const bits = Number(length);
  return bits <= (isIPv4(address) ? 32 : 128) ? (`${address}/${bits}` as Prefix) : undefined;
}

export function familyOf(address: Address): 'ipv4' | 'ipv6' {
  return isIPv4(address) ? 'ipv4' : 'ipv6';
}

/** A test of membership in any of the prefixes; made once and asked often. An empty list holds nothing. */
export function prefixTest(prefixes: readonly Prefix[]): (address: Address) => boolean {
  const list = new BlockList();
  for (const prefix of prefixes) {
    const [base = '', length] = prefix.split('/');
    list.addSubnet(base, Number(length), isIPv4(base) ? 'ipv4' : 'ipv6');
  }
  return (address) => list.check(address, familyOf(address));
}
