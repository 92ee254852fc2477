// Record data as zone files write it (RFC 1035 section 5.1, RFC 4034, RFC 5155 section 3.3), which is how `dig` prints it; a type
// that this program does not know as RFC 3597 section 5 has it. ASCII only, whatever a server put in.
import type { Rdata, RdataOf } from '../dns/codec/message.ts';
import { base32Hex } from '../dns/codec/nsec3-hash.ts';
import { typeText } from '../dns/codec/types.ts';
import { otherText } from './print-other.ts';
import { base64, fullName, hexText, quoted } from './print-words.ts';

/** `type`: of the record, for data that is kept as octets. */
export function rdataText(rdata: Rdata, type?: number): string {
  switch (rdata.kind) {
    case 'a':
    case 'aaaa':
      return rdata.address;
    case 'ns':
    case 'cname':
    case 'dname':
      return fullName(rdata.target);
    case 'mx':
      return `${rdata.preference} ${fullName(rdata.exchange)}`;
    case 'soa':
      return soaText(rdata);
    case 'txt':
      return rdata.strings.map(quoted).join(' ');
    case 'ds':
      return [rdata.keyTag, rdata.algorithm, rdata.digestType, rdata.digest.toUpperCase()].join(' ');
    case 'dnskey':
      return [rdata.flags, rdata.protocol, rdata.algorithm, base64(rdata.publicKey)].join(' ');
    case 'rrsig':
      return rrsigText(rdata);
    case 'nsec':
      return [fullName(rdata.next), ...rdata.types.map(typeText)].join(' ');
    case 'nsec3':
      return nsec3Text(rdata);
    case 'unknown':
      return otherText(type ?? 0, rdata.octets);
  }
}

function soaText({ mname, rname, serial, refresh, retry, expire, minimum }: RdataOf<'soa'>): string {
  return [fullName(mname), fullName(rname), serial, refresh, retry, expire, minimum].join(' ');
}

function rrsigText(rrsig: RdataOf<'rrsig'>): string {
  const { typeCovered, algorithm, labels, originalTtl, expiration, inception, keyTag, signer, signature } = rrsig;
  const times = [expiration, inception].map(timeText);
  return [
    typeText(typeCovered),
    algorithm,
    labels,
    originalTtl,
    ...times,
    keyTag,
    fullName(signer),
    base64(signature),
  ].join(' ');
}

/** RFC 4034 section 3.2: `20301231235959`. */
function timeText(seconds: number): string {
  return new Date(seconds * 1000)
    .toISOString()
    .replace(/\.\d+Z$/, '')
    .replace(/\D/g, '');
}

function nsec3Text({ hash, flags, iterations, salt, next, types }: RdataOf<'nsec3'>): string {
  const salted = salt.length === 0 ? '-' : hexText(salt);
  return [hash, flags, iterations, salted, base32Hex(next).toUpperCase(), ...types.map(typeText)].join(' ');
}
