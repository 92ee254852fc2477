// The draft certification: what the record shows and what a person says, both rules, every file with its digest, and never an unmarked
// paper of a simulated network.
import { describe, expect, it } from 'vitest';
import { docx } from '../../../src/paper/outputs/docx.ts';
import { pdf } from '../../../src/paper/outputs/pdf.ts';
import { textOf } from '../../../src/paper/outputs/txt.ts';
import { certificateBlanks } from '../../../src/reports/certificate/blanks.ts';
import type { CertificateParts, Certifier } from '../../../src/reports/certificate/certificate.ts';
import { certificateDocument } from '../../../src/reports/certificate/document.ts';
import { HOUSE } from '../../letters/sample-letter.ts';
import { hostileReport } from '../hostile-report.ts';
import { caseReport } from '../reports.ts';

const SAID: Certifier = {
  name: 'Ada Example',
  role: 'analyst of the plaintiff',
  basis: 'I run the program and know how it works',
  custody: 'on one machine, to which I alone have access',
  executed: 'within',
};
const SOUND = { observations: 98, exchanges: 300, reread: 98, damaged: 0, disagrees: 0, notReread: 0, unsound: 0 };
const FILES = [
  { file: 'runs/a.yaml', what: 'run a', sha256: 'b'.repeat(64) },
  { file: 'runs/a.warc.gz', what: 'what run a received', sha256: 'c'.repeat(64), stated: 'c'.repeat(64) },
];

function parts(wish: Partial<CertificateParts> = {}): CertificateParts {
  const report = { ...caseReport(), illustrative: false, marks: [] };
  return { report, signer: SAID, again: SOUND, files: FILES, toolVersion: '0.1.0', ...wish };
}
const said = (wish: Partial<CertificateParts> = {}) => textOf(certificateDocument(parts(wish))).replace(/\s+/g, ' ');

describe('the certification', () => {
  it('is of both rules, and closes as the statute has it', () => {
    const text = said();
    expect(text).toContain('UNDER RULES 902(13) AND 902(14) OF THE FEDERAL RULES OF EVIDENCE');
    expect(text).toMatch(/accurate results \(rule 902\(13\)\)/i);
    expect(text).toMatch(/by their digests \(rule 902\(14\)\)/i);
    expect(text).toContain(
      '28 U.S.C. 1746: I declare under penalty of perjury that the foregoing is true and correct.',
    );
    expect(text).toContain('It does not say that what a server answered was true');
  });

  it('lists every file with its digest, and says how many had one of before', () => {
    const text = said();
    for (const { file, sha256 } of FILES) {
      expect(text).toContain(file);
      expect(text).toContain(sha256);
    }
    expect(text).toContain('Of 2 files, 1 has a digest that its run stated');
    expect(text).toContain('98 sound observations that rest on 300 exchanges');
  });

  it('is no draft when nothing is blank, and has no mark then', () => {
    const { marks } = certificateDocument(parts());
    expect(marks).toEqual([]);
    expect(said()).not.toContain('BLANK');
  });

  it('says of itself what is blank', () => {
    const { marks } = certificateDocument(parts({ signer: {} }));
    expect(marks).toEqual(['DRAFT - NOT SIGNED']);
    for (const left of certificateBlanks(parts({ signer: {} }))) expect(said({ signer: {} })).toContain(left);
    expect(said({ signer: {} })).toContain('[BLANK: custody of the files]');
  });

  const report = { ...caseReport(), illustrative: false, marks: [] };
  it.each<readonly [string, Partial<CertificateParts>, RegExp]>([
    ['a rehearsal', { report: { ...report, rehearsal: true } }, /SIMULATED/],
    ['a simulated newest run', { report: { ...report, simulated: true } }, /SIMULATED/],
    [
      'a simulated run of before',
      {
        report: {
          ...report,
          method: { ...report.method, runs: report.method.runs.map((run) => ({ ...run, simulated: true })) },
        },
      },
      /SIMULATED/,
    ],
    ['no run', { report: { ...report, method: { ...report.method, runs: [] } } }, /DRAFT/],
    ['damage', { again: { ...SOUND, damaged: 1, unsound: 1 } }, /DRAFT/],
    ['a fact that reads otherwise', { again: { ...SOUND, disagrees: 1, unsound: 1 } }, /DRAFT/],
    ['a finding beside the observations', { again: { ...SOUND, unsound: 1 } }, /DRAFT/],
    ['a file that is gone', { files: [{ file: 'runs/a.yaml', what: 'run a', sha256: null }] }, /DRAFT/],
    ['a file that was changed', { files: [{ file: 'x', what: 'run', sha256: 'a', stated: 'b' }] }, /DRAFT/],
  ])('%s keeps it a marked draft', (_, wish, mark) => {
    expect(certificateDocument(parts(wish)).marks.join(' ')).toMatch(mark);
    expect(certificateDocument(parts(wish)).marks[0]).toBe('DRAFT - NOT SIGNED');
  });

  it('takes hostile text for text, and is the same octets each time', async () => {
    const document = certificateDocument(parts({ report: hostileReport(), signer: { ...SAID, name: '<b>\u001b[2J' } }));
    const first = await pdf.make(document, HOUSE);
    expect(Buffer.from(await pdf.make(document, HOUSE)).equals(first)).toBe(true);
    const word = await docx.make(document, HOUSE);
    expect(Buffer.from(await docx.make(document, HOUSE)).equals(word)).toBe(true);
  }, 60_000);
});
