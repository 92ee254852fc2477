// Lines drawn over in place: how far back, also when the window has become narrower, and what stays above.
import { expect, test } from 'vitest';
import type { Output } from '../../../src/cli/context.ts';
import { liveBlock, rowsOf } from '../../../src/cli/terminal/live-block.ts';

function screen(columns: number) {
  const written: string[] = [];
  const size = { columns };
  const out: Output = {
    write: async (text) => void written.push(`${text}`),
    isTerminal: true,
    get columns() {
      return size.columns;
    },
  };
  return { out, written, size };
}

test.each([
  [['a'.repeat(80)], 80, 1],
  [['a'.repeat(81)], 80, 2],
  [['', 'b'], 80, 2],
  [['\u001b[32m名名名\u001b[39m'], 6, 1],
  [['\u001b[32m名名名\u001b[39m'], 5, 2],
])('%j takes in %i columns %i rows', (lines, columns, rows) => {
  expect(rowsOf(lines, columns)).toBe(rows);
});

test('goes back over what was drawn, in one write, by the rows it takes now', async () => {
  const { out, written, size } = screen(80);
  const block = liveBlock(out);
  await block.draw(['a'.repeat(70), 'b']);
  size.columns = 40;
  await block.draw(['c']);
  expect(written).toHaveLength(2);
  expect(written[1]).toBe('\u001b[3A\rc\u001b[K\n\u001b[J');
});

test('what is printed stands above the block, which is drawn again below', async () => {
  const { out, written } = screen(80);
  const block = liveBlock(out);
  await block.draw(['block']);
  await block.print(['stays']);
  expect(written[1]).toBe('\u001b[1A\rstays\u001b[K\nblock\u001b[K\n\u001b[J');
  await block.clear();
  expect(written[2]).toBe('\u001b[1A\r\u001b[J');
});
