// A part of the names of a case, so that several threads can share the work: a span of the numbers that names are mixed to, or of
// the places at which they stand in a file. Every name lies in exactly one of the parts that a whole is cut into, whoever asks.

/** From `from` up to and without `to`. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

const END = 2 ** 32;

export const WHOLE: Part = { from: 0, to: END };

/** Two parts that are the whole together; `share`, between 0 and 1, is how much of it the first one takes. */
export function cut(share: number): readonly [Part, Part] {
  const at = Math.round(share * END);
  return [
    { from: 0, to: at },
    { from: at, to: END },
  ];
}

/** What only one part must do for all falls to the first one. */
export function isFirst({ from }: Part): boolean {
  return from === 0;
}

export function isLast({ to }: Part): boolean {
  return to === END;
}

export function isWhole({ from, to }: Part): boolean {
  return from === 0 && to === END;
}

export function holds(part: Part, name: string): boolean {
  return isWhole(part) || isBetween(placeOf(name), part);
}

/** The same of what stands in something long that the parts share: `share`, from 0 up to 1, says how far from its beginning. */
export function holdsShare(part: Part, share: number): boolean {
  return isBetween(share * END, part);
}

/** Whether it stands behind what the part has. */
export function isBehind({ to }: Part, share: number): boolean {
  return share * END >= to;
}

function isBetween(place: number, { from, to }: Part): boolean {
  return place >= from && place < to;
}

/** FNV-1a, of which the high bits alone would tell short names apart badly. */
const SEED = 0x811c9dc5;
const PRIME = 0x01000193;

function placeOf(name: string): number {
  let mixed = SEED;
  for (let at = 0; at < name.length; at += 1) mixed = Math.imul(mixed ^ name.charCodeAt(at), PRIME);
  return spread(mixed);
}

function spread(mixed: number): number {
  const once = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35);
  return (twice ^ (twice >>> 16)) >>> 0;
}
