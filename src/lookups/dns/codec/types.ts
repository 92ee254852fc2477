// The numbers of the DNS that this program knows by name, with where they are assigned. Everything else travels as
// octets under its number (RFC 3597). The registry is IANA's "Domain Name System (DNS) Parameters".

/** Record types. Source: the RFC named in each row; last verified 2026-11. */
export const TYPES = {
  A: 1, // RFC 1035 section 3.4.1
  NS: 2, // RFC 1035 section 3.3.11
  CNAME: 5, // RFC 1035 section 3.3.1
  SOA: 6, // RFC 1035 section 3.3.13
  MX: 15, // RFC 1035 section 3.3.9
  TXT: 16, // RFC 1035 section 3.3.14
  AAAA: 28, // RFC 3596 section 2.1
  DNAME: 39, // RFC 6672 section 2.1
  OPT: 41, // RFC 6891 section 6.1.1
  DS: 43, // RFC 4034 section 5
  RRSIG: 46, // RFC 4034 section 3
  NSEC: 47, // RFC 4034 section 4
  DNSKEY: 48, // RFC 4034 section 2
  NSEC3: 50, // RFC 5155 section 3
  NSEC3PARAM: 51, // RFC 5155 section 4
  CDS: 59, // RFC 7344 section 3.1
  CDNSKEY: 60, // RFC 7344 section 3.2
  HTTPS: 65, // RFC 9460 section 9
} as const;

export type TypeName = keyof typeof TYPES;

/** Types that are only ever shown. Source: IANA "Resource Record (RR) TYPEs"; last verified 2026-11. */
const SHOWN_TYPES = {
  PTR: 12,
  HINFO: 13,
  RP: 17,
  LOC: 29,
  SRV: 33,
  NAPTR: 35,
  CERT: 37,
  SSHFP: 44,
  TLSA: 52,
  SMIMEA: 53,
  OPENPGPKEY: 61,
  CSYNC: 62,
  ZONEMD: 63,
  SVCB: 64,
  SPF: 99,
  EUI48: 108,
  EUI64: 109,
  URI: 256,
  CAA: 257,
} as const;

/** The only class in use here (RFC 1035 section 3.2.4). */
export const CLASS_IN = 1;

/** Response codes, 12 bits with EDNS. Source: RFC 1035 section 4.1.1, RFC 2136 2.2, RFC 6891 9; last verified 2026-11. */
export const RCODES = {
  NOERROR: 0,
  FORMERR: 1,
  SERVFAIL: 2,
  NXDOMAIN: 3,
  NOTIMP: 4,
  REFUSED: 5,
  NOTAUTH: 9,
  BADVERS: 16,
  BADCOOKIE: 23,
} as const;

/** EDNS options. Source: RFC 8914 section 2, RFC 7830 section 3, RFC 5001 section 2; last verified 2026-11. */
export const OPTIONS = { NSID: 3, PADDING: 12, EXTENDED_ERROR: 15 } as const;

const NAMED_TYPES: readonly (readonly [string, number])[] = [...Object.entries(TYPES), ...Object.entries(SHOWN_TYPES)];
const TYPE_NAMES = new Map<number, string>(NAMED_TYPES.map(([name, number]) => [number, name]));
const RCODE_NAMES = new Map<number, string>(Object.entries(RCODES).map(([name, number]) => [number, name]));

/** `NS`, or `TYPE66` for a type without a row (RFC 3597 section 5). */
export function typeText(type: number): string {
  return TYPE_NAMES.get(type) ?? `TYPE${type}`;
}

/** The other way round; `undefined` for what is no type. */
export function typeNumber(text: string): number | undefined {
  const known = NAMED_TYPES.find(([name]) => name === text)?.[1];
  const [, digits] = /^TYPE(\d{1,5})$/.exec(text) ?? [];
  return known ?? (digits === undefined ? undefined : Number(digits));
}

export function rcodeText(rcode: number): string {
  return RCODE_NAMES.get(rcode) ?? `RCODE${rcode}`;
}
