import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { JournalEntry } from '../../../src/model/case/journal.ts';
import { readJournal } from '../../../src/store/case/journal.ts';
import { appendJournal } from '../../../src/store/case/journal-append.ts';
import { openRecord } from '../../../src/store/runs/record.ts';
import { at as instant, name } from '../../support/values.ts';
import { ENDED, MACHINE, STARTED, tempPaths } from '../support/made.ts';

const SERVED: JournalEntry = { at: STARTED, event: 'served', recipient: 'verisign', by: 'email' };
const CONFIRMED: JournalEntry = {
  at: ENDED,
  event: 'confirmed',
  names: [name('a.example')],
  paragraph: '2(a)',
  note: 'ticket "4711": yes',
};

test('a case without a journal has no entries', async () => {
  const paths = tempPaths();
  expect(await readJournal(paths, { from: paths.folder })).toEqual({ ok: true, value: [], problems: [] });
});

test('entries are added at the end and read back', async () => {
  const paths = tempPaths();
  await appendJournal(paths, [SERVED], MACHINE);
  await appendJournal(paths, [CONFIRMED], MACHINE);
  expect(await readJournal(paths, { from: paths.folder })).toMatchObject({ ok: true, value: [SERVED, CONFIRMED] });
  expect(readdirSync(paths.folder)).toEqual(['journal.yaml']);
});

test('what a person wrote stays as it is, also without its last line break', async () => {
  const paths = tempPaths();
  const written = '# by hand\n- { at: 2019-03-15T17:20:00-04:00, event: note, note: first }';
  writeFileSync(paths.journal, written);
  await appendJournal(paths, [SERVED], MACHINE);
  expect(readFileSync(paths.journal, 'utf8').startsWith(`${written}\n- {`)).toBe(true);
  expect(await readJournal(paths, { from: paths.folder })).toMatchObject({
    ok: true,
    value: [{ note: 'first' }, SERVED],
  });
});

test('of many that write at once, each gets its line', async () => {
  const paths = tempPaths();
  const entries = Array.from({ length: 12 }, (_, i): JournalEntry => ({ at: STARTED, event: 'note', note: `n${i}` }));
  await Promise.all(entries.map((entry) => appendJournal(paths, [entry], MACHINE)));
  const read = await readJournal(paths, { from: paths.folder });
  expect(read.ok && read.value.map(({ note }) => note).sort()).toEqual(entries.map(({ note }) => note).sort());
});

test('the record shows the journal up to its instant, oldest first', () => {
  const paths = tempPaths();
  mkdirSync(paths.runs);
  const journal = [CONFIRMED, SERVED, { ...SERVED, at: instant('2020-01-01T00:00:00Z') }];
  expect(openRecord({ paths, asOf: ENDED, journal }).journal).toEqual([SERVED, CONFIRMED]);
});
