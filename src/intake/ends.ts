// Line breaks that an author typed. They end what stands before them, unless that ends as no name does: then somebody broke a
// name by hand, so that it fits.
import type { LineEnd } from './placed.ts';

/** For a line, or a cell with lines in it. */
export function brokenEnd(text: string): { readonly end?: LineEnd } {
  return BROKEN.test(text) ? { end: 'wrapped' } : {};
}

const BROKEN = /[-.\u00ad\u2010\u2011/_@][ \t]*\n/;
