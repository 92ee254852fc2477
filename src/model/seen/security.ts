// What DNSSEC says of a delegation: whether the DS set, or the lack of one, is signed evidence up to the root's anchor
// (RFC 4033 section 5). NS and glue in a referral are never signed; this is support, and no verdict waits for it.
import type { Instant } from '../instant.ts';

/** The signature that counts, and when the first one on the way from the anchor runs out. */
export interface SignedBy {
  readonly zone: string;
  readonly keyTag: number;
  readonly until: Instant;
}

export type Security =
  /** The DS set is signed; of a name that the zone does not have: that it has none. `by` says how a lack was proved. */
  | { readonly state: 'secure'; readonly by?: 'nsec' | 'nsec3'; readonly signed: SignedBy }
  /**
   * `proved`: signed proof that there is no DS. `opt-out`: the zone signs no statement about names without DS (RFC 5155
   * section 6). `unproved`: the zone itself is not signed, or its proof cannot be used.
   */
  | {
      readonly state: 'insecure';
      readonly absence: 'proved' | 'opt-out';
      readonly by: 'nsec' | 'nsec3';
      readonly signed: SignedBy;
    }
  | { readonly state: 'insecure'; readonly absence: 'unproved'; readonly reason: string }
  /** What the zone signs and what the server answered do not fit together. */
  | { readonly state: 'bogus'; readonly reason: string }
  /** Keys or signatures on the way could not be had, or nobody vouches for the root. */
  | { readonly state: 'indeterminate'; readonly reason: string };
