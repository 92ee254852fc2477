// The report opened by other programs: the PDF by poppler and qpdf, the Word file by LibreOffice; both say what the model says.
// Needs the packages libreoffice-writer-nogui, poppler-utils and qpdf.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reportFormats } from '../../src/reports/formats/index.ts';
import { totalRows } from '../../src/reports/report/report-words.ts';
import { HOUSE } from '../letters/sample-letter.ts';
import { hostileReport } from '../reports/hostile-report.ts';
import { caseReport, reportsOf } from '../reports/reports.ts';
import { readersHere } from './readers.ts';

const { asked, missing, reason } = readersHere(['soffice', 'pdftotext', 'pdfinfo', 'qpdf']);
const reports = { plain: caseReport(), hostile: hostileReport() } as const;

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

describe.skipIf(!asked || missing.length > 0)(`the report in real programs (${reason})`, () => {
  let folder = '';
  const run = (program: string, words: readonly string[]) =>
    execFileSync(program, words, {
      cwd: folder,
      encoding: 'utf8',
      timeout: 120_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-report-'));
    for (const { name, extension, load } of reportFormats) {
      if (name !== 'pdf' && name !== 'docx') continue;
      const render = await load();
      for (const [id, report] of Object.entries(reports)) {
        const pieces: Uint8Array[] = [];
        for await (const piece of render(reportsOf(report), { machine: false, house: HOUSE }))
          pieces.push(typeof piece === 'string' ? Buffer.from(piece) : piece);
        writeFileSync(join(folder, `${id}${extension}`), Buffer.concat(pieces));
      }
    }
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', 'word', 'plain.docx', 'hostile.docx']);
  }, 240_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  describe.each(['plain.pdf', 'word/plain.pdf'])('%s', (file) => {
    it('says the totals, and every name', () => {
      const text = run('pdftotext', ['-layout', file, '-']);
      for (const { facet, met, unmet, unknown, notOrdered, released, notListed, whole } of totalRows(
        reports.plain.totals,
      )) {
        const figures = [facet, met, unmet, unknown, notOrdered, released, notListed, whole].join('\\s+');
        expect(text).toMatch(new RegExp(`^\\s*${figures}\\s*$`, 'm'));
      }
      for (const { name } of reports.plain.names) expect(text).toContain(name);
      const sheets = text.split('\f').slice(0, -1);
      expect(sheets.every((sheet) => sheet.includes('ILLUSTRATIVE'))).toBe(true);
      expect(sheets.filter((sheet) => /Name\s+transferred\s+sinkholed/.test(sheet)).length).toBeGreaterThan(1);
    });
  });

  it('is sound and tagged', () => {
    expect(run('qpdf', ['--check', 'plain.pdf'])).toContain('No syntax or stream encoding errors');
    expect(run('pdfinfo', ['plain.pdf'])).toMatch(/^Tagged: +yes$/m);
  });

  it('opens with hostile text in it', () => {
    for (const file of ['hostile.pdf', 'word/hostile.pdf'])
      expect(run('pdftotext', ['-layout', file, '-'])).toContain('alert(1)');
  });
});
