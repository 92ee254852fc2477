// A bar for a part of a whole. It never looks full unless all is done, nor empty while anything is.
import type { Surface } from './paint.ts';

interface Part {
  readonly part: number;
  readonly whole: number;
}

export function bar({ part, whole }: Part, cells: number, surface: Surface): string {
  const [full, empty] = surface.ascii === true ? ['#', '-'] : ['█', '░'];
  const filled = filledCells(part, whole, cells);
  return surface.paint.good(full.repeat(filled)) + surface.paint.dim(empty.repeat(cells - filled));
}

function filledCells(part: number, whole: number, cells: number): number {
  if (whole <= 0 || part <= 0) return 0;
  if (part >= whole) return cells;
  return Math.min(cells - 1, Math.max(1, Math.round((part * cells) / whole)));
}
