// What a message tells people to type must be there to be typed.
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { sourceFiles } from './source-tree.ts';

/** `help` is the command line library's own; a command of two words is known by both. */
const KNOWN = new Set(['help', ...commands.map(({ name }) => name)]);
const GROUPS_KNOWN = new Set(commands.filter(({ name }) => name.includes(' ')).map(({ name }) => name.split(' ')[0]));
/** After an article it is what a court orders, and not the program. */
const TYPED = /(?<!\b(?:a|the|whole) )\btakedown ([a-z]+)(?: ([a-z]+))?/g;

test('every command that a text of the program names is one', () => {
  const named = sourceFiles().flatMap(({ path, text }) =>
    [...text.matchAll(TYPED)].map(([words, first = '', second = '']) => ({
      path,
      words,
      known: KNOWN.has(GROUPS_KNOWN.has(first) ? `${first} ${second}` : first),
    })),
  );
  expect(named.length).toBeGreaterThan(50);
  expect(named.filter(({ known }) => !known)).toEqual([]);
});
