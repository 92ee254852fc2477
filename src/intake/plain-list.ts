// A list of which every line is a name and nothing else, as programs write generated names: read at the speed of its lines. Anything
// that a person would have to look at makes it another document, which is read and sifted as every other is.

import type { Name } from '../model/name.ts';
import { kindOf } from './kind.ts';
import type { DocumentSource } from './placed.ts';
import { distinctIn } from './plain/distinct.ts';
import { linesOf } from './plain/scan.ts';
import { isOwn, type Knowing } from './sift/endings.ts';
import { RATHER_FILES } from './sift/tables.ts';

export interface PlainList {
  /** How many names, each counted once. */
  readonly count: number;
  /** In the order of the list, from 0. */
  name(at: number): Name;
  /** Where it stands first, from 1. */
  line(at: number): number;
  readonly repeated: {
    readonly count: number;
    /** The first of them. */
    readonly told: readonly { readonly name: Name; readonly line: number; readonly firstLine: number }[];
  };
}

/** More of them are counted, not told. */
const TOLD = 100;

/** `undefined`: it is no such list. What comes out is what reading and sifting it would come to. */
export function plainList(source: DocumentSource, knowing: Knowing): PlainList | undefined {
  const { octets, file } = source;
  const kind = kindOf(octets, file);
  if (!('format' in kind) || kind.format !== 'text') return undefined;
  const whole = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const text = (start: number, end: number) => whole.toString('latin1', start, end);
  const names = distinctIn(octets, linesIn(octets));
  const nameAt = (at: number) => text(names.start(at), names.end(at)) as Name;
  const isSure = surelyMeant(knowing);
  const told: PlainList['repeated']['told'][number][] = [];
  let repeated = 0;
  for (const line of linesOf(octets)) {
    if (line.looks === 'nothing') continue;
    if (line.looks === 'other') return undefined;
    const before = names.count;
    const at = names.add(line);
    if (at < before) {
      repeated += 1;
      if (repeated <= TOLD) told.push({ name: nameAt(at), line: line.number, firstLine: names.line(at) });
    } else if (!isSure(nameAt(at), text(line.top, line.end))) return undefined;
  }
  if (names.count === 0) return undefined;
  return { count: names.count, name: nameAt, line: names.line, repeated: { count: repeated, told } };
}

/** What the sifting asks of a name that stands in a list by itself. */
function surelyMeant({ endings, own }: Knowing): (name: Name, top: string) => boolean {
  const tops = new Map<string, boolean>();
  const isEnding = (top: string) => {
    const known = tops.get(top) ?? (endings.isTop(top) && !RATHER_FILES.has(top));
    tops.set(top, known);
    return known;
  };
  return (name, top) => isEnding(top) && endings.standing(name) === 'ordinary' && !isOwn(name, own);
}

function linesIn(octets: Uint8Array): number {
  let count = 1;
  for (let at = octets.indexOf(10); at !== -1; at = octets.indexOf(10, at + 1)) count += 1;
  return count;
}
