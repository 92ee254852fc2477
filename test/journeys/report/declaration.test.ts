// `takedown report --declaration`: a file for the court, what is still blank of it, and what it does not go with.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casePaths } from '../../../src/store/workspace.ts';
import { counting, finishedRun, STARTED } from '../../store/support/made.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const NOW = '2019-03-23T12:00:00Z';
const AS_OF = ['--as-of', '2019-03-22T18:00:00Z'];
const SAID = ['--declarant', 'Ada Example', '--role', 'analyst', '--basis', 'I kept the record'];

let folder = '';
let run = '';

beforeAll(() => {
  folder = phosphorusWorkspace();
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, 'phosphorus');
  if (paths === undefined) throw new Error('no such case');
  run = finishedRun(paths, ['outlook-verify.net'], { started: STARTED, random: counting(1), facts: {} });
});
afterAll(() => removeFolder(folder));

const declared = (...args: readonly string[]) =>
  takedown(folder, ['report', 'phosphorus', '--declaration', ...args], { at: NOW });
const octets = (file: string) => readFileSync(join(folder, file));
const digest = (file: string) => createHash('sha256').update(octets(file)).digest('hex');
const wordsIn = (file: string) =>
  strFromU8(unzipSync(octets(file))['word/document.xml'] ?? new Uint8Array()).replace(/<[^>]*>/g, ' ');

describe('the file', () => {
  test.each(['.docx', '.pdf'])(
    '%s is the same octets each time, in every time zone',
    async (ending) => {
      const file = `declaration${ending}`;
      const { code, err, out } = await declared('-o', file, ...AS_OF, ...SAID);
      expect({ code, out }).toEqual({ code: 0, out: '' });
      expect(err).toContain(`${file}: 98 names, a draft, 4 things left\n`);
      const first = digest(file);
      const zone = process.env['TZ'];
      process.env['TZ'] = 'Pacific/Kiritimati';
      try {
        await declared('-o', file, ...AS_OF, ...SAID);
      } finally {
        if (zone === undefined) delete process.env['TZ'];
        else process.env['TZ'] = zone;
      }
      expect(digest(file)).toBe(first);
    },
    60_000,
  );

  test('has the digests of the files of the record as they lie there, and the names never looked up', async () => {
    await declared('-o', 'd.docx', ...AS_OF);
    const words = wordsIn('d.docx');
    for (const file of ['case.yaml', 'appendix-a.txt', 'orders/tro.pdf', `runs/${run}.yaml`, `runs/${run}.warc.gz`]) {
      expect(words).toContain(file);
      expect(words).toContain(digest(join('cases', 'phosphorus', file)));
    }
    expect(words).toContain('97 were never looked up, and nothing is stated of them.');
    expect(words.match(/Never looked up: nothing is stated of it/g)).toHaveLength(97);
    expect(words).toContain('DECLARATION OF [BLANK: NAME]');
  });

  test('without a run it states nothing of any name', async () => {
    const { err } = await declared('-o', 'early.docx', '--as-of', '2019-03-15T20:30:00Z');
    expect(err).toContain('98 names, a draft');
    const words = wordsIn('early.docx');
    expect(words).toContain('No lookup of any name is on record');
    expect(words.match(/unknown: never looked up/g)).toHaveLength(98);
  });

  test('of an exhibit that is not as the record states, both digests are told, and it stays a draft', async () => {
    const file = join(folder, 'cases', 'phosphorus', 'runs', `${run}.warc.gz`);
    const before = readFileSync(file);
    writeFileSync(file, Buffer.concat([before, Buffer.from('x')]));
    try {
      const { err } = await declared('-o', 'changed.docx', ...AS_OF);
      expect(err).toContain('1 exhibit missing, or not as the record states');
      expect(wordsIn('changed.docx')).toContain('The record states another digest');
    } finally {
      writeFileSync(file, before);
    }
  });
});

test.each([
  [['--declaration'], 'A declaration is a Word file or a PDF.'],
  [['--declaration', '-o', 'd.csv'], 'A declaration is a Word file or a PDF.'],
  [['--declaration', '-o', 'd.pdf', '--all'], '--all does not go with --declaration'],
  [['--declaration', '-o', 'd.pdf', '--where', 'registry=verisign'], '--where does not go with --declaration'],
  [['--declaration', '-o', 'd.pdf', '--json'], '--json does not go with --declaration'],
  [['--declaration', '-o', 'd.pdf', '--executed', 'abroad'], 'neither within nor without'],
  [['--declarant', 'Ada Example'], '--declarant is about a declaration'],
])('%j is wrong use', async (args, words) => {
  const { code, err } = await takedown(folder, ['report', 'phosphorus', ...args], { at: NOW });
  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(existsSync(join(folder, 'd.csv'))).toBe(false);
});
