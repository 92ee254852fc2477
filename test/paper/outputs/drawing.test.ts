// A drawing on paper: in a PDF it is a figure with its words for who does not see it, in Word and plain text those words.
import { describe, expect, it } from 'vitest';
import { faceOf } from '../../../src/paper/fonts/faces.ts';
import { docx } from '../../../src/paper/outputs/docx.ts';
import { pdf } from '../../../src/paper/outputs/pdf.ts';
import { textOf } from '../../../src/paper/outputs/txt.ts';
import { dataOf } from '../../../src/paper/pages/data.ts';
import { portableSetter } from '../../../src/paper/pages/portable.ts';
import { pagedReport } from '../../../src/reports/paged/document.ts';
import { HOUSE, sampleDocument } from '../../letters/sample-letter.ts';
import { hostileReport } from '../../reports/hostile-report.ts';
import { caseReport, reportsOf } from '../../reports/reports.ts';
import { wordsOf } from './word-file.ts';

const ALT = 'Of 99 names ordered, done from 8 to 72.';
const SVG =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40"><path d="M0 40H40V8" stroke="#000" fill="none"/></svg>';
const drawn = { ...sampleDocument(), body: [{ kind: 'drawing', svg: SVG, alt: ALT }] } as const;
const text = (octets: Uint8Array) => Buffer.from(octets).toString('latin1');

describe('a drawing', () => {
  it('is a figure of the PDF with its words, by both engines', async () => {
    const bare = text(await pdf.make({ ...drawn, body: [] }, HOUSE));
    expect(bare).not.toMatch(/\/S\s*\/Figure/);
    const made = text(await pdf.make(drawn, HOUSE));
    expect(made).toMatch(/\/S\s*\/Figure/);
    expect(made).toContain(ALT);
    const faces = ['serif', 'serif-bold', 'serif-italic', 'mono'] as const;
    const setter = await portableSetter(
      faces.map((file) => faceOf(HOUSE, file).octets),
      HOUSE.own('typst-wasm'),
    );
    expect(text(setter(dataOf(drawn, { scripts: [] }), drawn.date))).toMatch(/\/S\s*\/Figure/);
  }, 60_000);

  it('is told in words where it cannot be shown', async () => {
    expect(wordsOf(await docx.make(drawn, HOUSE))).toContain(ALT);
    expect(textOf(drawn)).toContain(ALT);
  }, 60_000);

  it('stands in a report before the table of its numbers, whatever the marks on it say', async () => {
    const { body } = pagedReport(reportsOf(caseReport()));
    const at = body.findIndex(({ kind }) => kind === 'drawing');
    expect(body[at]).toMatchObject({
      alt: expect.stringContaining('transferred from 10 to 76, sinkholed from 20 to 85'),
    });
    expect(body.slice(at + 1, at + 3).map(({ kind }) => kind)).toEqual(['table', 'table']);
    const marks = [{ at: '2019-03-17T00:00:00Z', kind: 'due', text: '</text><script>&"' }] as const;
    const report = { ...hostileReport(), history: { ...caseReport().history, marks } };
    expect(text(await pdf.make(pagedReport(reportsOf(report)), HOUSE))).toContain('%PDF-');
  }, 60_000);

  it('is left out where a line has no two points', () => {
    const history = { ...caseReport().history, points: caseReport().history.points.slice(-1) };
    const { body } = pagedReport(reportsOf({ ...caseReport(), history }));
    expect(body.filter(({ kind }) => kind === 'drawing')).toEqual([]);
  });
});
