// Record data off the wire, one small function a type. A record must use up its RDLENGTH exactly; decode.ts checks that.
// A class other than IN, or a type without a row, stays octets (RFC 3597).
import { type Address, addressOf, addressOfOctets } from '../../address-octets.ts';
import type { Rdata } from './message.ts';
import {
  Malformed,
  passOver,
  type Reader,
  readName,
  readOctets,
  readRest,
  readU8,
  readU16,
  readU32,
} from './reader.ts';
import { CLASS_IN, TYPES } from './types.ts';

const READERS: Readonly<Record<number, (reader: Reader) => Rdata>> = {
  [TYPES.A]: (reader) => ({ kind: 'a', address: addressOfOctets(reader.octets, passOver(reader, 4)) }),
  [TYPES.AAAA]: (reader) => ({ kind: 'aaaa', address: readAddress(reader) }),
  [TYPES.NS]: (reader) => ({ kind: 'ns', target: readName(reader) }),
  [TYPES.CNAME]: (reader) => ({ kind: 'cname', target: readName(reader) }),
  [TYPES.DNAME]: (reader) => ({ kind: 'dname', target: readName(reader) }),
  [TYPES.SOA]: readSoa,
  [TYPES.MX]: (reader) => ({ kind: 'mx', preference: readU16(reader), exchange: readName(reader) }),
  [TYPES.TXT]: readTxt,
  [TYPES.DS]: readDs,
  [TYPES.DNSKEY]: (reader) => ({
    kind: 'dnskey',
    flags: readU16(reader),
    protocol: readU8(reader),
    algorithm: readU8(reader),
    publicKey: readRest(reader),
  }),
  [TYPES.RRSIG]: readRrsig,
  [TYPES.NSEC]: (reader) => ({ kind: 'nsec', next: readName(reader), types: readTypes(reader) }),
  [TYPES.NSEC3]: (reader) => ({
    kind: 'nsec3',
    hash: readU8(reader),
    flags: readU8(reader),
    iterations: readU16(reader),
    salt: readOctets(reader, readU8(reader)),
    next: readOctets(reader, readU8(reader)),
    types: readTypes(reader),
  }),
};

export function readRdata(reader: Reader, type: number, recordClass: number): Rdata {
  const read = recordClass === CLASS_IN ? READERS[type] : undefined;
  return read === undefined ? { kind: 'unknown', octets: readRest(reader) } : read(reader);
}

function readAddress(reader: Reader): Address {
  const address = addressOf(readOctets(reader, 16));
  if (address === undefined) throw new Malformed('an address that does not read', reader.at);
  return address;
}

function readSoa(reader: Reader): Rdata {
  return {
    kind: 'soa',
    mname: readName(reader),
    rname: readName(reader),
    serial: readU32(reader),
    refresh: readU32(reader),
    retry: readU32(reader),
    expire: readU32(reader),
    minimum: readU32(reader),
  };
}

/** RFC 1035 section 3.3.14: one or more strings. */
function readTxt(reader: Reader): Rdata {
  const strings: Uint8Array[] = [];
  do strings.push(readOctets(reader, readU8(reader)));
  while (reader.at < reader.end);
  return { kind: 'txt', strings };
}

function readDs(reader: Reader): Rdata {
  return {
    kind: 'ds',
    keyTag: readU16(reader),
    algorithm: readU8(reader),
    digestType: readU8(reader),
    digest: Buffer.from(readRest(reader)).toString('hex'),
  };
}

function readRrsig(reader: Reader): Rdata {
  return {
    kind: 'rrsig',
    typeCovered: readU16(reader),
    algorithm: readU8(reader),
    labels: readU8(reader),
    originalTtl: readU32(reader),
    expiration: readU32(reader),
    inception: readU32(reader),
    keyTag: readU16(reader),
    signer: readName(reader),
    signature: readRest(reader),
  };
}

/** RFC 4034 section 4.1.2: windows ascend, each with 1 to 32 octets. */
function readTypes(reader: Reader): readonly number[] {
  const types: number[] = [];
  let last = -1;
  while (reader.at < reader.end) {
    const window = readU8(reader);
    const length = readU8(reader);
    if (window <= last || length === 0 || length > 32) throw new Malformed('a bad type bitmap', reader.at);
    last = window;
    readOctets(reader, length).forEach((octet, index) => {
      for (let bit = 0; bit < 8; bit += 1) if (octet & (0x80 >> bit)) types.push(window * 256 + index * 8 + bit);
    });
  }
  return types;
}
