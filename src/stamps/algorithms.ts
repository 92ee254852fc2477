// The digests and signatures that a time stamp may rest on, by object identifier. What is not in these tables proves nothing here.
// Last verified 2026-11 against RFC 5754, RFC 5758, RFC 8017, RFC 8419 and RFC 5816.
export const SHA_256 = '2.16.840.1.101.3.4.2.1';

/** By the names that Node has for them. SHA-1 and MD5 are left out: two texts with one digest can be made. */
export const DIGESTS: Readonly<Record<string, string>> = {
  [SHA_256]: 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

/** `digest` absent: the one that the signer states beside it. `none`: the signature brings its own. */
export interface Signing {
  readonly key: 'rsa' | 'ec' | 'ed25519' | 'ed448';
  readonly digest?: string;
  readonly padding?: 'pss';
}

const RSA_PSS = '1.2.840.113549.1.1.10';

export const SIGNINGS: Readonly<Record<string, Signing>> = {
  '1.2.840.113549.1.1.1': { key: 'rsa' },
  '1.2.840.113549.1.1.11': { key: 'rsa', digest: 'sha256' },
  '1.2.840.113549.1.1.12': { key: 'rsa', digest: 'sha384' },
  '1.2.840.113549.1.1.13': { key: 'rsa', digest: 'sha512' },
  [RSA_PSS]: { key: 'rsa', padding: 'pss' },
  '1.2.840.10045.4.3.2': { key: 'ec', digest: 'sha256' },
  '1.2.840.10045.4.3.3': { key: 'ec', digest: 'sha384' },
  '1.2.840.10045.4.3.4': { key: 'ec', digest: 'sha512' },
  '1.3.101.112': { key: 'ed25519' },
  '1.3.101.113': { key: 'ed448' },
};

/** Signatures of certificates that anybody with the means could make for others: MD5 and SHA-1, with RSA, DSA or ECDSA. */
export const BROKEN_SIGNINGS: ReadonlySet<string> = new Set([
  '1.2.840.113549.1.1.2',
  '1.2.840.113549.1.1.4',
  '1.2.840.113549.1.1.5',
  '1.2.840.10040.4.3',
  '1.2.840.10045.4.1',
]);

/** RFC 8017 keys that are shorter were factored, or will be before a case is over (NIST SP 800-57, 2020). */
export const LEAST_RSA_BITS = 2048;
