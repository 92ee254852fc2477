// How a domain name fits into its column: smaller down to what can still be read, and then on several lines, which end only after
// a dot. It never breaks at a hyphen: half of an `xn--` name is another name.
import { CELL_PADDING, NAME_ADVANCE, NAME_SIZE } from '../schedule.ts';

/** Below this, in points, nobody reads figures and letters apart. */
const SMALLEST = 5.5;

export interface SetName {
  /** In points, in halves: Word knows no smaller steps. */
  readonly size: number;
  /** Each stands on one line; joined without anything between they are the name. */
  readonly lines: readonly string[];
}

export function setName(name: string, width: number): SetName {
  const room = width - CELL_PADDING;
  const whole = sizeFor(name.length, room);
  if (whole >= SMALLEST) return { size: whole, lines: [name] };
  const most = Math.floor(room / (SMALLEST * NAME_ADVANCE));
  return { size: SMALLEST, lines: atDots(name, most) };
}

function sizeFor(length: number, room: number): number {
  return Math.min(NAME_SIZE, Math.floor((room / (length * NAME_ADVANCE)) * 2) / 2);
}

/** A label alone is at most 63 characters long. */
function atDots(name: string, most: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const label of name.split(/(?<=\.)/)) {
    if (line !== '' && line.length + label.length > most) {
      lines.push(line);
      line = '';
    }
    line += label;
  }
  return [...lines, line];
}
