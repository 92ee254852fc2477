// Papers for the court opened by other programs: what a public version leaves out is in none of their texts, the caption is read in its
// order. Needs the packages libreoffice-writer-nogui, poppler-utils and qpdf.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { docx } from '../../src/paper/outputs/docx.ts';
import { pdf } from '../../src/paper/outputs/pdf.ts';
import { declarationDocument } from '../../src/reports/declaration/document.ts';
import { redactedDeclaration, redactedDocument } from '../../src/reports/redaction/papers.ts';
import { openRedaction } from '../../src/reports/redaction/redaction.ts';
import { HOUSE } from '../letters/sample-letter.ts';
import { caseReport } from '../reports/reports.ts';
import { CASE } from '../reports/support.ts';
import { readersHere } from './readers.ts';

const { asked, missing, reason } = readersHere(['soffice', 'pdftotext', 'pdfinfo', 'qpdf']);
const NAMES = [...caseReport().names].map(({ name, unicode }) => ({ name, unicode, registrable: name }));

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

describe.skipIf(!asked || missing.length > 0)(`papers for the court in real programs (${reason})`, () => {
  let folder = '';
  const run = (program: string, words: readonly string[]) =>
    execFileSync(program, words, {
      cwd: folder,
      encoding: 'latin1',
      timeout: 120_000,
      maxBuffer: 1 << 28,
      stdio: ['ignore', 'pipe', 'ignore'],
    });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'takedown-court-'));
    const redaction = openRedaction({ names: NAMES, becauseNames: 'under seal' });
    const declarant = { name: 'Ada Example', role: 'analyst, ada@counsel.example', basis: 'call +1.2025550100' };
    const parts = redactedDeclaration(
      { report: caseReport(), theCase: CASE, journal: [], letters: [], declarant, exhibits: [], toolVersion: '0.1.0' },
      redaction,
    );
    const document = redactedDocument(declarationDocument(parts), redaction);
    writeFileSync(join(folder, 'public.pdf'), await pdf.make(document, HOUSE));
    writeFileSync(join(folder, 'public.docx'), await docx.make(document, HOUSE));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', 'word', 'public.docx']);
  }, 240_000);

  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it.each(['public.pdf', 'word/public.pdf'])(
    '%s has no name under seal and nothing personal, in text, metadata or streams',
    (file) => {
      run('qpdf', ['--qdf', '--object-streams=disable', '--stream-data=uncompress', file, `${file}.qdf`]);
      const texts = [
        run('pdftotext', ['-layout', file, '-']),
        run('pdftotext', ['-raw', file, '-']),
        run('pdfinfo', ['-meta', file]),
        readFileSync(join(folder, `${file}.qdf`), 'latin1'),
      ];
      expect(texts[0]).toContain('[redacted name 98]');
      for (const text of texts) {
        const there = text.toLowerCase();
        for (const { name } of NAMES) expect(there).not.toContain(name);
        for (const personal of ['ada@counsel', '2025550100']) expect(there).not.toContain(personal);
      }
    },
  );

  it.each(['public.pdf', 'word/public.pdf'])('%s is read as a court reads its caption', (file) => {
    const text = run('pdftotext', ['-raw', '-l', '1', file, '-']);
    const words = [
      'UNITED STATES DISTRICT COURT',
      'Microsoft Corporation,',
      'John Does 1-2,',
      'Civil Action No.',
      'DECLARATION OF ADA',
    ];
    const places = words.map((word) => text.indexOf(word));
    expect(places).not.toContain(-1);
    expect(places).toEqual(places.toSorted((a, b) => a - b));
  });
});
