// How much work one answer may cause. Without these a zone of hostile keys holds a validator for hours (CVE-2023-50387,
// CVE-2023-50868); honest zones stay far below each.

/** Signatures tried over one set, with all keys of their tag together. */
export const MOST_TRIALS = 8;

/** Keys of one zone that are looked at; the root and the large TLDs have 2 to 5. */
export const MOST_KEYS = 24;

/** DS records of one name that are looked at. */
export const MOST_DS = 16;

/** NSEC and NSEC3 records of one answer: a proof needs three. */
export const MOST_PROOFS = 8;

/** RFC 9276 section 3.2 recommends none; a proof with more than this is not looked at, and counts as none. */
export const MOST_ITERATIONS = 100;

/** Labels between a name and its zone that are hashed. */
export const MOST_HASHES = 32;

/** Bits of an RSA modulus (RFC 3110 section 2, RFC 5702 section 2), and octets of its exponent: a long one is slow. */
export const RSA_BITS = { least: 512, most: 4096 } as const;
export const MOST_EXPONENT_OCTETS = 5;
