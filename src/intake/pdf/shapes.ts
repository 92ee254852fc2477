// A path to what it means for text: areas that cover, and rules that part cells.
import { type Box, boxOf, numbers } from './matrix.ts';
import type { Area, Rule } from './painted.ts';
import type { State } from './state.ts';

/** As the library writes a path: its own numbers for its parts (pdf.js 5, `DrawOPS`). */
const MOVE = 0;
const LINE = 1;
const CURVE = 2;
const QUADRATIC = 3;
const CLOSE = 4;
const LENGTHS: Readonly<Record<number, number>> = { [MOVE]: 2, [LINE]: 2, [CURVE]: 6, [QUADRATIC]: 4, [CLOSE]: 0 };

/** Thinner than this, in points, is a rule; a letter's stem is not drawn as a path. */
const THIN = 2;
/** Shorter is an ornament or a part of a glyph that was drawn. */
const SHORT = 4;
const OPAQUE = 0.9;

const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];

interface With {
  readonly state: State;
  readonly ops: Readonly<Record<string, number>>;
}

interface Shapes {
  readonly areas: readonly Omit<Area, 'turn'>[];
  readonly rules: readonly Rule[];
}

export function shapesOf([op, parts, bounds]: readonly unknown[], { state, ops }: With): Shapes {
  const is = (names: readonly string[]) => names.some((name) => ops[name] === op);
  const [left, top, right, bottom] = numbers(bounds);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return NONE;
  const whole = boxOf(state.ctm, [left, top, right, bottom]);
  const rules: Rule[] = [];
  const areas: Omit<Area, 'turn'>[] = [];
  if (is(FILLS) && state.alpha >= OPAQUE && !state.blends) {
    const rule = asRule(whole);
    if (rule !== undefined) rules.push(rule);
    else areas.push({ box: whole, colour: state.colour });
  }
  if (is(STROKES)) rules.push(...sides(Array.isArray(parts) ? parts[0] : undefined, state));
  return { areas, rules };
}

const NONE: Shapes = { areas: [], rules: [] };
const MOST_PARTS = 4_000;

function sides(path: unknown, state: State): readonly Rule[] {
  const data = numbers(path);
  const rules: Rule[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  for (let at = 0; at < Math.min(data.length, MOST_PARTS); ) {
    const part = data[at] ?? CLOSE;
    const length = LENGTHS[part] ?? 0;
    const [toX, toY] = part === CLOSE ? [startX, startY] : [data[at + length - 1] ?? 0, data[at + length] ?? 0];
    const rule = part === LINE || part === CLOSE ? asRule(boxOf(state.ctm, [x, y, toX, toY])) : undefined;
    if (rule !== undefined) rules.push(rule);
    if (part === MOVE) [startX, startY] = [toX, toY];
    [x, y] = [toX, toY];
    at += length + 1;
  }
  return rules;
}

function asRule(box: Box): Rule | undefined {
  const wide = box.right - box.left;
  const high = box.bottom - box.top;
  if (high <= THIN && wide >= SHORT && wide > high * 2) return { box, upright: false };
  if (wide <= THIN && high >= SHORT && high > wide * 2) return { box, upright: true };
  return undefined;
}
