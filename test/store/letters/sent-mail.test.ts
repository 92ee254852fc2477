import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../src/model/case/journal.ts';
import { machineOf } from '../../../src/store/disk/lock.ts';
import { beginLeaving, takeLetter, unsettledMails } from '../../../src/store/letters/sent-mail.ts';
import { type CasePaths, casePaths } from '../../../src/store/workspace.ts';
import { emptyFolder, removeFolder } from '../../support/folders.ts';
import { at } from '../../support/values.ts';

const LETTER = '2019-03-15-verisign-order';
const AT = at('2019-03-15T21:20:00Z');
const octets = Buffer.from('From: a@b.example\r\n\r\n');

describe('what left for a letter', () => {
  let folder: string;
  let paths: CasePaths;
  beforeEach(() => {
    folder = emptyFolder();
    const made = casePaths({ root: folder, cases: join(folder, 'cases') }, 'acme');
    if (made === undefined) throw new Error('no such case');
    paths = made;
    mkdirSync(join(paths.letters, LETTER), { recursive: true });
  });
  afterEach(() => removeFolder(folder));

  const begin = (as: 'sent' | 'trial' = 'sent', journal: readonly JournalEntry[] = []) =>
    beginLeaving(paths, { letter: LETTER, as, at: AT, octets, journal });
  const unsettled = (journal: readonly JournalEntry[] = []) =>
    unsettledMails(paths, LETTER, journal).map(({ file }) => file);

  it('lies there before the server is dialled, and stays unsettled when the process dies', () => {
    begin();
    const file = `letters/${LETTER}/sent-20190315T212000Z.eml.partial`;
    expect(readFileSync(join(paths.folder, file)).equals(octets)).toBe(true);
    expect(unsettled()).toEqual([file]);
  });

  it('is evidence once the server took it, and settled by the entry that cites it', () => {
    const evidence = begin().taken();
    expect(evidence.file).toBe(`letters/${LETTER}/sent-20190315T212000Z.eml`);
    expect(evidence['sha-256']).toMatch(/^[0-9a-f]{64}$/);
    expect(existsSync(join(paths.folder, `${evidence.file}.partial`))).toBe(false);
    // Killed between the server's answer and the journal.
    expect(unsettled()).toEqual([evidence.file]);
    expect(unsettled([{ at: AT, event: 'served', letter: LETTER, evidence }])).toEqual([]);
  });

  it('leaves no trace where nothing left', () => {
    begin().abandoned();
    expect(unsettled()).toEqual([]);
  });

  it('is settled by what a person wrote down later about this letter, and by nothing else', () => {
    begin();
    const entry = (more: Partial<JournalEntry>): JournalEntry => ({ at: AT, event: 'note', letter: LETTER, ...more });
    expect(unsettled([entry({})])).toEqual([]);
    expect(unsettled([entry({ at: at('2019-03-01T00:00:00Z'), recorded: at('2019-03-16T00:00:00Z') })])).toEqual([]);
    expect(unsettled([entry({ at: at('2019-03-15T21:20:00.500Z') })])).toEqual([]);
    expect(unsettled([entry({ at: at('2019-03-15T21:19:59.999Z') })])).toHaveLength(1);
    expect(unsettled([entry({ letter: 'another' })])).toHaveLength(1);
    expect(unsettled([entry({ event: 'trial' })])).toHaveLength(1);
  });

  it('is not settled by what was written down before it left, in the same second', () => {
    const before: JournalEntry = { at: at('2019-03-15T21:20:00.700Z'), event: 'note', letter: LETTER };
    begin('sent', [before]);
    expect(unsettled([before])).toEqual([`letters/${LETTER}/sent-20190315T212000Z-after-1.eml.partial`]);
    expect(unsettled([before, { ...before, note: 'their desk has nothing' }])).toEqual([]);
  });

  it('is not settled by a mail that was filed and said nothing yet', () => {
    begin();
    const filed: JournalEntry = { at: AT, event: 'note', letter: LETTER, messageId: '<1@registry.example>' };
    expect(unsettled([filed])).toHaveLength(1);
    expect(unsettled([{ ...filed, event: 'acknowledged' }])).toEqual([]);
  });

  it('is never a trial, nor a file that somebody put there', () => {
    begin('trial');
    for (const name of ['sent.eml', 'sent-20190315T212000Z.eml.new', 'sent-20191399T999999Z.eml', 'letter.eml'])
      writeFileSync(join(paths.letters, LETTER, name), octets);
    expect(unsettled()).toEqual([]);
  });

  it('is never replaced, also where two leave in one second', () => {
    const first = begin();
    const second = begin();
    expect(unsettled()).toHaveLength(2);
    const files = [first.taken().file, second.taken().file];
    expect(new Set(files).size).toBe(2);
    expect(unsettled()).toEqual([...files].sort());
    begin();
    expect(unsettled()).toHaveLength(3);
  });

  it('leaves by one process at a time', () => {
    const machine = machineOf(process.pid);
    const held = takeLetter(paths, LETTER, machine);
    expect(() => takeLetter(paths, LETTER, machine)).toThrow(expect.objectContaining({ code: 'sending-under-way' }));
    held.release();
    takeLetter(paths, LETTER, machine).release();
  });
});
