// The report as Word and PDF: what stands in it, and that nothing from outside is more than text. Other programs open both in the lab.
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { render as docx } from '../../../src/reports/formats/docx.ts';
import { render as pdf } from '../../../src/reports/formats/pdf.ts';
import { pagedReport } from '../../../src/reports/paged/document.ts';
import type { CaseReport } from '../../../src/reports/report/case-report.ts';
import { HOUSE } from '../../letters/sample-letter.ts';
import { hostileReport } from '../hostile-report.ts';
import { caseReport, reportsOf } from '../reports.ts';

async function octetsOf(render: typeof pdf, ...cases: readonly CaseReport[]): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  for await (const piece of render(reportsOf(...cases), { house: HOUSE })) pieces.push(piece);
  return Buffer.concat(pieces);
}

const wordText = async (...cases: readonly CaseReport[]) =>
  strFromU8(unzipSync(await octetsOf(docx, ...cases))['word/document.xml'] ?? new Uint8Array()).replace(
    /<[^>]*>/g,
    ' ',
  );

describe('the report on pages', () => {
  it('has a row for every name, with what is open and the lines that say so', () => {
    const { schedule } = pagedReport(reportsOf(caseReport()));
    expect(schedule?.rows.map(([name]) => name)).toEqual([...caseReport().names].map(({ name }) => name));
    expect(schedule?.rows.at(-1)?.at(-1)).toBe(
      'registrar of record: the registry asks to come back later (unknown); resolves to: ns1.sinkhole.example did not answer in time (unknown) [#196, #197]',
    );
    expect(schedule?.columns.reduce((sum, { width }) => sum + width, 0)).toBe(468);
  });

  it('carries the marks of its cases on every page', () => {
    expect(pagedReport(reportsOf(caseReport())).marks).toEqual(['ILLUSTRATIVE']);
    const marked = { ...caseReport(), marks: ['SIMULATED NETWORK', 'illustrative'] };
    expect(pagedReport(reportsOf(marked, caseReport())).marks).toEqual(['SIMULATED NETWORK', 'ILLUSTRATIVE']);
  });

  it('has every case of a workspace', async () => {
    const text = await wordText(caseReport(), { ...caseReport(), case: 'strontium' });
    expect(text).toContain('Strontium');
    expect(pagedReport(reportsOf(caseReport(), caseReport())).schedule?.rows).toHaveLength(196);
    expect(pagedReport(reportsOf()).body).toEqual([]);
  });

  it('takes hostile text for text', async () => {
    const text = await wordText(hostileReport());
    expect(text).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(text).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u202e]/);
    expect(
      Buffer.from(await octetsOf(pdf, hostileReport()))
        .subarray(0, 5)
        .toString(),
    ).toBe('%PDF-');
  }, 60_000);
});
