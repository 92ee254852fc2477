// What kind of address this is, for a program that follows other people's answers. A form that wraps an IPv4 address is judged
// by what it wraps and where it lies. What to do about it: guard.ts.
import { type Address, familyOf, parseAddress, parsePrefix, prefixTest } from '../model/address.ts';
import { type Opening, RANGES, type RangeRow, WRAPPINGS, type WrappingRow } from './special-ranges.ts';

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

const WRAPPED = WRAPPINGS.map((row) => ({ ...row, holds: row.prefix === undefined ? undefined : testOf(row.prefix) }));

function testOf(prefix: string): (address: Address) => boolean {
  const parsed = parsePrefix(prefix);
  return prefixTest(parsed === undefined ? [] : [parsed]);
}

interface AddressClass {
  /** With an article: `a loopback address`. */
  readonly what: string;
  readonly opening: Opening;
}

const STRICTNESS: readonly Opening[] = ['always', 'lab', 'route'];

/** A wrapped form is as closed as the strictest address inside. */
export function classOf(address: Address): AddressClass {
  if (familyOf(address) === 'ipv4') return plainClass(address);
  const octets = octetsOf(address);
  const rows = WRAPPED.filter((row) => row.holds?.(address) ?? isMarked(row, octets));
  const inside = rows.map((row) => wrapped(octets, row));
  // A prefix says that the address is nothing but its wrapping; a mark in the middle of another one says less.
  const own = rows.some(({ prefix }) => prefix !== undefined) ? [] : [plainClass(address)];
  return [...own, ...inside].reduce((a, b) => (STRICTNESS.indexOf(b.opening) > STRICTNESS.indexOf(a.opening) ? b : a));
}

function isMarked({ marked = [], at }: WrappingRow, octets: readonly number[]): boolean {
  return marked.some((mark) => mark.every((octet, i) => octets[at - mark.length + i] === octet));
}

function plainClass(address: Address): AddressClass {
  const family = familyOf(address);
  const range = BY_LENGTH.find((row) => row.family === family && row.holds(address));
  return { what: range?.what ?? 'an unknown address', opening: range?.opening ?? 'route' };
}

function wrapped(octets: readonly number[], row: WrappingRow): AddressClass {
  const own = octets.slice(row.at, row.at + 4);
  const inner = parseAddress(own.map((octet) => (row.inverted ? octet ^ 0xff : octet)).join('.'));
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
