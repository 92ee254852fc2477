// Help is found in the way that people ask for it, for commands of one word and of two.
import { expect, test } from 'vitest';
import { commands } from '../../../src/cli/commands/index.ts';
import { takedown } from '../../support/takedown.ts';

const TWO_WORDS = commands.map(({ name }) => name).filter((name) => name.includes(' '));

test.each(['status', ...TWO_WORDS])('takedown help %s shows the examples of that command', async (name) => {
  const { code, out } = await takedown('/', ['help', ...name.split(' ')]);
  expect(code).toBe(0);
  expect(out).toContain(`  $ takedown ${name}`);
});

test.each(['explain', 'schema'])('takedown %s without a word tells the words there are, each once', async (name) => {
  const piped = await takedown('/', [name]);
  const words = piped.out.trimEnd().split('\n');
  expect(words.filter((word) => /\s/.test(word))).toEqual([]);
  expect(new Set(words).size).toBe(words.length);

  const seen = await takedown('/', [name], { columns: 60 });
  const lines = seen.out.trimEnd().split('\n');
  expect(lines.filter((line) => line.length > 60)).toEqual([]);
  expect(lines.at(-1)).toMatch(/^Next: takedown /);
  const underHeadings = lines.filter((line) => line.startsWith('  ')).flatMap((line) => line.trim().split(/\s+/));
  expect(new Set(underHeadings)).toEqual(new Set(words));
});
