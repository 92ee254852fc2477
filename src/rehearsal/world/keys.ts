// DNS keys of the signed names: a DNSKEY made of the seed, its tag (RFC 4034 appendix B) and its DS (section 5.1.4).
// Nobody holds a private key and nothing is signed: what is rehearsed is whether a DS at the parent has a key at the child.
import { createHash } from 'node:crypto';
import type { DsRecord } from '../../model/delegation.ts';
import type { Name } from '../../model/name.ts';
import { octetsFrom } from './chance.ts';

const KEY_SIGNING_KEY = 257;
const PROTOCOL = 3;
/** ECDSAP256SHA256 (RFC 6605): 64 octets of key. */
const ALGORITHM = 13;
const SHA_256 = 2;

export interface WorldKey {
  readonly flags: number;
  readonly protocol: number;
  readonly algorithm: number;
  readonly key: Uint8Array;
}

export function keyOf(seed: string, name: Name): WorldKey {
  return {
    flags: KEY_SIGNING_KEY,
    protocol: PROTOCOL,
    algorithm: ALGORITHM,
    key: octetsFrom(seed, `key of ${name}`, 64),
  };
}

export function dsOf(name: Name, key: WorldKey): DsRecord {
  const rdata = rdataOf(key);
  return {
    keyTag: tagOf(rdata),
    algorithm: key.algorithm,
    digestType: SHA_256,
    digest: createHash('sha256').update(wireName(name)).update(rdata).digest('hex'),
  };
}

function rdataOf(key: WorldKey): Uint8Array {
  return Uint8Array.of(key.flags >> 8, key.flags & 255, key.protocol, key.algorithm, ...key.key);
}

function tagOf(rdata: Uint8Array): number {
  const sum = rdata.reduce((total, octet, index) => total + (index % 2 === 0 ? octet << 8 : octet), 0);
  return (sum + ((sum >> 16) & 0xffff)) & 0xffff;
}

function wireName(name: Name): Uint8Array {
  const labels = name.split('.').flatMap((label) => [label.length, ...Buffer.from(label, 'latin1')]);
  return Uint8Array.of(...labels, 0);
}
