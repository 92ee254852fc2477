// Address ranges that were set apart for a purpose: no server of a registry, a zone or a resolver stands there. Rows of IANA's
// two special-purpose address registries (RFC 6890), of multicast, and addresses at which cloud platforms listen.

/** `lab`: a network file given on the command line opens it. `route`: only an explicit route leads there. */
export type Opening = 'always' | 'lab' | 'route';

export interface RangeRow {
  readonly prefix: string;
  /** With an article: `a loopback address`. */
  readonly what: string;
  readonly opening: Opening;
  readonly source: string;
}

/** Last verified 2026-11 against the registries' own RFCs. The longest prefix that holds an address decides. */
export const RANGES: readonly RangeRow[] = [
  { prefix: '0.0.0.0/0', what: 'a public address', opening: 'always', source: 'RFC 791' },
  { prefix: '0.0.0.0/8', what: 'an unspecified address', opening: 'route', source: 'RFC 1122 3.2.1.3' },
  { prefix: '10.0.0.0/8', what: 'a private address', opening: 'lab', source: 'RFC 1918' },
  { prefix: '100.64.0.0/10', what: 'a shared (carrier) address', opening: 'route', source: 'RFC 6598' },
  { prefix: '127.0.0.0/8', what: 'a loopback address', opening: 'lab', source: 'RFC 1122 3.2.1.3' },
  { prefix: '168.63.129.16/32', what: 'a cloud platform address', opening: 'route', source: 'Microsoft Learn, Azure' },
  { prefix: '169.254.0.0/16', what: 'a link-local address', opening: 'route', source: 'RFC 3927' },
  { prefix: '169.254.169.254/32', what: 'a cloud metadata address', opening: 'route', source: 'AWS EC2 user guide' },
  { prefix: '172.16.0.0/12', what: 'a private address', opening: 'lab', source: 'RFC 1918' },
  // With its parts for DS-Lite, dummies, port control, relays and the discovery of NAT64 (RFC 7335, 7600, 7723, 8155, 8880).
  { prefix: '192.0.0.0/24', what: 'an address for protocols', opening: 'route', source: 'RFC 6890 2.1' },
  { prefix: '192.0.2.0/24', what: 'a documentation address', opening: 'lab', source: 'RFC 5737' },
  {
    prefix: '192.31.196.0/24',
    what: 'an address that swallows questions (AS112)',
    opening: 'route',
    source: 'RFC 7535',
  },
  { prefix: '192.52.193.0/24', what: 'a multicast relay address', opening: 'route', source: 'RFC 7450' },
  { prefix: '192.88.99.0/24', what: 'a withdrawn relay address', opening: 'route', source: 'RFC 7526, RFC 6751' },
  { prefix: '192.168.0.0/16', what: 'a private address', opening: 'lab', source: 'RFC 1918' },
  {
    prefix: '192.175.48.0/24',
    what: 'an address that swallows questions (AS112)',
    opening: 'route',
    source: 'RFC 7534',
  },
  { prefix: '198.18.0.0/15', what: 'a benchmarking address', opening: 'lab', source: 'RFC 2544' },
  { prefix: '198.51.100.0/24', what: 'a documentation address', opening: 'lab', source: 'RFC 5737' },
  { prefix: '203.0.113.0/24', what: 'a documentation address', opening: 'lab', source: 'RFC 5737' },
  { prefix: '224.0.0.0/4', what: 'a multicast address', opening: 'route', source: 'RFC 5771' },
  { prefix: '240.0.0.0/4', what: 'a reserved address', opening: 'route', source: 'RFC 1112 4' },
  { prefix: '255.255.255.255/32', what: 'the broadcast address', opening: 'route', source: 'RFC 919 7' },
  // With its parts for IPv4-compatible, IPv4-translated, local NAT64, discard, dummy and segment addresses
  // (RFC 4291 2.5.5.1, 2765, 8215, 6666, 9780, 9602): nothing outside 2000::/3 is handed out.
  { prefix: '::/0', what: 'an address outside global unicast', opening: 'route', source: 'RFC 4291 2.4' },
  { prefix: '2000::/3', what: 'a public address', opening: 'always', source: 'RFC 4291 2.4' },
  { prefix: '::/128', what: 'an unspecified address', opening: 'route', source: 'RFC 4291 2.5.2' },
  { prefix: '::1/128', what: 'a loopback address', opening: 'lab', source: 'RFC 4291 2.5.3' },
  { prefix: '64:ff9b:1::/48', what: 'a local translation address', opening: 'route', source: 'RFC 8215' },
  { prefix: '100::/64', what: 'a discard address', opening: 'route', source: 'RFC 6666' },
  { prefix: '100:0:0:1::/64', what: 'a dummy address', opening: 'route', source: 'RFC 9780' },
  // Teredo lies in it and is judged by what it embeds; port control, relays, ORCHID and drones do too.
  { prefix: '2001::/23', what: 'an address for protocols', opening: 'route', source: 'RFC 2928' },
  { prefix: '2001:2::/48', what: 'a benchmarking address', opening: 'lab', source: 'RFC 5180' },
  { prefix: '2001:db8::/32', what: 'a documentation address', opening: 'lab', source: 'RFC 3849' },
  {
    prefix: '2620:4f:8000::/48',
    what: 'an address that swallows questions (AS112)',
    opening: 'route',
    source: 'RFC 7534',
  },
  { prefix: '3fff::/20', what: 'a documentation address', opening: 'lab', source: 'RFC 9637' },
  { prefix: '5f00::/16', what: 'a segment routing address', opening: 'route', source: 'RFC 9602' },
  { prefix: 'fc00::/7', what: 'a private address', opening: 'lab', source: 'RFC 4193' },
  { prefix: 'fd00:42::42/128', what: 'a cloud metadata address', opening: 'route', source: 'Scaleway documentation' },
  { prefix: 'fd00:ec2::/32', what: 'a cloud metadata address', opening: 'route', source: 'AWS EC2 user guide' },
  { prefix: 'fd20:ce::/32', what: 'a cloud metadata address', opening: 'route', source: 'Google Cloud documentation' },
  { prefix: 'fe80::/10', what: 'a link-local address', opening: 'route', source: 'RFC 4291 2.5.6' },
  { prefix: 'fec0::/10', what: 'a withdrawn site-local address', opening: 'route', source: 'RFC 3879' },
  { prefix: 'ff00::/8', what: 'a multicast address', opening: 'route', source: 'RFC 4291 2.7' },
];

export interface WrappingRow {
  readonly what: string;
  /** Absent: told by the octets alone, wherever the address lies. */
  readonly prefix?: string;
  /** Octets that must stand before the IPv4 address. */
  readonly marked?: readonly (readonly number[])[];
  /** First octet of the IPv4 address inside. */
  readonly at: number;
  readonly inverted?: true;
  readonly source: string;
}

/** Forms of IPv6 address that carry an IPv4 address. Last verified 2026-11. */
export const WRAPPINGS: readonly WrappingRow[] = [
  { prefix: '::ffff:0:0/96', what: 'IPv4-mapped', at: 12, source: 'RFC 4291 2.5.5.2' },
  { prefix: '64:ff9b::/96', what: 'NAT64', at: 12, source: 'RFC 6052 2.1' },
  { prefix: '2002::/16', what: '6to4', at: 2, source: 'RFC 3056 2' },
  { prefix: '2001::/32', what: 'Teredo server', at: 4, source: 'RFC 4380 4' },
  { prefix: '2001::/32', what: 'Teredo client', at: 12, inverted: true, source: 'RFC 4380 4' },
  {
    what: 'ISATAP',
    marked: [
      [0x00, 0x00, 0x5e, 0xfe],
      [0x02, 0x00, 0x5e, 0xfe],
    ],
    at: 12,
    source: 'RFC 5214 6.1',
  },
];
