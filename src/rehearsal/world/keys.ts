// Keys of the signed zones: an Ed25519 pair made of the seed (RFC 8080), its DNSKEY, tag (RFC 4034 appendix B) and DS (section
// 5.1.4). One key signs all of a zone. Ed25519, since equal input gives equal signatures: a rehearsal's octets can be had again.
import { createHash, createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { canonicalOctets } from '../../lookups/dns/codec/names.ts';
import { plainRdata } from '../../lookups/dns/codec/rdata-write.ts';
import type { DsRecord } from '../../model/seen/delegation.ts';
import { octetsFrom } from './chance.ts';

const KEY_SIGNING_KEY = 257;
const PROTOCOL = 3;
const ED25519 = 15;
const SHA_256 = 2;

/** What stands in front of the 32 octets of a private key in its DER form (RFC 8410 section 7). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface WorldKey {
  readonly rdata: {
    readonly kind: 'dnskey';
    readonly flags: number;
    readonly protocol: number;
    readonly algorithm: number;
    readonly publicKey: Uint8Array;
  };
  readonly tag: number;
  readonly secret: KeyObject;
}

/** By seed and zone: the same pair every time, made once. */
const MADE = new Map<string, WorldKey>();

export function keyOf(seed: string, zone: string): WorldKey {
  const title = `${seed}\n${zone}`;
  const made = MADE.get(title) ?? makeKey(seed, zone);
  MADE.set(title, made);
  return made;
}

function makeKey(seed: string, zone: string): WorldKey {
  const der = Buffer.concat([PKCS8, octetsFrom(seed, `key of ${zone}`, 32)]);
  const secret = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  const { x = '' } = createPublicKey(secret).export({ format: 'jwk' });
  const publicKey = Uint8Array.from(Buffer.from(x, 'base64url'));
  const rdata = { kind: 'dnskey', flags: KEY_SIGNING_KEY, protocol: PROTOCOL, algorithm: ED25519, publicKey } as const;
  return { rdata, tag: tagOf(plainRdata(rdata)), secret };
}

export function dsOf(zone: string, { rdata, tag }: WorldKey): DsRecord {
  return {
    keyTag: tag,
    algorithm: rdata.algorithm,
    digestType: SHA_256,
    digest: createHash('sha256').update(canonicalOctets(zone)).update(plainRdata(rdata)).digest('hex'),
  };
}

function tagOf(rdata: Uint8Array): number {
  const sum = rdata.reduce((total, octet, index) => total + (index % 2 === 0 ? octet << 8 : octet), 0);
  return (sum + ((sum >> 16) & 0xffff)) & 0xffff;
}
