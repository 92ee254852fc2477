// Addresses that a resolver makes itself for machines that have IPv6 alone: the IPv4 address of the answer behind a prefix that
// leads to a translator (DNS64, RFC 6147 section 5.1.7). Who gets one is led to that IPv4 address, so that it is no other answer.
import { type Address, parseAddress } from '../address.ts';

interface Translating {
  /** Of 96 bits; the IPv4 address stands behind it (RFC 6052 section 2.2). */
  readonly prefix: string;
  readonly source: string;
  readonly verified: string;
}

/** Prefixes that nobody else may use. A network's own (RFC 7050 finds it out) may be anybody's, and is not guessed from what looks alike. */
const TRANSLATING: readonly Translating[] = [
  { prefix: '64:ff9b::', source: 'RFC 6052 section 2.1', verified: '2026-11-23' },
  { prefix: '64:ff9b:1::', source: 'RFC 8215 section 5', verified: '2026-11-23' },
];

/** Whether `address` leads to one of these IPv4 addresses. */
export function isTranslated(address: Address, from: readonly Address[]): boolean {
  return TRANSLATING.some(
    ({ prefix }) => address.startsWith(prefix) && from.some((ipv4) => parseAddress(`${prefix}${ipv4}`) === address),
  );
}
