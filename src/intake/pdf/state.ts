// The state of drawing that an operator changes and text is set with: ISO 32000-1, 8.4 and 9.3.
import { type Box, IDENTITY, type Matrix } from './matrix.ts';

export interface State {
  ctm: Matrix;
  clip: Box;
  colour: string | undefined;
  alpha: number;
  /** Whether areas hide what lies below: a highlighter does not. */
  blends: boolean;
  text: Matrix;
  x: number;
  y: number;
  lineX: number;
  lineY: number;
  leading: number;
  font: string;
  size: number;
  direction: 1 | -1;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  mode: number;
}

export function firstState(ctm: Matrix, clip: Box): State {
  return {
    ctm,
    clip,
    colour: '#000000',
    alpha: 1,
    blends: false,
    text: IDENTITY,
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
    leading: 0,
    font: '',
    size: 0,
    direction: 1,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    mode: 0,
  };
}

export function setFont(state: State, font: string, size: number): void {
  state.font = font;
  state.size = Math.abs(size);
  state.direction = size < 0 ? -1 : 1;
}

export function moveText(state: State, x: number, y: number): void {
  state.lineX += x;
  state.lineY += y;
  state.x = state.lineX;
  state.y = state.lineY;
}

export function beginLine(state: State, matrix: Matrix): void {
  state.text = matrix;
  state.x = 0;
  state.y = 0;
  state.lineX = 0;
  state.lineY = 0;
}
