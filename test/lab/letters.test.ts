// Letters opened by the programs that people open them with: the Word file by LibreOffice, the PDF by poppler and qpdf, the CSV by
// Python. Needs the packages libreoffice-writer-nogui, poppler-utils, qpdf and python3.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scheduleCsv } from '../../src/letters/document/csv.ts';
import type { LetterDocument } from '../../src/paper/document.ts';
import { outputs } from '../../src/paper/outputs/index.ts';
import { HOSTILE } from '../letters/hostile.ts';
import { DISPLAYED, HOUSE, sampleDocument, sampleValues } from '../letters/sample-letter.ts';
import { readersHere } from './readers.ts';

const PROGRAMS = ['soffice', 'pdftotext', 'pdfinfo', 'pdffonts', 'qpdf', 'python3'];
const { asked, missing, reason } = readersHere(PROGRAMS);

const values = sampleValues();
/** Text from outside, as it must stand on the page. */
const PRINTED = ['"><script>alert(1)</script>', "=cmd|'/C calc'!A0", 'abcgnp.exe', '{{body}} {% raw %}'];
const letters: Readonly<Record<string, LetterDocument>> = {
  sample: sampleDocument(),
  hostile: sampleDocument({ recipient: { ...values.recipient, name: 'Hostile', address: HOSTILE } }),
  confirm: sampleDocument({ letter: { ...values.letter, purpose: 'confirm' } }),
};

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

describe.skipIf(!asked || missing.length > 0)(`letters in real programs (${reason})`, () => {
  let folder = '';
  const run = (program: string, words: readonly string[]) =>
    execFileSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  const textOf = (file: string) => run('pdftotext', ['-layout', file, '-']).normalize('NFC').replaceAll('\u00a0', ' ');
  const pagesOf = (file: string) => Number(/^Pages: +(\d+)$/m.exec(run('pdfinfo', [file]))?.[1]);

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-letters-'));
    mkdirSync(join(folder, 'word'));
    for (const [id, document] of Object.entries(letters)) {
      for (const { id: kind, make } of outputs)
        writeFileSync(join(folder, `${id}.${kind}`), await make(document, HOUSE));
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const files = Object.keys(letters).map((id) => `${id}.docx`);
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', 'word', ...files]);
  }, 240_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(Object.keys(letters))('%s', (id) => {
    it.each(['pdf', 'word'])('%s: every name whole, every page numbered and marked', (kind) => {
      const file = kind === 'pdf' ? `${id}.pdf` : `word/${id}.pdf`;
      const text = textOf(file);
      for (const { name } of values.names)
        expect(text).toMatch(new RegExp(`(^|\\s)${name.replaceAll('.', '\\.')}(\\s|$)`, 'm'));
      const pages = text.split('\f').slice(0, -1);
      expect(pages).toHaveLength(pagesOf(file));
      for (const [at, page] of pages.entries()) {
        expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
        expect(page).toContain('FILED UNDER SEAL');
        expect(page).toContain('2019-03-15-verisign-order');
      }
    });

    it('is whole, tagged and has all its fonts', () => {
      expect(run('qpdf', ['--check', `${id}.pdf`])).toContain('No syntax or stream encoding errors');
      const info = run('pdfinfo', [`${id}.pdf`]);
      expect(info).toMatch(/^Tagged: +yes$/m);
      expect(info).toMatch(/^JavaScript: +no$/m);
      expect(info).toMatch(/^Page size: +612 x 792 pts \(letter\)$/m);
      expect(info).toContain(`Title:           ${letters[id]?.title}`);
      const fonts = run('pdffonts', [`${id}.pdf`])
        .trimEnd()
        .split('\n')
        .slice(2);
      expect(fonts.length).toBeGreaterThan(2);
      for (const font of fonts) expect(font).toMatch(/ yes +yes +yes +\d+ +\d+$/);
    });
  });

  it.each(['sample.pdf', 'word/sample.pdf'])('%s is read in the order in which a letter is written', (file) => {
    const text = textOf(file);
    const order = [
      '15 March 2019',
      'Attention: Legal',
      'Re: Temporary',
      'Docket',
      'Dear Counsel:',
      '1. ',
      '(a)',
      '(i)',
      'Robin R. Counsel',
      'Enclosures',
      'Schedule of Names',
    ];
    let from = 0;
    for (const part of order) {
      const at = text.indexOf(part, from);
      expect(at, part).toBeGreaterThanOrEqual(from);
      from = at;
    }
    expect(text.match(/Domain name/g)?.length).toBeGreaterThan(1);
  });

  it('shows displayed forms in all scripts in the PDF, and says where it cannot', () => {
    const text = textOf('sample.pdf');
    // Right-to-left words come back in another order with some readers: their letters are looked for.
    for (const name of ['аррӏе.example', '验证-账户.example', '테스트-계정.example', 'παράδειγμα.example']) {
      expect(DISPLAYED).toContain(name);
      expect(text).toContain(name);
    }
    // A long one breaks in its column: the operative form beside it never does.
    expect(DISPLAYED).toContain('パスワード確認.example');
    expect(text).toMatch(/パスワード/);
    expect(text).toMatch(/認\.example|確認\.example/);
    for (const letter of 'حسمثעבר') expect(text).toContain(letter);
    expect(text).toContain('(script not in the');
  });

  it.each(['hostile.pdf', 'word/hostile.pdf'])('%s prints what is hostile as text', (file) => {
    const text = textOf(file);
    for (const printed of PRINTED) expect(text).toContain(printed);
    expect(text).toContain('[U+1F600]');
  });

  it('has a schedule that Python reads, name by name', () => {
    writeFileSync(join(folder, 'schedule.csv'), scheduleCsv(values).machines);
    const script =
      'import csv,json;print(json.dumps([r["name"] for r in csv.DictReader(open("schedule.csv",encoding="utf-8",newline=""))]))';
    expect(JSON.parse(run('python3', ['-c', script]))).toEqual(values.names.map(({ name }) => name));
    expect(readFileSync(join(folder, 'schedule.csv'))[0]).toBe('n'.charCodeAt(0));
  });
});
