// Signing algorithms: what this program verifies with, and what a validator may rely on (RFC 9904, RFC 9905).

export interface Algorithm {
  readonly name: string;
  /** As node:crypto names it; absent where the key decides. */
  readonly hash?: 'sha1' | 'sha256' | 'sha384' | 'sha512';
  readonly key:
    | { readonly kind: 'RSA' }
    | { readonly kind: 'EC'; readonly curve: 'P-256' | 'P-384'; readonly octets: number }
    | { readonly kind: 'OKP'; readonly curve: 'Ed25519' | 'Ed448'; readonly octets: number };
}

/**
 * Source: IANA "DNS Security Algorithm Numbers", as RFC 3110, 5702, 6605 and 8080 assign them; last verified 2026-11. 5 and 7 (SHA-1)
 * are left out on purpose: RFC 9905 section 2 has a validator's operator treat them as unsupported, so nothing rests on them.
 */
export const ALGORITHMS: ReadonlyMap<number, Algorithm> = new Map<number, Algorithm>([
  [8, { name: 'RSASHA256', hash: 'sha256', key: { kind: 'RSA' } }],
  [10, { name: 'RSASHA512', hash: 'sha512', key: { kind: 'RSA' } }],
  [13, { name: 'ECDSAP256SHA256', hash: 'sha256', key: { kind: 'EC', curve: 'P-256', octets: 64 } }],
  [14, { name: 'ECDSAP384SHA384', hash: 'sha384', key: { kind: 'EC', curve: 'P-384', octets: 96 } }],
  [15, { name: 'ED25519', key: { kind: 'OKP', curve: 'Ed25519', octets: 32 } }],
  [16, { name: 'ED448', key: { kind: 'OKP', curve: 'Ed448', octets: 57 } }],
]);

/** Source: IANA "DS RR Type Digest Algorithms"; 1 only where no better one stands beside it (RFC 4509 section 3). */
export const DIGEST_TYPES: ReadonlySet<number> = new Set([1, 2, 4]);
