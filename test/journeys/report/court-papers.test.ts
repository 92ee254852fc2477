// Papers for the court as files: a certification that reads the record again, a public version in which nothing of what it leaves out is
// left, its log, and more names than fit on paper.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casePaths } from '../../../src/store/workspace.ts';
import { counting, finishedRun, STARTED } from '../../store/support/made.ts';
import { phosphorusWorkspace, removeFolder } from '../../support/folders.ts';
import { takedown } from '../../support/takedown.ts';

const NOW = '2019-03-30T12:00:00Z';
/** The seal of the case ends on 27 March. */
const SEALED = ['--as-of', '2019-03-22T18:00:00Z'];
const UNSEALED = ['--as-of', '2019-03-28T18:00:00Z'];
const PERSONAL = [
  '--role',
  'analyst, ada@counsel.example, +1.2025550100',
  '--basis',
  'I looked up OUTLOOK-VERIFY[.]NET',
];

let folder = '';
let run = '';

beforeAll(() => {
  folder = phosphorusWorkspace();
  const paths = casePaths({ root: folder, cases: join(folder, 'cases') }, 'phosphorus');
  if (paths === undefined) throw new Error('no such case');
  run = finishedRun(paths, ['outlook-verify.net'], { started: STARTED, random: counting(1), facts: {} });
});
afterAll(() => removeFolder(folder));

const made = (...args: readonly string[]) => takedown(folder, ['report', 'phosphorus', ...args], { at: NOW });
const octets = (file: string) => readFileSync(join(folder, file));
const digest = (file: string) => createHash('sha256').update(octets(file)).digest('hex');
const names = () =>
  octets('cases/phosphorus/appendix-a.txt')
    .toString()
    .split('\n')
    .map((line) => line.replace(/#.*/, '').trim())
    .filter((line) => line !== '');

/** Every entry of a Word file, with and without its tags. */
function allOf(file: string): string {
  const entries = Object.entries(unzipSync(octets(file))).map(([path, entry]) => `${path}\n${strFromU8(entry)}`);
  return entries.flatMap((text) => [text, text.replace(/<[^>]*>/g, '')]).join('\n');
}

/** A PDF as it lies there, and each of its streams, packed or not. */
function streamsOf(file: string): string {
  const whole = octets(file);
  const texts = [whole.toString('latin1')];
  for (let at = whole.indexOf('stream'); at >= 0; at = whole.indexOf('stream', at + 6)) {
    const from = whole[at + 6] === 13 ? at + 8 : at + 7;
    const to = whole.indexOf('endstream', from);
    try {
      const inflated = inflateSync(whole.subarray(from, to));
      texts.push(inflated.toString('latin1'), inflated.toString('utf16le'), inflated.swap16().toString('utf16le'));
    } catch {
      // What is not packed is in the whole.
    }
  }
  return texts.join('\n');
}

describe('--redacted', () => {
  test.each(['docx', 'pdf'])(
    'under seal no name and nothing personal is left in the .%s',
    async (ending) => {
      const file = `public.${ending}`;
      const { code, err } = await made('--declaration', '--redacted', '-o', file, ...SEALED, ...PERSONAL);
      expect(code).toBe(0);
      expect(err).toContain('public.redactions.csv: what 10');
      expect(err).toContain('Read it before it is filed: names of minors');
      const text = (ending === 'docx' ? allOf(file) : streamsOf(file)).toLowerCase();
      for (const name of names()) {
        const [label = ''] = name.split('.');
        expect(text).not.toContain(name);
        if (label.includes('-')) expect(text).not.toContain(label);
      }
      for (const personal of ['ada@counsel', '2025550100']) expect(text).not.toContain(personal);
      if (ending === 'pdf') return;
      expect(text).toContain('[redacted name 98]');
      expect(text).toContain('redacted version');
      expect(text).not.toContain('under seal until wed 27 mar 2019 09:00 edt ');
    },
    60_000,
  );

  test('the log says what each mark stands for, for its owner alone, and is the same for both files', () => {
    const log = octets('public.redactions.csv').toString();
    for (const [at, name] of names().entries()) expect(log).toContain(`[redacted name ${at + 1}],${name},`);
    expect(log).toContain("[redacted phone 1],'+1.2025550100,1,");
    expect(statSync(join(folder, 'public.redactions.csv')).mode & 0o777).toBe(0o600);
  });

  test('a log of before is never overwritten, and then there is no paper either', async () => {
    const log = join(folder, 'kept.redactions.csv');
    writeFileSync(log, 'of a paper that was filed');
    const { code, err } = await made('--declaration', '--redacted', '-o', 'kept.docx', ...SEALED);
    expect(code).toBe(23);
    expect(err).toContain('kept.redactions.csv is there already');
    expect(readFileSync(log, 'utf8')).toBe('of a paper that was filed');
    expect(existsSync(join(folder, 'kept.docx'))).toBe(false);
  });

  test('when the seal has ended, names are public and personal data is not', async () => {
    await made('--declaration', '--redacted', '-o', 'later.docx', ...UNSEALED, ...PERSONAL);
    const text = allOf('later.docx');
    expect(text).toContain('outlook-verify.net');
    expect(text).not.toContain('ada@counsel.example');
  });

  test('without it names stand there, with the seal on every page', async () => {
    const { err } = await made('--declaration', '-o', 'whole.docx', ...SEALED);
    expect(err).not.toContain('redactions');
    expect(allOf('whole.docx')).toContain('UNDER SEAL UNTIL');
    expect(allOf('whole.docx')).toContain('outlook-verify.net');
  });
});

describe('--certificate', () => {
  test('reads the record again, and has the digests of its files', async () => {
    const { code, err } = await made('--certificate', '-o', 'certificate.docx', ...SEALED, '--custody', 'in a safe');
    expect(code).toBe(0);
    expect(err).toContain('certificate.docx: 98 names, a draft, ');
    expect(err).toContain('a simulated network was asked: these are no records of the internet');
    const text = allOf('certificate.docx');
    for (const ending of ['yaml', 'warc.gz']) {
      expect(text).toContain(`runs/${run}.${ending}`);
      expect(text).toContain(digest(`cases/phosphorus/runs/${run}.${ending}`));
    }
    expect(text).toContain('in a safe');
    expect(text).toContain('DRAFT - NOT SIGNED');
    expect(text).not.toContain('appendix-a.txt');
  });

  test('is the same octets each time', async () => {
    await made('--certificate', '-o', 'a.pdf', ...SEALED);
    await made('--certificate', '-o', 'b.pdf', ...SEALED);
    expect(digest('a.pdf')).toBe(digest('b.pdf'));
  });

  test('of a record that was changed, it says so and stays a draft', async () => {
    const file = join(folder, 'cases', 'phosphorus', 'runs', `${run}.warc.gz`);
    const before = readFileSync(file);
    const changed = Buffer.from(before);
    changed[changed.length >> 1] = (changed[changed.length >> 1] ?? 0) ^ 1;
    writeFileSync(file, changed);
    try {
      const { err } = await made('--certificate', '-o', 'changed.docx', ...SEALED);
      expect(err).toContain('1 file missing, or not as the record states');
      expect(err).toMatch(/no longer as it was written|further finding/);
    } finally {
      writeFileSync(file, before);
    }
  });
});

test('more names than fit on paper stand in a sheet, which the declaration identifies', async () => {
  const large = phosphorusWorkspace();
  try {
    const schedule = join(large, 'cases', 'phosphorus', 'appendix-a.txt');
    const all = Array.from({ length: 2500 }, (_, at) => `made-up-${at}.info`);
    writeFileSync(schedule, `${all.join('\n')}\n`);
    const file = join(large, 'cases', 'phosphorus', 'case.yaml');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/stated-count: \d+/, 'stated-count: 2500'));
    const ask = (...args: readonly string[]) =>
      takedown(large, ['report', 'phosphorus', '--declaration', ...SEALED, ...args], { at: NOW });
    const { code, err } = await ask('-o', 'd.docx');
    expect({ code, err }).toMatchObject({ code: 0, err: expect.stringContaining('2500 names') });
    expect(err).toContain('d.exhibit-a-1.csv: every name, to be attached to it');
    expect(err).not.toContain('has to be attached');
    const sheet = readFileSync(join(large, 'd.exhibit-a-1.csv'));
    const rows = sheet.toString().trim().split('\r\n');
    expect(rows).toHaveLength(2501);
    for (const [at, name] of all.entries()) expect(rows[at + 1]?.startsWith(`${name},`)).toBe(true);
    const text = strFromU8(unzipSync(readFileSync(join(large, 'd.docx')))['word/document.xml'] ?? new Uint8Array());
    expect(text).toContain(createHash('sha256').update(sheet).digest('hex'));
    expect(text).toContain('d.exhibit-a-1.csv');

    await ask('--redacted', '-o', 'public.docx');
    expect(readFileSync(join(large, 'public.exhibit-a-1.csv'), 'utf8')).not.toContain('made-up-');
    expect(readFileSync(join(large, 'public.redactions.csv'), 'utf8')).toContain('made-up-2499.info');
  } finally {
    removeFolder(large);
  }
}, 120_000);

test.each([
  [['--declaration', '--certificate', '-o', 'x.pdf'], '--declaration and --certificate cannot both be meant'],
  [['--certificate'], 'A certification is a Word file or a PDF.'],
  [
    ['--certificate', '-o', 'x.pdf', '--departures', 'none'],
    '--departures is about a declaration, and this is a certification',
  ],
  [
    ['--declaration', '-o', 'x.pdf', '--custody', 'mine'],
    '--custody is about a certification, and this is a declaration',
  ],
  [['--redacted'], '--redacted is about a declaration, and this is a report'],
  [['--certificate', '-o', 'x.pdf', '--all'], '--all does not go with --certificate'],
])('%j is wrong use', async (args, words) => {
  const { code, err } = await made(...args);
  expect(code).toBe(2);
  expect(err).toContain(words);
  expect(existsSync(join(folder, 'x.pdf'))).toBe(false);
});
