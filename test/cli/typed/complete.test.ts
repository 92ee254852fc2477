import { describe, expect, it } from 'vitest';
import { commands } from '../../../src/cli/commands/index.ts';
import { GATES } from '../../../src/cli/options.ts';
import { nextOn } from '../../../src/cli/typed/complete.ts';

const next = (...words: string[]) => nextOn(commands, words);
const wordsOf = (...words: string[]) => {
  const found = next(...words);
  return found.of === 'words' ? found.candidates.map(({ word }) => word) : found.of;
};
const firstWords = [...new Set(commands.map(({ name }) => name.split(' ')[0]))];

describe('the words of a command', () => {
  it('are each first word once, and help', () => {
    expect(wordsOf('')).toEqual([...firstWords, 'help']);
    expect(wordsOf('--quiet', '')).toEqual([...firstWords, 'help']);
    expect(wordsOf('--cases', 'folder', '')).toEqual([...firstWords, 'help']);
  });

  it('go on in a group, also behind help', () => {
    expect(wordsOf('letter', '')).toEqual(['plan', 'draft', 'issue', 'send']);
    expect(wordsOf('help', 'letter', '')).toEqual(['plan', 'draft', 'issue', 'send']);
    expect(wordsOf('help', '')).toEqual(firstWords);
    expect(wordsOf('nothing', '')).toEqual([]);
    expect(wordsOf('help', 'status', '')).toEqual([]);
  });

  it('say what each is for', () => {
    const found = next('');
    const about = found.of === 'words' ? found.candidates.map((candidate) => candidate.about) : [];
    expect(about.filter((text) => text === undefined || text === '')).toEqual([]);
  });
});

describe('flags', () => {
  it('are those of the command and those of all, in long', () => {
    expect(wordsOf('export', '-')).toEqual(expect.arrayContaining(['--output', '--cases', '--help']));
    expect(wordsOf('status', '--')).not.toContain('--output');
    expect(wordsOf('letter', 'plan', '-')).toContain('--purpose');
  });

  it('are not offered again, unless they may be repeated', () => {
    expect(wordsOf('letter', 'plan', '--purpose', 'remind', '--to', 'verisign', '-')).toContain('--to');
    expect(wordsOf('letter', 'plan', '--purpose', 'remind', '-')).not.toContain('--purpose');
    expect(wordsOf('export', '-o', 'x.csv', '-')).not.toContain('--output');
  });

  it('are followed by their words, by files, or by what comes behind their value', () => {
    expect(wordsOf('status', '--fail-on', '')).toEqual(GATES);
    expect(wordsOf('status', '--fail-on', 'reverted,un')).toEqual(GATES.map((gate) => `reverted,${gate}`));
    expect(wordsOf('check', '--network', '')).toBe('files');
    expect(wordsOf('status', '--fail-on', 'never', '')).toBe('cases');
    // Its value may be left out, so what follows may as well be the case.
    expect(wordsOf('check', '--resume', '')).toBe('cases');
  });
});

describe('what a command is about', () => {
  it.each(
    commands
      .filter(({ name, arguments: [first] }) => name !== 'new' && /^[<[]case/.test(first?.form ?? ''))
      .map(({ name }) => [name]),
  )('%s goes on with the cases', (name) => {
    expect(wordsOf(...name.split(' '), '')).toBe('cases');
  });

  it('names are those of the case before them', () => {
    expect(next('show', 'acme', '')).toEqual({ of: 'names', caseId: 'acme' });
    expect(next('restore', 'plan', 'acme', 'ev')).toEqual({ of: 'names', caseId: 'acme' });
  });

  it.each([
    [['explain', ''], 'topics'],
    [['schema', ''], 'schemas'],
    [['import', 'acme', ''], 'files'],
    [['import', 'acme', 'a.pdf', ''], 'files'],
    [['new', ''], 'files'],
    [['status', 'acme', ''], []],
  ])('%j: %j', (words, expected) => {
    expect(wordsOf(...words)).toEqual(expected);
  });
});
