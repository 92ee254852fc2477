// Lines at the end of a terminal that are drawn over in place. What is printed meanwhile goes above them and stays in the
// scroll-back, for which the alternate screen is left alone.
import { displayWidth } from '../../model/text/width.ts';
import type { Output } from '../context.ts';

interface LiveBlock {
  /** Draws over what was there; one write, so that nothing flickers. */
  draw(lines: readonly string[]): Promise<void>;
  /** Lines that stay, above the block. */
  print(lines: readonly string[]): Promise<void>;
  /** Takes the block away. */
  clear(): Promise<void>;
}

const CLEAR_REST = '\u001b[J';
const CLEAR_LINE_END = '\u001b[K';
// biome-ignore lint/suspicious/noControlCharactersInRegex: our own colours are looked for
const COLOURS = /\u001b\[[0-9;]*m/g;

export function liveBlock(out: Output): LiveBlock {
  let drawn: readonly string[] = [];
  const up = () => {
    const rows = rowsOf(drawn, out.columns ?? 80);
    return rows === 0 ? '\r' : `\u001b[${rows}A\r`;
  };
  const text = (lines: readonly string[]) => lines.map((line) => `${line}${CLEAR_LINE_END}\n`).join('');
  return {
    async draw(lines) {
      const back = up();
      drawn = lines;
      await out.write(`${back}${text(lines)}${CLEAR_REST}`);
    },
    print: (lines) => out.write(`${up()}${text(lines)}${text(drawn)}${CLEAR_REST}`),
    async clear() {
      const back = up();
      drawn = [];
      await out.write(`${back}${CLEAR_REST}`);
    },
  };
}

/** A terminal that became narrower has broken the lines that were drawn: they take more rows now. */
export function rowsOf(lines: readonly string[], columns: number): number {
  return lines.reduce((sum, line) => {
    return sum + Math.max(1, Math.ceil(displayWidth(line.replace(COLOURS, '')) / Math.max(1, columns)));
  }, 0);
}
