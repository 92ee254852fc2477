// Record data onto the wire. Only the types of RFC 1035 may have their names compressed (RFC 3597 section 4).
import { octetsOf } from '../../address-octets.ts';
import type { Rdata, RdataOf } from './message.ts';
import { compressedName, plainName, type Writer, writeOctets, writeU8, writeU16, writeU32 } from './writer.ts';

export function writeRdata(writer: Writer, rdata: Rdata): void {
  switch (rdata.kind) {
    case 'a':
    case 'aaaa':
      writeOctets(writer, octetsOf(rdata.address));
      break;
    case 'ns':
    case 'cname':
      compressedName(writer, rdata.target);
      break;
    case 'dname':
      plainName(writer, rdata.target);
      break;
    case 'soa':
      writeSoa(writer, rdata);
      break;
    case 'mx':
      writeU16(writer, rdata.preference);
      compressedName(writer, rdata.exchange);
      break;
    case 'txt':
      writeTxt(writer, rdata.strings);
      break;
    case 'rrsig':
      writeRrsig(writer, rdata);
      break;
    case 'nsec':
      plainName(writer, rdata.next);
      writeTypes(writer, rdata.types);
      break;
    case 'nsec3':
      writeNsec3(writer, rdata);
      break;
    case 'ds':
    case 'dnskey':
    case 'unknown':
      writeOctets(writer, plainRdata(rdata));
      break;
  }
}

/** The types without names in them, as octets: what a key tag and a DS digest are taken of. */
export function plainRdata(rdata: RdataOf<'ds' | 'dnskey' | 'unknown'>): Uint8Array {
  switch (rdata.kind) {
    case 'ds':
      return Uint8Array.of(
        rdata.keyTag >> 8,
        rdata.keyTag & 0xff,
        rdata.algorithm,
        rdata.digestType,
        ...Buffer.from(rdata.digest, 'hex'),
      );
    case 'dnskey':
      return Uint8Array.of(rdata.flags >> 8, rdata.flags & 0xff, rdata.protocol, rdata.algorithm, ...rdata.publicKey);
    case 'unknown':
      return rdata.octets;
  }
}

function writeSoa(writer: Writer, soa: RdataOf<'soa'>): void {
  compressedName(writer, soa.mname);
  compressedName(writer, soa.rname);
  for (const value of [soa.serial, soa.refresh, soa.retry, soa.expire, soa.minimum]) writeU32(writer, value);
}

function writeTxt(writer: Writer, strings: readonly Uint8Array[]): void {
  for (const text of strings.length === 0 ? [new Uint8Array()] : strings) {
    writeU8(writer, text.length);
    writeOctets(writer, text);
  }
}

function writeRrsig(writer: Writer, rrsig: RdataOf<'rrsig'>): void {
  writeU16(writer, rrsig.typeCovered);
  writeU8(writer, rrsig.algorithm);
  writeU8(writer, rrsig.labels);
  writeU32(writer, rrsig.originalTtl);
  writeU32(writer, rrsig.expiration);
  writeU32(writer, rrsig.inception);
  writeU16(writer, rrsig.keyTag);
  plainName(writer, rrsig.signer);
  writeOctets(writer, rrsig.signature);
}

function writeNsec3(writer: Writer, nsec3: RdataOf<'nsec3'>): void {
  writeU8(writer, nsec3.hash);
  writeU8(writer, nsec3.flags);
  writeU16(writer, nsec3.iterations);
  for (const octets of [nsec3.salt, nsec3.next]) {
    writeU8(writer, octets.length);
    writeOctets(writer, octets);
  }
  writeTypes(writer, nsec3.types);
}

function writeTypes(writer: Writer, types: readonly number[]): void {
  const windows = new Map<number, Uint8Array>();
  for (const type of types) {
    const bits = windows.get(type >> 8) ?? new Uint8Array(32);
    const index = (type & 0xff) >> 3;
    bits[index] = (bits[index] ?? 0) | (0x80 >> (type & 7));
    windows.set(type >> 8, bits);
  }
  for (const [window, bits] of [...windows].sort(([a], [b]) => a - b)) {
    const length = bits.findLastIndex((octet) => octet !== 0) + 1;
    writeU8(writer, window);
    writeU8(writer, length);
    writeOctets(writer, bits.subarray(0, length));
  }
}
