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
