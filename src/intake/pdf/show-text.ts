// One string of glyphs to places on the page: ISO 32000-1, 9.4.4.
import type { FontFacts } from './interpret.ts';
import { inside, times } from './matrix.ts';
import type { Glyph } from './painted.ts';
import type { State } from './state.ts';

interface Shown {
  readonly glyphs: readonly unknown[];
  readonly font: FontFacts;
}

/** Modes of ISO 32000-1, table 106, that paint nothing. */
const UNPAINTED = [3, 7];
const FAINT = 0.1;

/** Moves on in `state`, as the next string begins where this one ends. */
export function glyphsShown(
  state: State,
  { glyphs, font }: Shown,
): readonly Omit<Glyph, 'turn' | 'mark' | 'artifact'>[] {
  const shown: Omit<Glyph, 'turn' | 'mark' | 'artifact'>[] = [];
  const across = state.scale * state.direction;
  const unit = state.size * font.unit;
  let run = 0;
  for (const one of glyphs) {
    if (typeof one === 'number') run += ((font.vertical ? 1 : -1) * one * state.size) / 1000;
    if (!isGlyph(one)) continue;
    const spacing = (one.isSpace ? state.wordSpacing : 0) + state.charSpacing;
    const width = font.vertical ? -(one.vmetric?.[0] ?? -one.width) : one.width;
    const advance = width * unit + spacing * state.direction;
    shown.push(place(state, { text: one.unicode, run: run * across, width: width * unit * across }));
    run += advance;
  }
  if (font.vertical) state.y -= run;
  else state.x += run * across;
  return shown;
}

interface Set {
  readonly text: string;
  readonly run: number;
  readonly width: number;
}

function place(state: State, { text, run, width }: Set): Omit<Glyph, 'turn' | 'mark' | 'artifact'> {
  const [a, b, c, d, e, f] = times(times(state.ctm, state.text), [1, 0, 0, 1, state.x + run, state.y + state.rise]);
  const along = Math.hypot(a, b);
  const flip = width < 0 ? 180 : 0;
  const size = state.size * Math.hypot(c, d);
  const angle = (Math.round((Math.atan2(b, a) * 180) / Math.PI) + flip + 360) % 360;
  const middle = { x: e + (a * width) / 2, y: f + (b * width) / 2 - (angle === 0 ? size * 0.25 : 0) };
  return {
    text,
    // The code 32 is a letter in many a subset of a font: only what it reads as says whether it is a blank.
    blank: text.trim() === '',
    x: e,
    y: f,
    advance: Math.abs(width) * along,
    size,
    angle,
    colour: state.colour,
    invisible: UNPAINTED.includes(state.mode)
      ? 'mode'
      : state.alpha < FAINT
        ? 'faint'
        : inside(state.clip, middle.x, middle.y)
          ? 'no'
          : 'clipped',
  };
}

interface LibraryGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  readonly vmetric?: readonly number[] | null;
}

function isGlyph(value: unknown): value is LibraryGlyph {
  return (
    value !== null &&
    typeof value === 'object' &&
    'unicode' in value &&
    typeof value.unicode === 'string' &&
    'width' in value &&
    typeof value.width === 'number'
  );
}
