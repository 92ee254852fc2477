// Address ranges that a program which follows other people's answers must not dial by itself, after IANA's special-purpose
// registries (RFC 6890). A form that wraps an IPv4 address is judged by what it wraps. What to do about it: guard.ts.
import { type Address, familyOf, parseAddress, parsePrefix, prefixTest } from '../model/address.ts';

/** `lab`: a network file given on the command line opens it. `route`: only an explicit route leads there. */
type Opening = 'always' | 'lab' | 'route';

interface RangeRow {
  readonly prefix: string;
  readonly what: string;
  readonly opening: Opening;
  readonly source: string;
}

/** Last verified 2026-11. The longest prefix that holds an address decides. */
const RANGES: readonly RangeRow[] = [
  { prefix: '0.0.0.0/0', what: 'a public address', opening: 'always', source: 'RFC 791' },
  { prefix: '0.0.0.0/8', what: 'an unspecified address', opening: 'route', source: 'RFC 1122 3.2.1.3' },
  { prefix: '10.0.0.0/8', what: 'a private address', opening: 'lab', source: 'RFC 1918' },
  { prefix: '100.64.0.0/10', what: 'a shared (carrier) address', opening: 'route', source: 'RFC 6598' },
  { prefix: '127.0.0.0/8', what: 'a loopback address', opening: 'lab', source: 'RFC 1122 3.2.1.3' },
  { prefix: '168.63.129.16/32', what: 'a cloud platform address', opening: 'route', source: 'Microsoft Learn, Azure' },
  { prefix: '169.254.0.0/16', what: 'a link-local address', opening: 'route', source: 'RFC 3927' },
  { prefix: '169.254.169.254/32', what: 'a cloud metadata address', opening: 'route', source: 'AWS EC2 user guide' },
  { prefix: '172.16.0.0/12', what: 'a private address', opening: 'lab', source: 'RFC 1918' },
  { prefix: '192.0.0.0/24', what: 'an address for protocols', opening: 'route', source: 'RFC 6890 2.1' },
  { prefix: '192.0.2.0/24', what: 'a documentation address', opening: 'lab', source: 'RFC 5737' },
  { prefix: '192.88.99.0/24', what: 'a withdrawn relay address', opening: 'route', source: 'RFC 7526' },
  { prefix: '192.168.0.0/16', what: 'a private address', opening: 'lab', source: 'RFC 1918' },
  { prefix: '198.18.0.0/15', what: 'a benchmarking address', opening: 'lab', source: 'RFC 2544' },
  { prefix: '198.51.100.0/24', what: 'a documentation address', opening: 'lab', source: 'RFC 5737' },
  { prefix: '203.0.113.0/24', what: 'a documentation address', opening: 'lab', source: 'RFC 5737' },
  { prefix: '224.0.0.0/4', what: 'a multicast address', opening: 'route', source: 'RFC 5771' },
  { prefix: '240.0.0.0/4', what: 'a reserved address', opening: 'route', source: 'RFC 1112 4' },
  { prefix: '::/0', what: 'an address outside global unicast', opening: 'route', source: 'RFC 4291 2.4' },
  { prefix: '2000::/3', what: 'a public address', opening: 'always', source: 'RFC 4291 2.4' },
  { prefix: '::/128', what: 'an unspecified address', opening: 'route', source: 'RFC 4291 2.5.2' },
  { prefix: '::1/128', what: 'a loopback address', opening: 'lab', source: 'RFC 4291 2.5.3' },
  { prefix: '100::/64', what: 'a discard address', opening: 'route', source: 'RFC 6666' },
  { prefix: '2001:2::/48', what: 'a benchmarking address', opening: 'lab', source: 'RFC 5180' },
  { prefix: '2001:10::/28', what: 'an address for protocols', opening: 'route', source: 'RFC 4843' },
  { prefix: '2001:20::/28', what: 'an address for protocols', opening: 'route', source: 'RFC 7343' },
  { prefix: '2001:db8::/32', what: 'a documentation address', opening: 'lab', source: 'RFC 3849' },
  { prefix: '3fff::/20', what: 'a documentation address', opening: 'lab', source: 'RFC 9637' },
  { prefix: 'fc00::/7', what: 'a private address', opening: 'lab', source: 'RFC 4193' },
  { prefix: 'fd00:ec2::/32', what: 'a cloud metadata address', opening: 'route', source: 'AWS EC2 user guide' },
  {
    prefix: 'fd20:ce::/32',
    what: 'a cloud metadata address',
    opening: 'route',
    source: 'Google Cloud metadata server',
  },
  { prefix: 'fe80::/10', what: 'a link-local address', opening: 'route', source: 'RFC 4291 2.5.6' },
  { prefix: 'fec0::/10', what: 'a withdrawn site-local address', opening: 'route', source: 'RFC 3879' },
  { prefix: 'ff00::/8', what: 'a multicast address', opening: 'route', source: 'RFC 4291 2.7' },
];

interface WrappingRow {
  readonly prefix: string;
  readonly what: string;
  /** First octets of the IPv4 addresses inside. */
  readonly at: readonly number[];
  readonly inverted?: true;
  readonly source: string;
}

/** Forms of IPv6 address that carry an IPv4 address. Last verified 2026-11. */
const WRAPPINGS: readonly WrappingRow[] = [
  { prefix: '::ffff:0:0/96', what: 'IPv4-mapped', at: [12], source: 'RFC 4291 2.5.5.2' },
  { prefix: '64:ff9b::/96', what: 'NAT64', at: [12], source: 'RFC 6052 2.1' },
  { prefix: '2002::/16', what: '6to4', at: [2], source: 'RFC 3056 2' },
  { prefix: '2001::/32', what: 'Teredo server', at: [4], source: 'RFC 4380 4' },
  { prefix: '2001::/32', what: 'Teredo client', at: [12], inverted: true, source: 'RFC 4380 4' },
];

interface Range extends RangeRow {
  readonly family: 'ipv4' | 'ipv6';
  readonly length: number;
  readonly holds: (address: Address) => boolean;
}

const BY_LENGTH: readonly Range[] = RANGES.map((row) => ({
  ...row,
  family: row.prefix.includes(':') ? ('ipv6' as const) : ('ipv4' as const),
  length: Number(row.prefix.slice(row.prefix.indexOf('/') + 1)),
  holds: testOf(row.prefix),
})).sort((a, b) => b.length - a.length);

const WRAPPED = WRAPPINGS.map((row) => ({ ...row, holds: testOf(row.prefix) }));

function testOf(prefix: string): (address: Address) => boolean {
  const parsed = parsePrefix(prefix);
  return prefixTest(parsed === undefined ? [] : [parsed]);
}

export interface AddressClass {
  /** With an article: `a loopback address`. */
  readonly what: string;
  readonly opening: Opening;
}

const STRICTNESS: readonly Opening[] = ['always', 'lab', 'route'];

/** What kind of address this is. Wrapped forms are as closed as the strictest address inside. */
export function classOf(address: Address): AddressClass {
  if (familyOf(address) === 'ipv4') return plainClass(address);
  const classes = WRAPPED.filter((row) => row.holds(address)).flatMap((row) =>
    row.at.map((at) => wrapped(address, row, at)),
  );
  return classes.length === 0
    ? plainClass(address)
    : classes.reduce((a, b) => (STRICTNESS.indexOf(b.opening) > STRICTNESS.indexOf(a.opening) ? b : a));
}

function plainClass(address: Address): AddressClass {
  const family = familyOf(address);
  const range = BY_LENGTH.find((row) => row.family === family && row.holds(address));
  return { what: range?.what ?? 'an unknown address', opening: range?.opening ?? 'route' };
}

function wrapped(address: Address, row: WrappingRow, at: number): AddressClass {
  const octets = octetsOf(address).slice(at, at + 4);
  const inner = parseAddress(octets.map((octet) => (row.inverted ? octet ^ 0xff : octet)).join('.'));
  const found = inner === undefined ? { what: 'an unknown address', opening: 'route' as const } : plainClass(inner);
  return { what: `${found.what} in ${row.what} form`, opening: found.opening };
}

/** The sixteen octets of an IPv6 address in its canonical text. */
function octetsOf(address: Address): readonly number[] {
  const [left = '', right] = address.split('::');
  const head = groupsOf(left);
  const tail = right === undefined ? [] : groupsOf(right);
  const groups = [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
  return groups.flatMap((group) => [group >> 8, group & 0xff]);
}

function groupsOf(text: string): readonly number[] {
  return text === '' ? [] : text.split(':').map((group) => Number.parseInt(group, 16));
}
