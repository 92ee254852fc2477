// Which help a wrong command line is sent to.
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { begunIn } from '../../src/cli/misuse.ts';

const NAMES = [...commands.map(({ name }) => name), 'evidence', 'letter'];

test.each([
  ['status --nope', 'status'],
  ['evidence show phosphorus', 'evidence show'],
  ['letter plann', 'letter'],
  ['lookup list', 'lookup'],
  ['--json show list status', 'show'],
  ['--help', undefined],
])('%s is about %s', (typed, about) => {
  expect(begunIn(typed.split(' '), NAMES)).toBe(about);
});
