// The questions of an import, typed by a test: taken, joined, dropped, left, taken back, stopped by a key and by Ctrl-C and gone on
// with; and Ctrl-C at the questions of other commands. Needs the package bsdutils.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseFile } from '../support/case-file.ts';
import { builtProgram } from '../support/child.ts';
import { emptyFolder, removeFolder, writeFiles } from '../support/folders.ts';
import { missingPrograms } from './programs.ts';
import { CTRL_C, onTerminal, type Session } from './pseudo-terminal.ts';

const missing = missingPrograms(['script']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not installed: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

const ORDER = `1. sure-one.com
2. portal-
acme.com
3. paths.com/login
4. more.com/x
5. sure-two.net
`;
const IMPORT = ['import', 'acme', 'order.txt', '--by', 'Jane'];

describe.skipIf(!runs)(`an import on a terminal${runs ? '' : ` (left out: ${reason})`}`, () => {
  let entry: string;
  let folder: string;
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const start = (args: readonly string[]) => onTerminal(entry, folder, args);
  const names = () => read('cases/acme/names.txt').match(/^[^#\s]+/gm);

  beforeAll(async () => {
    entry = await builtProgram();
  }, 120_000);
  beforeEach(() => {
    folder = emptyFolder();
    writeFiles(folder, {
      'cases/acme/case.yaml': caseFile({ id: 'acme' }).replace('rehearsal: true\n', ''),
      'cases/acme/names.txt': '',
      'order.txt': ORDER,
    });
  });
  afterEach(() => removeFolder(folder));

  async function keys(session: Session, answers: readonly (readonly [question: string, key: string])[]): Promise<void> {
    for (const [question, key] of answers) {
      await session.until(`? ${question} (`);
      session.answer(key);
    }
  }

  function nothingWritten() {
    expect(read('cases/acme/names.txt')).toBe('');
    expect(readdirSync(join(folder, 'cases/acme')).filter((file) => /^imports/.test(file))).toEqual([]);
  }

  it('takes, drops, goes back to change an answer, and writes after a yes', async () => {
    const session = start(IMPORT);
    await keys(session, [
      ['1 of 3', 'j'],
      ['2 of 3', 'd'],
      ['3 of 3', 'b'],
      ['2 of 3', 'a'],
      ['3 of 3', 'd'],
    ]);
    await session.until('4 names to cases/acme/names.txt, accepted by Jane, the document kept in imports/: write?');
    session.answer('y');
    expect(await session.ended).toMatchObject({ code: 0, restored: true });
    expect(names()).toEqual(['sure-one.com', 'portal-acme.com', 'paths.com', 'sure-two.net']);
    expect(read('cases/acme/imports.yaml')).toContain('{ printed: more.com/x, line: 5 }');
    expect(readdirSync(join(folder, 'cases/acme/imports'))).toHaveLength(1);
    expect(readdirSync(join(folder, 'cases/acme/drafts')).filter((file) => file.startsWith('import-'))).toEqual([]);
  });

  it('goes back before the first one to the first one, and over all that one key has answered', async () => {
    const session = start(IMPORT);
    await keys(session, [
      ['1 of 3', 'b'],
      ['1 of 3', 's'],
      ['2 of 3', 'r'],
    ]);
    await session.until('write?');
    session.answer('n');
    expect(await session.ended).toMatchObject({ code: 1, restored: true });
    const again = start(IMPORT);
    await keys(again, [['1 of 1', 'n']]);
    await again.until('5 names to');
    again.answer('y');
    expect((await again.ended).code).toBe(0);
    expect(names()).toEqual(['sure-one.com', 'portalacme.com', 'paths.com', 'more.com', 'sure-two.net']);
  });

  it('writes nothing after a no, and nothing after a Ctrl-C at the last question', async () => {
    const answers = [
      ['1 of 3', 'a'],
      ['2 of 3', 'd'],
      ['3 of 3', 'd'],
    ] as const;
    const refused = start(IMPORT);
    await keys(refused, answers);
    await refused.until('write?');
    refused.answer('n');
    const ended = await refused.ended;
    expect(ended).toMatchObject({ code: 1, restored: true });
    expect(ended.screen).toContain('Stopped; nothing was written.');
    nothingWritten();
    const interrupted = start(IMPORT);
    await interrupted.until('write?');
    interrupted.press(CTRL_C);
    expect(await interrupted.ended).toMatchObject({ code: 130, restored: true });
    nothingWritten();
  });

  it('is stopped by a key and by Ctrl-C, and goes on with the answers', async () => {
    const first = start(IMPORT);
    await keys(first, [
      ['1 of 3', 'j'],
      ['2 of 3', 'q'],
    ]);
    const stopped = await first.ended;
    expect(stopped).toMatchObject({ code: 1, restored: true });
    expect(stopped.screen).toMatch(/One answer is kept in cases\/acme\/drafts\/import-[0-9a-f]{16}\.txt/);
    nothingWritten();
    const second = start(IMPORT);
    await keys(second, [['1 of 2', 'd']]);
    await second.until('? 2 of 2 (');
    second.press(CTRL_C);
    const interrupted = await second.ended;
    expect(interrupted).toMatchObject({ code: 130, restored: true });
    expect(interrupted.screen).toContain('2 answers are kept');
    nothingWritten();
    const third = start(IMPORT);
    await keys(third, [['1 of 1', 's']]);
    await third.until('write?');
    third.answer('y');
    expect(await third.ended).toMatchObject({ code: 21, restored: true });
    expect(names()).toEqual(['sure-one.com', 'portal-acme.com', 'sure-two.net']);
  }, 90_000);

  const AMEND = ['amend', 'acme', 'more.txt', '--order', 'more', '--kind', 'supplemental-order', '--by', 'Jane'];
  const REST = [
    '--entered',
    '2026-02-03T10:00:00-05:00',
    '--list',
    'add',
    '--docket-entry',
    '9',
    '--stated-count',
    '1',
  ];

  it.each([
    ['new', ['new'], 'Folder of the case'],
    ['amend', ['amend', 'acme', 'more.txt'], 'Short id of the new order'],
    ['amend, at a choice', AMEND.filter((word) => word !== '--kind' && word !== 'supplemental-order'), 'Kind of order'],
    ['amend, at the last', [...AMEND, ...REST, '--expires', '2026-09-01T00:00:00-05:00', '--extends', 'pi'], 'Until'],
    ['validate --fix', ['validate', 'acme', '--fix'], 'Write these changes'],
  ])(
    'ends with 130 after a Ctrl-C and with 143 after a SIGTERM, and writes nothing: %s',
    async (_, args, question) => {
      writeFiles(folder, { 'more.txt': 'b.com\n', 'cases/acme/names.txt': 'A.com\n' });
      const before = [read('cases/acme/case.yaml'), read('cases/acme/names.txt'), readdirSync(join(folder, 'cases'))];
      for (const [end, code] of [
        ['key', 130],
        ['signal', 143],
      ] as const) {
        const session = start(args);
        await session.until(question);
        if (end === 'key') session.press(CTRL_C);
        else session.signal('SIGTERM');
        const ended = await session.ended;
        expect(ended).toMatchObject({ code, restored: true });
        expect(ended.screen).toMatch(/Stopped; (?:nothing|no case) was written\./);
      }
      const after = [read('cases/acme/case.yaml'), read('cases/acme/names.txt'), readdirSync(join(folder, 'cases'))];
      expect(after).toEqual(before);
    },
    90_000,
  );
});
