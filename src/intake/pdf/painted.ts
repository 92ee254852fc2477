// What a page paints, in the order of painting: glyphs, areas and rules, in points from the upper left corner of the page as
// it is looked at.
import type { Box } from './matrix.ts';

export interface Glyph {
  /** One or more characters: a ligature is one glyph. */
  readonly text: string;
  readonly blank: boolean;
  /** The beginning of its baseline, and how far the next one lies. */
  readonly x: number;
  readonly y: number;
  readonly advance: number;
  readonly size: number;
  /** Of the direction of writing, in degrees clockwise, whole. */
  readonly angle: number;
  /** When it was painted. */
  readonly turn: number;
  /** `undefined`: a pattern. */
  readonly colour: string | undefined;
  readonly invisible: 'no' | 'mode' | 'faint' | 'clipped' | 'layer';
  /** Of the marked content around it: what ties it to the tree of the document's structure. */
  readonly mark: string | undefined;
  /** Marked as no part of the text: a running header, a page number. */
  readonly artifact: boolean;
}

/** An area that hides what lies below. */
export interface Area {
  readonly box: Box;
  readonly turn: number;
  readonly colour: string | undefined;
}

/** A straight line along an axis, or an area as thin as one. */
export interface Rule {
  readonly box: Box;
  readonly upright: boolean;
}

export interface Painted {
  readonly glyphs: readonly Glyph[];
  readonly areas: readonly Area[];
  readonly rules: readonly Rule[];
  /** More than is kept was there. */
  readonly cut: boolean;
}

/** A page of an order has some 3,000 glyphs. */
export const MOST_GLYPHS = 200_000;
export const MOST_SHAPES = 5_000;
