// What somebody sees who asks for it wrongly: one sentence and a hint, or one JSON object; never a stack.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { caseFile } from '../../support/case-file.ts';
import { errorOf } from '../../support/documents.ts';
import { phosphorusWorkspace, removeFolder, writeFiles } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

interface Wrong {
  readonly args: readonly string[];
  readonly exit: number;
  readonly code: string;
  /** The first line on standard error, without `--json`. */
  readonly says: string;
  readonly hint?: string;
}

const WRONG: Readonly<Record<string, Wrong>> = {
  'a command that there is not': {
    args: ['statsu'],
    exit: 2,
    code: 'unknown-command',
    says: "Unknown command 'statsu'.",
    hint: 'Did you mean status? See: takedown help',
  },
  'a flag that there is not': {
    args: ['status', '--as-off', '2019-03-20'],
    exit: 2,
    code: 'unknown-option',
    says: "Unknown option '--as-off'.",
    hint: 'Did you mean --as-of? See: takedown help status',
  },
  'a missing argument': {
    args: ['import', 'phosphorus'],
    exit: 2,
    code: 'missing-argument',
    says: "Missing required argument 'files'.",
  },
  'a flag without its value': {
    args: ['status', 'phosphorus', '--as-of'],
    exit: 2,
    code: 'option-missing-argument',
    says: "Option '--as-of <when>' argument missing.",
  },
  'too many arguments': {
    args: ['status', 'phosphorus', 'more'],
    exit: 2,
    code: 'excess-arguments',
    says: "Too many arguments for 'status'. Expected 1 argument but got 2.",
  },
  'another colour': {
    args: ['status', '--color', 'maybe'],
    exit: 2,
    code: 'invalid-argument',
    says: "Option '--color <when>' argument 'maybe' is invalid. Allowed choices are always, never.",
  },
  'a case that there is not': {
    args: ['status', 'fosforus'],
    exit: 2,
    code: 'no-such-case',
    says: 'There is no case "fosforus" in FOLDER/cases.',
    hint: 'Cases there: copy.rehearsal, phosphorus.',
  },
  'a way out of the folder of cases': {
    args: ['status', '../cases/phosphorus'],
    exit: 2,
    code: 'no-such-case',
    says: 'There is no case "../cases/phosphorus" in FOLDER/cases.',
  },
  'a name that the case has not': {
    args: ['show', 'phosphorus', 'nosuch.example'],
    exit: 2,
    code: 'no-such-name',
    says: 'nosuch.example is not a name of the case phosphorus.',
  },
  'a day that no calendar has': {
    args: ['status', 'phosphorus', '--as-of', '2019-02-30'],
    exit: 2,
    code: 'bad-instant',
    says: '--as-of "2019-02-30" is neither a day nor an instant with its offset.',
  },
  'an instant without its offset': {
    args: ['due', 'phosphorus', '--as-of', '2019-03-18T12:00:00'],
    exit: 2,
    code: 'bad-instant',
    says: '--as-of "2019-03-18T12:00:00" is neither a day nor an instant with its offset.',
  },
  'an outcome that there is not': {
    args: ['status', 'phosphorus', '--fail-on', 'overdue,unmett'],
    exit: 2,
    code: 'unknown-gate',
    says: '--fail-on does not know "unmett".',
    hint: 'It knows reverted, overdue, unmet, unknown, expiring, never.',
  },
  'a network file that is not there': {
    args: ['check', 'phosphorus', '--quiet', '--network', 'nope.yaml'],
    exit: 2,
    code: 'no-such-file',
    says: 'There is no file nope.yaml.',
  },
  'nothing to go on with': {
    args: ['check', 'phosphorus', '--quiet', '--resume'],
    exit: 2,
    code: 'nothing-to-resume',
    says: 'There is no unfinished run.',
  },
  'a network file with a mistake': {
    args: ['check', 'phosphorus', '--quiet', '--network', 'broken.yaml'],
    exit: 22,
    code: 'problems',
    says: 'broken.yaml:3:3  unknown-key',
  },
  'a real check of a rehearsal': {
    args: ['check', 'copy.rehearsal', '--quiet'],
    exit: 23,
    code: 'simulated-and-real',
    says: 'The case copy.rehearsal is a rehearsal: only a simulated network may be asked about it.',
  },
  'a simulated check of a real case': {
    args: ['check', 'phosphorus', '--quiet', '--network', 'simulated.yaml'],
    exit: 23,
    code: 'simulated-and-real',
    says: 'The network file is simulated, and the case phosphorus is not a rehearsal.',
  },
};

let folder: string;

beforeAll(() => {
  folder = phosphorusWorkspace();
  writeFiles(folder, {
    'simulated.yaml': 'simulated: true\n',
    'broken.yaml': 'simulated: true\ndns:\n  rootz: []\n',
    'cases/copy.rehearsal/case.yaml': caseFile({ id: 'copy.rehearsal' }),
    'cases/copy.rehearsal/names.txt': 'acme.example\n',
  });
});
afterAll(() => removeFolder(folder));

describe.each(Object.entries(WRONG))('%s', (_, { args, exit, code, says, hint }) => {
  const here = (text: string) => text.replaceAll('FOLDER', folder);

  test('is told in a sentence', async () => {
    const ran = await takedown(folder, args);
    expect(ran).toMatchObject({ code: exit, out: '' });
    const lines = ran.err.split('\n');
    expect(lines[0]).toBe(here(says));
    if (hint !== undefined) expect(lines[1]).toBe(`  ${hint}`);
    expect(ran.err).not.toMatch(/^\s+at /m);
    expect(ran.err.endsWith('\n')).toBe(true);
  });

  test('is one JSON object on standard error with --json', async () => {
    const [command = '', ...others] = args;
    const ran = await takedown(folder, [command, '--json', ...others]);
    expect(ran).toMatchObject({ code: exit, out: '' });
    const error = errorOf(ran.err);
    expect(error.code).toBe(code);
    expect(error.kind).toBe({ 2: 'use', 22: 'input', 23: 'guard' }[exit]);
    if (exit === 22) expect(error.problems).toMatchObject([{ code: 'unknown-key', place: { line: 3 } }]);
    else expect(error.message).toBe(here(says));
  });
});

test('on a terminal it ends its lines between words, and says the same', async () => {
  const args = ['report', 'phosphorus', '-o', 'x.foo'];
  const piped = await takedown(folder, args);
  const narrow = await takedown(folder, args, { errColumns: 60 });
  expect(Math.max(...piped.err.split('\n').map((line) => line.length))).toBeGreaterThan(60);
  for (const line of narrow.err.split('\n')) expect(line.length, line).toBeLessThanOrEqual(60);
  expect(narrow.err.split(/\s+/)).toEqual(piped.err.split(/\s+/));
  expect(narrow.err.split('\n')[2]).toMatch(/^ {2}\S/);
});

test('what people type is made harmless in what they are told', async () => {
  const ran = await takedown(folder, ['status', 'x\u001b]0;title\u0007\u202ey']);
  expect(ran.code).toBe(2);
  expect(ran.err.split('\n')[0]).toBe(`There is no case "x␛\\u{202e}y" in ${folder}/cases.`);
});

test('without a workspace it says where to go', async () => {
  const ran = await takedown('/', ['status', '--cases', '/nowhere']);
  expect(ran).toMatchObject({ code: 2, out: '' });
  expect(ran.err.split('\n')[0]).toBe('/nowhere is not a folder.');
});

test('no word at all is asked for help, which says the exit codes', async () => {
  const ran = await takedown(folder, []);
  expect(ran).toMatchObject({ code: 0, err: '' });
  for (const code of [0, 1, 2, 20, 21, 22, 23, 130, 143]) expect(ran.out).toMatch(new RegExp(`^ +${code}  \\w`, 'm'));
  expect(ran.out.endsWith('\n')).toBe(true);
});
