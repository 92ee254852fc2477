// Glyphs to words: what stands on one baseline without a gap. Where a gap may be a blank or none, the word says so, since
// half a name may be another's.
import type { Area, Glyph, Rule } from './painted.ts';
import { type Unseen, unseen } from './sight.ts';

export interface Word {
  readonly text: string;
  /** In the frame of its direction: along the line, and down from line to line. */
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly angle: number;
  readonly unseen: Unseen | undefined;
  readonly struck: boolean;
  /** A gap beside it is neither surely a blank nor surely none. */
  readonly spaced: boolean;
  /** A blank was written after it. */
  readonly blankAfter: boolean;
  readonly mark: string | undefined;
  readonly artifact: boolean;
}

/** In parts of the letters' size. A blank is a quarter to a third, in tight lines a fifth; kerning less than a twentieth. */
export const GAP = 0.15;
const SURELY_NONE = 0.07;
const SURELY_BLANK = 0.2;
const BASELINE = 0.12;

interface Open {
  readonly glyphs: Glyph[];
  text: string;
  left: number;
  right: number;
  y: number;
  spaced: boolean;
}

interface Page {
  readonly glyphs: readonly Glyph[];
  readonly areas: readonly Area[];
  readonly rules: readonly Rule[];
}

export function wordsOf(page: Page): readonly Word[] {
  const words: Word[] = [];
  let open: Open | undefined;
  const close = (blankAfter: boolean) => {
    if (open !== undefined) words.push(wordOf(open, { page, blankAfter }));
    open = undefined;
  };
  for (const glyph of page.glyphs) {
    if (glyph.blank) {
      close(true);
      continue;
    }
    const { u, v } = inFrame(glyph);
    const gap = open === undefined ? 0 : (u - open.right) / glyph.size;
    if (open !== undefined && !goesOn(open, { glyph, v, gap })) {
      const doubtful = gap > GAP && gap < SURELY_BLANK && sameLine(open, glyph, v);
      if (doubtful) open.spaced = true;
      close(false);
      open = begin(glyph, { u, v, spaced: doubtful });
    } else if (open === undefined) open = begin(glyph, { u, v, spaced: false });
    else {
      // Twice in one place is how some programs print bold.
      if (!(open.text.endsWith(readable(glyph.text)) && Math.abs(u - lastLeft(open)) < glyph.size * GAP)) {
        open.text += readable(glyph.text);
        open.glyphs.push(glyph);
      }
      open.right = Math.max(open.right, u + glyph.advance);
      open.spaced ||= gap > SURELY_NONE;
    }
  }
  close(false);
  return withoutDoubles(words);
}

function begin(glyph: Glyph, { u, v, spaced }: { u: number; v: number; spaced: boolean }): Open {
  return { glyphs: [glyph], text: readable(glyph.text), left: u, right: u + glyph.advance, y: v, spaced };
}

function goesOn(open: Open, { glyph, v, gap }: { glyph: Glyph; v: number; gap: number }): boolean {
  return sameLine(open, glyph, v) && gap <= GAP && gap > -1.2 && inFrame(glyph).u >= open.left - 0.1 * glyph.size;
}

function sameLine(open: Open, glyph: Glyph, v: number): boolean {
  const [first] = open.glyphs;
  if (first === undefined || first.angle !== glyph.angle) return false;
  const ratio = glyph.size / first.size;
  return Math.abs(v - open.y) <= BASELINE * glyph.size && ratio > 0.85 && ratio < 1.18;
}

/** Turned back, so that a line runs to the right whatever its direction on the page. */
function inFrame({ x, y, angle }: Pick<Glyph, 'x' | 'y' | 'angle'>): { readonly u: number; readonly v: number } {
  if (angle === 0) return { u: x, v: y };
  const turn = (angle * Math.PI) / 180;
  return { u: x * Math.cos(turn) + y * Math.sin(turn), v: y * Math.cos(turn) - x * Math.sin(turn) };
}

function lastLeft(open: Open): number {
  const last = open.glyphs.at(-1);
  return last === undefined ? Number.NaN : inFrame(last).u;
}

/** Ligatures as their letters; what the file gives no meaning to as U+FFFD. */
function readable(text: string): string {
  return text
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize('NFKC'))
    .replace(/[\p{Private_Use}\p{Surrogate}\p{Noncharacter_Code_Point}]/gu, '\ufffd')
    .replace(/\p{Cc}/gu, '\ufffd');
}

function wordOf(open: Open, { page, blankAfter }: { page: Page; blankAfter: boolean }): Word {
  const [first] = open.glyphs;
  const { size = 0, angle = 0, mark, artifact = false } = first ?? {};
  const looked = open.glyphs.filter(
    (glyph, at, all) => at === 0 || glyph.turn !== all[at - 1]?.turn || at === all.length - 1,
  );
  let hidden: Unseen | undefined;
  for (const glyph of looked) hidden ??= unseen(glyph, page.areas);
  const { text, left, right, y, spaced } = open;
  const struck = angle === 0 && page.rules.some((rule) => strikes(rule, { left, right, y, size }));
  return {
    text: inOrder(text),
    left,
    right,
    y,
    size,
    angle,
    unseen: hidden,
    struck,
    spaced,
    blankAfter,
    mark,
    artifact,
  };
}

interface Extent {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
}

function strikes({ box, upright }: Rule, { left, right, y, size }: Extent): boolean {
  const height = (box.top + box.bottom) / 2;
  return (
    !upright &&
    box.left <= left + size / 4 &&
    box.right >= right - size / 4 &&
    height < y - size * 0.12 &&
    height > y - size * 0.45
  );
}

/** Glyphs of scripts that run to the left are painted from the left, so their letters stand the other way round. */
function inOrder(text: string): string {
  return /^[\p{Script=Hebrew}\p{Script=Arabic}\p{M}]+$/u.test(text) ? [...text].reverse().join('') : text;
}

/** The same word in the same place again: a shadow, or bold. */
function withoutDoubles(words: readonly Word[]): readonly Word[] {
  const seen = new Map<string, Word[]>();
  return words.filter((word) => {
    const key = `${word.angle} ${word.text}`;
    const before = seen.get(key) ?? [];
    const near = (one: Word) =>
      Math.abs(one.left - word.left) < word.size * 0.2 && Math.abs(one.y - word.y) < word.size * 0.2;
    if (before.slice(-50).some(near)) return false;
    before.push(word);
    seen.set(key, before);
    return true;
  });
}
