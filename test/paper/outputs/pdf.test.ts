import { describe, expect, it } from 'vitest';
import { faceOf } from '../../../src/paper/fonts/faces.ts';
import { outputs } from '../../../src/paper/outputs/index.ts';
import { pdf } from '../../../src/paper/outputs/pdf.ts';
import { dataOf } from '../../../src/paper/pages/data.ts';
import { portableSetter } from '../../../src/paper/pages/portable.ts';
import { HOSTILE } from '../../letters/hostile.ts';
import { HOUSE, nameValues, sampleDocument, sampleValues } from '../../letters/sample-letter.ts';

const text = (octets: Uint8Array) => Buffer.from(octets).toString('latin1');

describe('the PDF', () => {
  it('is the same twice, also after another letter', async () => {
    const first = await pdf.make(sampleDocument(), HOUSE);
    await pdf.make(sampleDocument({ reach: 'requested' }), HOUSE);
    expect(Buffer.compare(await pdf.make(sampleDocument(), HOUSE), first)).toBe(0);
    expect(Buffer.compare(await pdf.make(sampleDocument(), { ...HOUSE }), first)).toBe(0);
  });

  it('is PDF/A-2a, tagged, in the letter’s language, without links and scripts', async () => {
    const made = text(await pdf.make(sampleDocument(), HOUSE));
    expect(made).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(made).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(made).toMatch(/\/Marked true/);
    expect(made).toMatch(/\/Lang\s*\(en-US\)/);
    expect(made).not.toMatch(/\/JavaScript|\/JS\b|\/URI\b|\/Launch|\/AA\b|\/OpenAction|\/EmbeddedFile/);
  });

  it('sets hostile text', async () => {
    const { recipient, letter } = sampleValues();
    const names = HOSTILE.map((bad, at) => nameValues(`a${at}.example`, at + 1, { open: [bad] }));
    const document = sampleDocument({
      names,
      letter: { ...letter, purpose: 'remind' },
      recipient: { ...recipient, name: HOSTILE.join(' '), address: HOSTILE },
    });
    expect((await pdf.make(document, HOUSE)).length).toBeGreaterThan(10_000);
  });

  it('sets the longest name there can be', async () => {
    const label = 'a-'.repeat(31);
    const names = [
      nameValues(`${label}a.${label}b.${label}c.${'d'.repeat(52)}.example`, 1),
      nameValues('b.example', 2),
    ];
    expect((await pdf.make(sampleDocument({ names }), HOUSE)).length).toBeGreaterThan(10_000);
  });

  it('is made by the portable engine too, where there is no native one', async () => {
    const document = sampleDocument({ names: [nameValues('a.example', 1)] });
    const fonts = (['serif', 'serif-bold', 'serif-italic', 'mono'] as const).map((file) => faceOf(HOUSE, file).octets);
    const set = await portableSetter(fonts, HOUSE.own('typst-wasm'));
    const data = dataOf(document, { scripts: [] });
    const made = set(data, document.date);
    expect(text(made)).toMatch(/^%PDF-1\.7/);
    expect(text(made)).toMatch(/\/Marked true/);
    expect(Buffer.compare(set(data, document.date), made)).toBe(0);
  }, 60_000);
});

it('every output has its own file', () => {
  expect(outputs.map(({ id, file }) => [id, file])).toEqual([
    ['docx', 'letter.docx'],
    ['pdf', 'letter.pdf'],
    ['txt', 'letter.txt'],
  ]);
});
