// The index of a run: for every name which lookups it has, where their lines stand, and the fingerprint of what they came
// to. It says nothing that the lines do not say (examine/name-index.ts compares) and is there so that a reader can skip them.
import { createHash, type Hash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { byCodeUnit } from '../../model/name.ts';
import { LOOKUP_KINDS, type LookupKind, type Observation } from '../../model/seen/observation.ts';
import { isCount, jsonLine, readObject } from '../disk/json-text.ts';
import { type Entry, openEntries } from './entry-ledger.ts';
import { fingerprintOf, fingerprintOfAll } from './fingerprint.ts';
import { openGroups } from './line.ts';
import { type Ledger, type LineSum, openLedger } from './line-ledger.ts';

/** The line above the first row. */
export const INDEX = 'index:\n';

export interface IndexRow {
  readonly name: string;
  /** Fingerprint of the name's observations. */
  readonly facts: string;
  readonly lookups: readonly LookupKind[];
  /** A check sum of each of its lines, eight hexadecimal digits each: a changed line is known by it. Absent in runs of old. */
  readonly sums?: string;
  /** Number and byte offset of each of its lines, in the order of the file. */
  readonly lines: readonly LineRef[];
}

export type LineRef = readonly [number: number, offset: number];

/** CRC-32 of a line without its line break: it finds what happened by chance, and the digests what was meant. */
export function sumOf(line: string): number {
  // Signed, so that a million of them are plain numbers in memory.
  return crc32(line) | 0;
}

function sumText(sum: number): string {
  return (sum >>> 0).toString(16).padStart(SUM_DIGITS, '0');
}

export const SUM_DIGITS = 8;

export function formatRow({ name, facts, lookups, sums, lines }: IndexRow): string {
  return `- ${jsonLine({ name, facts, lookups, ...(sums !== undefined && { sums }), lines })}\n`;
}

/** `text` is without its line break. */
export function parseRow(text: string): IndexRow | undefined {
  const value = text.startsWith('- ') ? readObject(text.slice(2)) : undefined;
  if (value === undefined) return undefined;
  const { name, facts, lookups, sums, lines } = value;
  if (typeof name !== 'string' || typeof facts !== 'string' || !Array.isArray(lookups)) return undefined;
  if (!Array.isArray(lines) || lines.length === 0 || !lines.every(isLineRef)) return undefined;
  if (sums !== undefined && typeof sums !== 'string') return undefined;
  const known = LOOKUP_KINDS.filter((kind) => lookups.includes(kind));
  if (known.length !== lookups.length) return undefined;
  return { name, facts, lookups: known, ...(sums !== undefined && { sums }), lines };
}

function isLineRef(value: unknown): value is LineRef {
  return Array.isArray(value) && value.length === 2 && value.every(isCount);
}

const ROW_HEAD = '- {"name":"';
const ROW_END = ']]}';

/** Of a row only the name, where it is written as usual. */
export function nameIn(text: string): string | undefined {
  return text.startsWith(ROW_HEAD) ? text.slice(ROW_HEAD.length, text.indexOf('"', ROW_HEAD.length)) : undefined;
}

/**
 * Of a row only the name and its first and last line, without parsing the rest: asked for every name of a run. The name is a part
 * of the text.
 */
export function endsIn(
  text: string,
): { readonly name: string; readonly first: LineRef; readonly last: LineRef } | undefined {
  if (!text.startsWith(ROW_HEAD) || !text.endsWith(ROW_END)) return undefined;
  const first = refAt(text, text.indexOf(LINES) + LINES.length);
  const last = refAt(text, text.lastIndexOf('[') + 1);
  if (first === undefined || last === undefined) return undefined;
  return { name: text.slice(ROW_HEAD.length, text.indexOf('"', ROW_HEAD.length)), first, last };
}

const LINES = '"lines":[[';

/** What stands between here and the bracket. */
function refAt(text: string, from: number): LineRef | undefined {
  const comma = text.indexOf(',', from);
  const [number, offset] = [Number(text.slice(from, comma)), Number(text.slice(comma + 1, text.indexOf(']', comma)))];
  return isCount(number) && isCount(offset) ? [number, offset] : undefined;
}

/** How a row starts, for finding it in the text of an index. */
export function rowStart(name: string): string {
  return `- {"name":${jsonLine(name)},`;
}

export interface IndexBuilder {
  /** True when the observation's group is whole with it. */
  add(observation: Observation, at: LineSum): boolean;
  breakOff(): void;
  has(name: string, lookup: LookupKind): boolean;
  names(): number;
  rows(): Iterable<IndexRow>;
}

/** A later group of one name and lookup stands in for an earlier one. */
export function openIndex(): IndexBuilder {
  const ledger = openLedger();
  const entries = openEntries();
  const groups = openGroups<{ name: string; lookup: LookupKind; of: number; at: LineSum; fingerprint: string }>();
  return {
    add(observation, at) {
      const { name, lookup, of } = observation;
      const group = groups.add({ name, lookup, of, at, fingerprint: fingerprintOf(observation) });
      if (group === undefined) return false;
      const fingerprint = fingerprintOfAll(group.map((line) => line.fingerprint));
      entries.put(name, { lookup, lines: ledger.add(group.map((line) => line.at)), fingerprint });
      return true;
    },
    breakOff: groups.breakOff,
    has: entries.has,
    names: entries.count,
    *rows() {
      for (const name of [...entries.names()].sort(byCodeUnit)) yield rowOf(name, entries.of(name), ledger);
    },
  };
}

function rowOf(name: string, entries: readonly Entry[], ledger: Ledger): IndexRow {
  const made = new Set(entries.map((entry) => entry.lookup));
  const lines = entries.flatMap((entry) => ledger.of(entry.lines)).sort((a, b) => a[0] - b[0]);
  return {
    name,
    facts: fingerprintOfAll(entries.map((entry) => entry.fingerprint)),
    lookups: LOOKUP_KINDS.filter((kind) => made.has(kind)),
    sums: lines.map(([, , sum]) => sumText(sum)).join(''),
    lines: lines.map(([number, offset]) => [number, offset]),
  };
}

/** What the foot says of all rows, as sixteen hexadecimal digits each. */
export interface Digests {
  /** Over which lookups of which names the rows hold: equal for two runs that asked the same. */
  readonly covers: string;
  /** Over the fingerprints of the names: equal for two runs that saw the same. */
  readonly facts: string;
}

export function openDigests(): { add(row: IndexRow): void; stated(): Digests } {
  const [covers, facts] = [createHash('sha256'), createHash('sha256')];
  return {
    add(row) {
      covers.update(`${row.name} ${row.lookups.join(' ')}\n`);
      facts.update(`${row.name} ${row.facts}\n`);
    },
    stated: () => ({ covers: shortOf(covers), facts: shortOf(facts) }),
  };
}

function shortOf(hash: Hash): string {
  return hash.digest('hex').slice(0, 16);
}
