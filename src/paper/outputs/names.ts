// How a domain name fits into its column: smaller down to what can still be read, and then on several lines, which end only after
// a dot. It never breaks at a hyphen: half of an `xn--` name is another name.
import { CELL_PADDING, NAME_ADVANCE, NAME_SIZE, SMALLEST_NAME } from '../measures.ts';

/** One very long name does not make all others smaller than this. */
const COMMON = 7.5;

export interface SetName {
  /** In points, in halves: Word knows no smaller steps. */
  readonly size: number;
  /** Each stands on one line; joined without anything between they are the name. */
  readonly lines: readonly string[];
}

/** How a column's names are set: all of one size where they can be, and only the longest smaller. */
export function nameSetter(names: readonly string[], width: number): (name: string) => SetName {
  const room = width - CELL_PADDING;
  const longest = names.reduce((most, { length }) => Math.max(most, length), 1);
  const common = Math.max(sizeFor(longest, room), COMMON);
  return (name) => {
    const size = Math.min(common, sizeFor(name.length, room));
    if (size >= SMALLEST_NAME) return { size, lines: [name] };
    return { size: SMALLEST_NAME, lines: atDots(name, Math.floor(room / (SMALLEST_NAME * NAME_ADVANCE))) };
  };
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
