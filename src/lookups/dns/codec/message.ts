// A DNS message as values (RFC 1035 section 4, RFC 6891): what `decodeMessage` gives and `encodeMessage` takes. Names are
// text as in names.ts, in the case in which they came. The OPT record is taken out of the additional section into `edns`.
import type { Address } from '../../address-octets.ts';
import { OPTIONS } from './types.ts';

export interface Question {
  readonly name: string;
  readonly type: number;
  readonly class: number;
}

export type Rdata =
  | { readonly kind: 'a' | 'aaaa'; readonly address: Address }
  | { readonly kind: 'ns' | 'cname' | 'dname'; readonly target: string }
  | {
      readonly kind: 'soa';
      readonly mname: string;
      readonly rname: string;
      readonly serial: number;
      readonly refresh: number;
      readonly retry: number;
      readonly expire: number;
      readonly minimum: number;
    }
  | { readonly kind: 'mx'; readonly preference: number; readonly exchange: string }
  | { readonly kind: 'txt'; readonly strings: readonly Uint8Array[] }
  | {
      readonly kind: 'ds';
      readonly keyTag: number;
      readonly algorithm: number;
      readonly digestType: number;
      /** Lower-case hexadecimal. */
      readonly digest: string;
    }
  | {
      readonly kind: 'dnskey';
      readonly flags: number;
      readonly protocol: number;
      readonly algorithm: number;
      readonly publicKey: Uint8Array;
    }
  | {
      readonly kind: 'rrsig';
      readonly typeCovered: number;
      readonly algorithm: number;
      readonly labels: number;
      readonly originalTtl: number;
      readonly expiration: number;
      readonly inception: number;
      readonly keyTag: number;
      readonly signer: string;
      readonly signature: Uint8Array;
    }
  /** `types` ascending, without repeats. */
  | { readonly kind: 'nsec'; readonly next: string; readonly types: readonly number[] }
  | {
      readonly kind: 'nsec3';
      readonly hash: number;
      readonly flags: number;
      readonly iterations: number;
      readonly salt: Uint8Array;
      /** The next owner's hash, as octets. */
      readonly next: Uint8Array;
      readonly types: readonly number[];
    }
  | { readonly kind: 'unknown'; readonly octets: Uint8Array };

export interface ResourceRecord {
  readonly name: string;
  readonly type: number;
  readonly class: number;
  /** As on the wire, 32 bits; see `lifetime`. */
  readonly ttl: number;
  readonly rdata: Rdata;
}

export interface EdnsOption {
  readonly code: number;
  readonly octets: Uint8Array;
}

export interface Edns {
  readonly udpSize: number;
  readonly version: number;
  readonly dnssecOk: boolean;
  readonly options: readonly EdnsOption[];
}

export interface DnsMessage {
  readonly id: number;
  readonly response: boolean;
  readonly opcode: number;
  readonly authoritative: boolean;
  readonly truncated: boolean;
  readonly recursionDesired: boolean;
  readonly recursionAvailable: boolean;
  readonly authenticData: boolean;
  readonly checkingDisabled: boolean;
  /** 12 bits where EDNS is there, otherwise 4. */
  readonly rcode: number;
  readonly questions: readonly Question[];
  readonly answers: readonly ResourceRecord[];
  readonly authority: readonly ResourceRecord[];
  readonly additional: readonly ResourceRecord[];
  readonly edns?: Edns | undefined;
}

/** A query that asks nothing yet: every flag off, every section empty. */
export const EMPTY_MESSAGE: DnsMessage = {
  id: 0,
  response: false,
  opcode: 0,
  authoritative: false,
  truncated: false,
  recursionDesired: false,
  recursionAvailable: false,
  authenticData: false,
  checkingDisabled: false,
  rcode: 0,
  questions: [],
  answers: [],
  authority: [],
  additional: [],
};

interface ExtendedError {
  readonly code: number;
  /** Text from outside. */
  readonly text: string;
}

/** Record data by its kind. */
export type RdataOf<K extends Rdata['kind']> = Extract<Rdata, { readonly kind: K }>;

/** RFC 2181 section 8: a TTL with the highest bit set counts as zero. */
export function lifetime(record: ResourceRecord): number {
  return record.ttl > 0x7fffffff ? 0 : record.ttl;
}

/** The extended errors among the EDNS options (RFC 8914 section 2); one too short to hold a code is passed over. */
export function extendedErrorsOf(message: DnsMessage): readonly ExtendedError[] {
  const options = message.edns?.options ?? [];
  return options
    .filter((option) => option.code === OPTIONS.EXTENDED_ERROR && option.octets.length >= 2)
    .map(({ octets }) => ({
      code: ((octets[0] ?? 0) << 8) | (octets[1] ?? 0),
      text: new TextDecoder().decode(octets.subarray(2)),
    }));
}

export function extendedErrorOption(error: ExtendedError): EdnsOption {
  const text = new TextEncoder().encode(error.text);
  return { code: OPTIONS.EXTENDED_ERROR, octets: Uint8Array.of(error.code >> 8, error.code & 0xff, ...text) };
}
