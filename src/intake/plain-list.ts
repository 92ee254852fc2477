// A list of names as programs write them, a name a line: read at the speed of its lines. The few lines that a person would have to look
// at are sifted as those of every other document are, and what comes out is what sifting the whole would come to.
import type { Name } from '../model/name.ts';
import { kindOf } from './kind.ts';
import type { DocumentSource, DocumentText } from './placed.ts';
import { type Divided, divided, undivided } from './plain/divided.ts';
import { hashOf, type Line, linesOf } from './plain/scan.ts';
import { isOwn, type Knowing } from './sift/endings.ts';
import { RATHER_FILES } from './sift/tables.ts';
import { mailDomainsIn, siftAmong } from './sift.ts';
import type { Sifted } from './sifted.ts';

export interface PlainList {
  /** How many names, each counted once, without those of `rest`. */
  readonly count: number;
  /** In the order of the list, from 0. */
  name(at: number): Name;
  /** Where it stands first, from 1. */
  line(at: number): number;
  has(name: Name): boolean;
  readonly repeated: {
    readonly count: number;
    /** The first of them. */
    readonly told: readonly { readonly name: Name; readonly line: number; readonly firstLine: number }[];
  };
  /** Odd lines with those around them, and what they come to. Absent: there are none. */
  readonly rest?: { readonly text: DocumentText; readonly sifted: Sifted };
}

/** More repetitions are counted, not told. */
const TOLD = 100;

/** A list with more odd lines than this is no plain one. */
const MOST_ODD = 20_000;

/** `undefined`: it is no such list. */
export function plainList(source: DocumentSource, knowing: Knowing): PlainList | undefined {
  const { file } = source;
  const kind = kindOf(source.octets, file);
  if (!('format' in kind) || kind.format !== 'text') return undefined;
  const octets = Buffer.from(source.octets.buffer, source.octets.byteOffset, source.octets.length);
  const most = linesIn(octets);
  const isSure = surelyMeant(knowing, octets);
  const whole = undivided(octets, { most, isOdd: (line) => !isSure(line) });
  const found = whole ?? dividedList(octets, { most, isSure, knowing });
  return found === undefined || found.names.count === 0 ? undefined : listOf(found, octets, knowing);
}

interface Reading {
  readonly most: number;
  readonly knowing: Knowing;
  isSure(line: Line): boolean;
}

function dividedList(octets: Buffer, { most, isSure, knowing }: Reading): Divided | undefined {
  const odd = oddLines(octets, isSure);
  const found = odd && divided(octets, { most, isOdd: ({ number }) => odd.has(number) });
  if (odd === undefined || found === undefined) return undefined;
  // Somebody has mail at a name of the list: it may be a letterhead.
  const mail: readonly string[] = mailAmong(found, knowing);
  if (mail.length === 0) return found;
  return divided(octets, { most, isOdd: (line) => odd.has(line.number) || mail.includes(textIn(octets, line)) });
}

function listOf(found: Divided, octets: Buffer, knowing: Knowing): PlainList | undefined {
  const { names, entries, repeated, told, apart } = found;
  const nameAt = (nth: number) => textIn(octets, { start: names.start(nth), end: names.end(nth) }) as Name;
  const again = told.map(([nth, line]) => ({ name: nameAt(nth), line, firstLine: names.line(nth) }));
  const list = { count: names.count, name: nameAt, line: names.line, repeated: { count: repeated, told: again } };
  if (apart.length === 0) return { ...list, has: (wanted) => indexOf(found, wanted) !== -1 };
  const text: DocumentText = { format: 'text', lines: apart, remarks: [] };
  const sifted = siftAmong(text, knowing, {
    count: entries,
    place(wanted) {
      const nth = indexOf(found, wanted);
      return nth === -1 ? undefined : { line: names.line(nth) };
    },
  });
  return sifted && { ...without(list, found, sifted), rest: { text, sifted } };
}

/** A name that stands on an odd line further up is there for the first time, and repeated in the list. */
function without(list: Omit<PlainList, 'has'>, found: Divided, { sure }: Sifted): PlainList {
  const above = new Map(sure.map(({ name, place }) => [indexOf(found, name), place.line ?? 0]));
  above.delete(-1);
  const kept = Uint32Array.from({ length: list.count }, (_, nth) => nth).filter((nth) => !above.has(nth));
  const firsts = [...above].map(([nth, firstLine]) => ({ name: list.name(nth), line: list.line(nth), firstLine }));
  const lines = new Map(firsts.map(({ name, firstLine }) => [name, firstLine]));
  const told = list.repeated.told.map((one) => ({ ...one, firstLine: lines.get(one.name) ?? one.firstLine }));
  return {
    count: kept.length,
    name: (at) => list.name(kept[at] ?? 0),
    line: (at) => list.line(kept[at] ?? 0),
    has(wanted) {
      const nth = indexOf(found, wanted);
      return nth !== -1 && !above.has(nth);
    },
    repeated: { count: list.repeated.count + firsts.length, told: [...firsts, ...told].slice(0, TOLD) },
  };
}

/** By their numbers. */
function oddLines(octets: Buffer, isSure: (line: Line) => boolean): ReadonlySet<number> | undefined {
  const odd = new Set<number>();
  for (const line of linesOf(octets)) {
    if (line.looks === 'nothing' || (line.looks === 'name' && isSure(line))) continue;
    odd.add(line.number);
    if (odd.size > MOST_ODD) return undefined;
  }
  return odd;
}

function mailAmong(found: Divided, knowing: Knowing): readonly Name[] {
  if (found.apart.length === 0) return [];
  const domains = mailDomainsIn({ format: 'text', lines: found.apart, remarks: [] }, knowing);
  return [...domains].filter((domain) => indexOf(found, domain) !== -1);
}

function indexOf({ names }: Divided, name: Name): number {
  const wanted = Buffer.from(name, 'latin1');
  return names.find(wanted, hashOf(wanted));
}

function textIn(octets: Buffer, { start, end }: Pick<Line, 'start' | 'end'>): string {
  return octets.toString('latin1', start, end);
}

/** What the sifting asks of a name that stands in a list by itself. */
function surelyMeant({ endings, own }: Knowing, octets: Buffer): (line: Line) => boolean {
  const tops = new Map<string, boolean>();
  const isEnding = (top: string) => {
    const known = tops.get(top) ?? (endings.isTop(top) && !RATHER_FILES.has(top));
    tops.set(top, known);
    return known;
  };
  return (line) => {
    const name = textIn(octets, line) as Name;
    const top = octets.toString('latin1', line.top, line.end);
    return isEnding(top) && endings.standing(name) === 'ordinary' && !isOwn(name, own);
  };
}

function linesIn(octets: Uint8Array): number {
  let count = 1;
  for (let at = octets.indexOf(10); at !== -1; at = octets.indexOf(10, at + 1)) count += 1;
  return count;
}
