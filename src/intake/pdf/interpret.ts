// Follows the operators of a page as a viewer would, and keeps what was painted where. Nothing is drawn.
import { type Box, boxOf, IDENTITY, type Matrix, matrixOf, numbers, overlap, times } from './matrix.ts';
import { type Area, type Glyph, MOST_GLYPHS, MOST_SHAPES, type Painted, type Rule } from './painted.ts';
import { shapesOf } from './shapes.ts';
import { glyphsShown } from './show-text.ts';
import { beginLine, firstState, moveText, type State, setFont } from './state.ts';

export interface FontFacts {
  /** Units of a glyph's width in units of the text. */
  readonly unit: number;
  readonly vertical: boolean;
}

interface PageOperators {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}

interface Surroundings {
  /** From the page's own units to points from its upper left corner. */
  readonly view: Matrix;
  readonly page: Box;
  readonly ops: Readonly<Record<string, number>>;
  font(id: string): FontFacts;
  layerShown(properties: unknown): boolean;
}

interface Mark {
  readonly id: string | undefined;
  readonly artifact: boolean;
  readonly hidden: boolean;
}

interface Drawing {
  state: State;
  readonly saved: State[];
  readonly marks: Mark[];
  clips: boolean;
  turn: number;
  readonly glyphs: Glyph[];
  readonly areas: Area[];
  readonly rules: Rule[];
}

/** The deepest honest nesting is a few dozens. */
const DEEPEST = 2_000;

export function interpret({ fnArray, argsArray }: PageOperators, around: Surroundings): Painted {
  const names = new Map(Object.entries(around.ops).map(([name, code]) => [code, name]));
  const drawing: Drawing = {
    state: firstState(around.view, around.page),
    saved: [],
    marks: [],
    clips: false,
    turn: 0,
    glyphs: [],
    areas: [],
    rules: [],
  };
  for (const [at, code] of fnArray.entries()) {
    drawing.turn = at;
    const args = argsArray[at];
    const name = names.get(code);
    if (name !== undefined && Object.hasOwn(ACTS, name)) ACTS[name]?.(drawing, Array.isArray(args) ? args : [], around);
    if (drawing.glyphs.length > MOST_GLYPHS) break;
  }
  const { glyphs, areas, rules } = drawing;
  return { glyphs, areas, rules, cut: glyphs.length > MOST_GLYPHS || areas.length + rules.length > MOST_SHAPES };
}

type Act = (drawing: Drawing, args: readonly unknown[], around: Surroundings) => void;

/** By the names that the library gives them; what is not here changes nothing that text depends on. */
const ACTS: Readonly<Record<string, Act>> = {
  save: (drawing) => save(drawing),
  restore: (drawing) => restore(drawing),
  paintFormXObjectEnd: (drawing) => restore(drawing),
  endAnnotation: (drawing) => restore(drawing),
  transform: ({ state }, args) => concat(state, args),
  paintFormXObjectBegin: (drawing, [matrix, bounds]) => {
    save(drawing);
    if (Array.isArray(matrix) || ArrayBuffer.isView(matrix)) concat(drawing.state, matrix);
    clipTo(drawing.state, bounds);
  },
  beginAnnotation: (drawing, args) => {
    save(drawing);
    concat(drawing.state, args[2]);
    concat(drawing.state, args[3]);
  },
  beginText: ({ state }) => beginLine(state, IDENTITY),
  setTextMatrix: ({ state }, [matrix]) => beginLine(state, matrixOf(matrix)),
  setFont: ({ state }, [font, size]) => setFont(state, String(font), asNumber(size)),
  setGState: ({ state }, [pairs]) => graphicsState(state, pairs),
  setCharSpacing: ({ state }, [spacing]) => {
    state.charSpacing = asNumber(spacing);
  },
  setWordSpacing: ({ state }, [spacing]) => {
    state.wordSpacing = asNumber(spacing);
  },
  setHScale: ({ state }, [percent]) => {
    state.scale = asNumber(percent) / 100;
  },
  setTextRise: ({ state }, [rise]) => {
    state.rise = asNumber(rise);
  },
  setTextRenderingMode: ({ state }, [mode]) => {
    state.mode = asNumber(mode);
  },
  setLeading: ({ state }, [leading]) => {
    state.leading = -asNumber(leading);
  },
  moveText: ({ state }, [x, y]) => moveText(state, asNumber(x), asNumber(y)),
  setLeadingMoveText: ({ state }, [x, y]) => {
    state.leading = asNumber(y);
    moveText(state, asNumber(x), asNumber(y));
  },
  nextLine: ({ state }) => moveText(state, 0, state.leading),
  showText: (drawing, [glyphs], around) => show(drawing, glyphs, around),
  setFillRGBColor: ({ state }, [colour]) => {
    state.colour = typeof colour === 'string' ? colour : undefined;
  },
  setFillColorN: ({ state }) => {
    state.colour = undefined;
  },
  setFillTransparent: ({ state }) => {
    state.colour = undefined;
  },
  clip: (drawing) => {
    drawing.clips = true;
  },
  eoClip: (drawing) => {
    drawing.clips = true;
  },
  constructPath: (drawing, args, around) => path(drawing, args, around),
  beginMarkedContent: (drawing, args, around) => mark(drawing, args, around),
  beginMarkedContentProps: (drawing, args, around) => mark(drawing, args, around),
  endMarkedContent: ({ marks }) => {
    marks.pop();
  },
};

function save(drawing: Drawing): void {
  if (drawing.saved.length < DEEPEST) drawing.saved.push({ ...drawing.state });
}

function restore(drawing: Drawing): void {
  drawing.state = drawing.saved.pop() ?? drawing.state;
}

function concat(state: State, matrix: unknown): void {
  state.ctm = times(state.ctm, matrixOf(matrix));
}

function clipTo(state: State, bounds: unknown): void {
  const [left, top, right, bottom] = numbers(bounds);
  if (left === undefined || top === undefined || right === undefined || bottom === undefined) return;
  state.clip = overlap(state.clip, boxOf(state.ctm, [left, top, right, bottom]));
}

function graphicsState(state: State, pairs: unknown): void {
  for (const pair of Array.isArray(pairs) ? pairs : []) {
    if (!Array.isArray(pair)) continue;
    const [key, value] = pair as readonly unknown[];
    if (key === 'ca') state.alpha = asNumber(value);
    else if (key === 'BM') state.blends = value !== 'source-over';
    else if (key === 'Font' && Array.isArray(value)) setFont(state, String(value[0]), asNumber(value[1]));
  }
}

function show(drawing: Drawing, glyphs: unknown, around: Surroundings): void {
  const { state, marks, turn } = drawing;
  const hidden = marks.some((one) => one.hidden);
  const id = marks.findLast((one) => one.id !== undefined)?.id;
  const shown = glyphsShown(state, { glyphs: Array.isArray(glyphs) ? glyphs : [], font: around.font(state.font) });
  for (const glyph of shown) {
    const invisible = hidden ? 'layer' : glyph.invisible;
    drawing.glyphs.push({ ...glyph, invisible, turn, mark: id, artifact: marks.some((one) => one.artifact) });
  }
}

function path(drawing: Drawing, args: readonly unknown[], around: Surroundings): void {
  const { state, turn } = drawing;
  if (drawing.clips) clipTo(state, args[2]);
  drawing.clips = false;
  if (drawing.areas.length + drawing.rules.length > MOST_SHAPES) return;
  const { areas, rules } = shapesOf(args, { state, ops: around.ops });
  drawing.areas.push(...areas.map((area) => ({ ...area, turn })));
  drawing.rules.push(...rules);
}

/** `BDC` has a name and properties; of these the library leaves the number by which the structure knows the content. */
function mark(drawing: Drawing, [name, properties]: readonly unknown[], around: Surroundings): void {
  const hidden = name === 'OC' && !around.layerShown(properties);
  const id = typeof properties === 'number' ? `mc${properties}` : undefined;
  drawing.marks.push({ id, artifact: name === 'Artifact', hidden });
}

function asNumber(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
