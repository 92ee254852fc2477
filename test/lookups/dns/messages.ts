// Short ways to write messages in tests.
import {
  type DnsMessage,
  EMPTY_MESSAGE,
  type Rdata,
  type ResourceRecord,
} from '../../../src/lookups/dns/codec/message.ts';
import { CLASS_IN, TYPES, type TypeName } from '../../../src/lookups/dns/codec/types.ts';
import { address } from '../../support/values.ts';

export function message(parts: Partial<DnsMessage>): DnsMessage {
  return { ...EMPTY_MESSAGE, id: 0x1234, response: true, ...parts };
}

export function question(name: string, type: TypeName) {
  return { name, type: TYPES[type], class: CLASS_IN };
}

/** `record('example.test', 'A', '192.0.2.1', 60)`; for A, AAAA, NS, CNAME, DNAME, MX and SOA (the text is its MNAME). */
export function record(name: string, type: TypeName, text: string, ttl = 300): ResourceRecord {
  return { name, type: TYPES[type], class: CLASS_IN, ttl, rdata: rdata(type, text) };
}

export function dsRecord(name: string, keyTag: number, digest: string): ResourceRecord {
  return {
    name,
    type: TYPES.DS,
    class: CLASS_IN,
    ttl: 300,
    rdata: { kind: 'ds', keyTag, algorithm: 13, digestType: 2, digest },
  };
}

function rdata(type: TypeName, text: string): Rdata {
  switch (type) {
    case 'A':
    case 'AAAA':
      return { kind: type === 'A' ? 'a' : 'aaaa', address: address(text) };
    case 'NS':
      return { kind: 'ns', target: text };
    case 'CNAME':
      return { kind: 'cname', target: text };
    case 'DNAME':
      return { kind: 'dname', target: text };
    case 'MX':
      return { kind: 'mx', preference: 10, exchange: text };
    case 'SOA':
      return {
        kind: 'soa',
        mname: text,
        rname: `hostmaster.${text}`,
        serial: 7,
        refresh: 1,
        retry: 1,
        expire: 1,
        minimum: 1,
      };
    default:
      return { kind: 'unknown', octets: new TextEncoder().encode(text) };
  }
}
