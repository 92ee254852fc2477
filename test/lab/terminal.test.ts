// What is asked on a terminal, typed by a test: a new case with a way back, a stop and a way on; a later order; fixes while
// somebody else edits the file. Needs the package bsdutils.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { caseFile } from '../support/case-file.ts';
import { builtProgram } from '../support/child.ts';
import { emptyFolder, removeFolder, writeFiles } from '../support/folders.ts';
import { takedown } from '../support/takedown.ts';
import { missingPrograms } from './programs.ts';
import { CTRL_C, DOWN, onTerminal, type Session } from './pseudo-terminal.ts';

const missing = missingPrograms(['script']);
const asked = process.env['TAKEDOWN_LAB'] === '1';
const reason = !asked ? 'TAKEDOWN_LAB=1 asks for it' : `not installed: ${missing.join(', ')}`;
const runs = asked && missing.length === 0;

async function dialogue(session: Session, turns: readonly (readonly [asks: string, answer: string])[]): Promise<void> {
  for (const [asks, answer] of turns) {
    await session.until(asks);
    session.answer(answer);
  }
}

describe.skipIf(!runs)(`on a terminal${runs ? '' : ` (left out: ${reason})`}`, () => {
  let entry: string;
  let folder: string;
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');

  beforeAll(async () => {
    entry = await builtProgram();
  }, 120_000);
  beforeEach(() => {
    folder = emptyFolder();
  });
  afterEach(() => removeFolder(folder));

  it('starts a case: back, Ctrl-C, on with the answers, one of them changed, written', async () => {
    writeFiles(folder, { 'list.txt': 'acme-a.com\nacme-b.com\n' });
    const first = onTerminal(entry, folder, ['new']);
    await dialogue(first, [
      ['Folder of the case', 'acme'],
      ['Title (caption)', 'Acme v. Dose'],
      ['Docket number', '<'],
      ['Title (caption)', 'Acme v. Does'],
      ['Docket number', '1:26-cv-00001'],
      ['Court: by its short form', 'SDNY'],
      ['Judge', ''],
    ]);
    await first.until('Sealed until');
    first.press(CTRL_C);
    const stopped = await first.ended;
    expect(stopped.screen).toContain('Go on with them: takedown new --continue');
    expect(existsSync(join(folder, 'cases/acme'))).toBe(false);
    expect(read('cases/.new-case.yaml')).toContain('title: Acme v. Does\n');

    const second = onTerminal(entry, folder, ['new', '--continue']);
    await dialogue(second, [
      ['Sealed until', ''],
      ['Petitioner', 'Acme Corp.'],
      ['Short id of the order', ''],
      ['Kind of order', ''],
      ['Number of the order on the docket', '4'],
      ['Entered', 'yesterday'],
      ['is no instant with its offset', '\u00152026-01-05T16:00:00-05:00'],
      ['Ends', '14 days'],
      ['To be done within', '3 business days'],
      ['Registrar that the names', 'MarkMonitor Inc.'],
      ['Its IANA ID', '292'],
      ['Operator of the sinkhole', ''],
      ['File with the names', 'list.txt'],
      ['How many names', '2'],
      ['What the order directs', ''],
      ['Number of the paragraph that directs: move', '2(a)'],
      ["The order's own words", 'Move them.'],
      ['Whom it directs', ''],
      ['To be done within', ''],
      ['Number of the paragraph that directs: preserve', '2(b)'],
      ["The order's own words", ''],
      ['Whom it directs', ''],
      ['To be done within', '-'],
      ['Nobody is listed for .com', 'VeriSign, Inc.'],
      ["Does the court's order bind it", ''],
      ['Why, such as', 'incorporated in Virginia'],
      ['Where it takes orders by mail', 'legal@registry.example'],
      ['Its postal address', '1 Example Street, Reston'],
    ]);
    await second.until('title: Acme v. Does');
    await second.until('The list has 2 names.');
    await second.until('What now?');
    second.press(`${DOWN}\r`);
    await second.until('Which answer?');
    second.press(`${DOWN}\r`);
    await second.until('Title (caption)');
    second.answer('Acme Corp. v. John Does 1-2');
    await second.until('title: Acme Corp. v. John Does 1-2');
    await second.until('What now?');
    second.press('\r');
    const ended = await second.ended;
    expect(ended.code).toBe(0);
    expect(existsSync(join(folder, 'cases/.new-case.yaml'))).toBe(false);
    await expect(read('cases/acme/case.yaml')).toMatchFileSnapshot('golden/new-on-a-terminal.yaml.txt');
    const validated = await takedown(folder, ['validate', 'acme']);
    expect(validated).toMatchObject({ code: 0, out: 'acme: no errors, no warnings, 2 names read\n' });
  }, 120_000);

  it('asks for a later order, and writes it only after a yes', async () => {
    const text = caseFile({ id: 'acme' }).replace('rehearsal: true\n', '');
    writeFiles(folder, {
      'cases/acme/case.yaml': text,
      'cases/acme/names.txt': 'a.example\n',
      'more.txt': 'b.example\n',
    });
    const turns = [
      ['Short id of the new order', 'supplement'],
      ['Kind of order', ''],
      ['Entered', '2026-02-03T10:00:00-05:00'],
      ['Number of the order on the docket', ''],
      ['Ends', ''],
      ['Earlier order that stays in force', ''],
      ['The file is', ''],
      ['How many names', '1'],
    ] as const;
    const first = onTerminal(entry, folder, ['amend', 'acme', 'more.txt', '--by', 'Jane']);
    await dialogue(first, turns);
    await first.until('+ 1 name added');
    await dialogue(first, [['Add the order supplement to the case?', 'n']]);
    expect((await first.ended).screen).toContain('Stopped; nothing was written.');
    expect(read('cases/acme/case.yaml')).toBe(text);

    const second = onTerminal(entry, folder, ['amend', 'acme', 'more.txt', '--by', 'Jane']);
    await dialogue(second, turns);
    await dialogue(second, [['Add the order supplement to the case?', 'y']]);
    expect((await second.ended).code).toBe(0);
    expect(read('cases/acme/case.yaml')).toContain('adds:\n      - { schedule: supplement, to: [pi/1] }');
    expect(read('cases/acme/supplement.txt')).toContain('b.example  # ');
  }, 120_000);

  it('leaves a file alone that somebody changed while the question stood', async () => {
    const text = caseFile({ id: 'acme' }).replace('rehearsal: true\n', '');
    writeFiles(folder, { 'cases/acme/case.yaml': text, 'cases/acme/names.txt': 'A.example\n' });
    const session = onTerminal(entry, folder, ['validate', 'acme', '--fix']);
    await session.until('Write these changes');
    appendFileSync(join(folder, 'cases/acme/names.txt'), 'b.example\n');
    session.answer('y');
    const { code, screen } = await session.ended;
    expect(code).toBe(23);
    expect(screen).toContain('was changed by somebody else meanwhile; nothing was written.');
    expect(read('cases/acme/names.txt')).toBe('A.example\nb.example\n');
  });
});
