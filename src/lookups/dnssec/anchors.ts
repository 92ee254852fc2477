// Where trust begins: the keys that IANA signs the root zone with, as DS. A network file brings its own, since another root
// has other keys.

import type { Network } from '../../model/asking/network.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';

/**
 * Source: IANA, https://data.iana.org/root-anchors/root-anchors.xml (KSK-2017, valid from 2017-02-02; KSK-2024, valid from
 * 2024-07-18), by stored copies that agree; last verified 2026-11.
 */
export const ROOT_ANCHORS: readonly DsRecord[] = [
  {
    keyTag: 20326,
    algorithm: 8,
    digestType: 2,
    digest: 'e06d44b80b8f1d39a95c0b0d7c65d08458e880409bbc683457104237c7f8ec8d',
  },
  {
    keyTag: 38696,
    algorithm: 8,
    digestType: 2,
    digest: '683d2d0acb8c9b712a1948b27f741219298d0a450d612c483af444a4c0fb2b16',
  },
];

/** Empty: roots that nobody vouches for. */
export function anchorsOf({ dns }: Network): readonly DsRecord[] {
  return dns.trustAnchors ?? (dns.roots.length === 0 ? ROOT_ANCHORS : []);
}
