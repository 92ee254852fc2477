// Whether somebody who looks at the page sees a glyph: a drafter's leftover or a trick must not pass for the order's text.
import { inside } from './matrix.ts';
import type { Area, Glyph } from './painted.ts';

export type Unseen = 'invisible' | 'tiny' | 'in the colour of the page' | 'covered' | 'off the page';

/** Smaller print than this, in points, is not read by eye. */
const TINY = 2.5;
/** Of 255, in each of red, green and blue. */
const NEAR = 24;
const PAPER = '#ffffff';

export function unseen(glyph: Glyph, areas: readonly Area[]): Unseen | undefined {
  if (glyph.invisible === 'clipped') return 'off the page';
  if (glyph.invisible !== 'no') return 'invisible';
  if (glyph.size < TINY) return 'tiny';
  const x = glyph.x + Math.cos((glyph.angle * Math.PI) / 180) * (glyph.advance / 2);
  const y =
    glyph.y + Math.sin((glyph.angle * Math.PI) / 180) * (glyph.advance / 2) - (glyph.angle === 0 ? glyph.size / 4 : 0);
  let ground: string | undefined = PAPER;
  for (const area of areas) {
    if (!inside(area.box, x, y)) continue;
    if (area.turn > glyph.turn) return 'covered';
    ground = area.colour;
  }
  return alike(glyph.colour, ground) ? 'in the colour of the page' : undefined;
}

/** A pattern is like nothing. */
function alike(one: string | undefined, other: string | undefined): boolean {
  if (one === undefined || other === undefined) return false;
  const [a, b] = [parts(one), parts(other)];
  return a.length === 3 && a.every((part, at) => Math.abs(part - (b[at] ?? 999)) <= NEAR);
}

function parts(colour: string): readonly number[] {
  return /^#[0-9a-f]{6}$/i.test(colour) ? [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16)) : [];
}
