// A list of names among which some lines are odd: those, with the lines around them, are taken out as a document of their own, at
// their places, and the others stay what they are, stretches of octets.
import { isComment } from '../formats/text.ts';
import type { PlacedLine } from '../placed.ts';
import { type Distinct, distinctIn } from './distinct.ts';
import { type Line, linesOf } from './scan.ts';

export interface Divided {
  readonly names: Distinct;
  /** Lines that hold one of them, repetitions among them. */
  readonly entries: number;
  readonly repeated: number;
  /** The first of those: the number of the name, and the line. */
  readonly told: readonly (readonly [at: number, line: number])[];
  readonly apart: readonly PlacedLine[];
}

interface Dividing {
  /** No more lines than these will come. */
  readonly most: number;
  isOdd(line: Line): boolean;
}

/** Whatever an odd line does to its neighbours reaches no further: a name that was broken over lines goes on in the next. */
const AROUND = 3;
const TOLD = 100;

/** `undefined`: a line is not what a line of a text can be, and the whole has to be read to tell. */
export function divided(octets: Uint8Array, { most, isOdd }: Dividing): Divided | undefined {
  const counting = countingIn(octets, most);
  const sorting = sortingOf(octets, counting.keep);
  for (const line of linesOf(octets)) {
    if (isOdd(line)) {
      const text = textOf(octets, line);
      if (text === undefined) return undefined;
      sorting.odd(line, text);
    } else if (line.looks === 'nothing') sorting.nothing(line.end > line.start && octets[line.start] === HASH);
    else sorting.name(line);
  }
  return counting.outcome(sorting.end());
}

/** Line by line: odd ones and those around them go apart, the others are kept. */
function sortingOf(octets: Uint8Array, keep: (line: Line) => void) {
  const apart: PlacedLine[] = [];
  /** The last names before this line, which go apart if an odd line follows. */
  let waiting: Waiting[] = [];
  let [block, inBlock, behind] = [1, false, 0];
  const nothing = (isRemark: boolean): void => {
    if (!isRemark && inBlock) block += 1;
    inBlock = false;
  };
  return {
    nothing,
    odd(line: Line, text: string): void {
      const words = text.trim();
      const place = { line: line.number };
      if (line.looks === 'nothing' || words === '' || isComment(words)) {
        nothing(words !== '');
        if (words !== '') apart.push({ text: words, place, kind: 'furniture', what: 'comment' });
        return;
      }
      inBlock = true;
      for (const one of waiting) apart.push(placed(octets, one));
      waiting = [];
      behind = AROUND;
      apart.push({ text: text.trimEnd(), place, kind: 'line', block });
    },
    name(line: Line): void {
      inBlock = true;
      if (behind > 0) {
        behind -= 1;
        apart.push(placed(octets, copyOf(line, block)));
        return;
      }
      const first = waiting.length < AROUND ? undefined : waiting.shift();
      if (first !== undefined) keep(first);
      waiting.push(copyOf(line, block));
    },
    end(): readonly PlacedLine[] {
      for (const one of waiting) keep(one);
      return apart;
    },
  };
}

/** The same of a list without an odd line. `undefined`: there is one. Asked only of names that come for the first time. */
export function undivided(octets: Uint8Array, { most, isOdd }: Dividing): Divided | undefined {
  const counting = countingIn(octets, most);
  for (const line of linesOf(octets)) {
    if (line.looks === 'nothing') continue;
    if (line.looks === 'other' || (counting.keep(line) && isOdd(line))) return undefined;
  }
  return counting.outcome([]);
}

function countingIn(octets: Uint8Array, most: number) {
  const names = distinctIn(octets, most);
  const told: (readonly [number, number])[] = [];
  let [entries, repeated] = [0, 0];
  return {
    /** Whether it comes for the first time. */
    keep(line: Line): boolean {
      const before = names.count;
      const at = names.add(line);
      entries += 1;
      if (at === before) return true;
      repeated += 1;
      if (repeated <= TOLD) told.push([at, line.number]);
      return false;
    },
    outcome: (apart: readonly PlacedLine[]): Divided => ({ names, entries, repeated, told, apart }),
  };
}

const HASH = 35;

interface Waiting extends Line {
  readonly block: number;
}

/** Field by field: of a million lines a spread is what takes the time. */
function copyOf({ looks, number, start, end, top, hash }: Line, block: number): Waiting {
  return { looks, number, start, end, top, hash, block };
}

function placed(octets: Uint8Array, { start, end, number, block }: Waiting): PlacedLine {
  const text = Buffer.from(octets.buffer, octets.byteOffset + start, end - start).toString('latin1');
  return { text, place: { line: number }, kind: 'line', block };
}

/** With a break of another kind in it, or in no known encoding, its number would not be what a person counts. */
function textOf(octets: Uint8Array, { start, end }: Line): string | undefined {
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: start > 0 });
    const text = decoder.decode(octets.subarray(start, end));
    return /[\r\f\0]/.test(text) ? undefined : text;
  } catch {
    return undefined;
  }
}
