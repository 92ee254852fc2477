// The caption of a paper for a court: every output has the court, then the parties, then the docket, and hostile text stays text.
import { describe, expect, it } from 'vitest';
import { drop } from '../../../src/model/text/harmless.ts';
import type { Caption } from '../../../src/paper/document.ts';
import { allText } from '../../../src/paper/fonts/each-text.ts';
import { docx } from '../../../src/paper/outputs/docx.ts';
import { pdf } from '../../../src/paper/outputs/pdf.ts';
import { textOf } from '../../../src/paper/outputs/txt.ts';
import { HOSTILE } from '../../letters/hostile.ts';
import { HOUSE, sampleDocument } from '../../letters/sample-letter.ts';
import { entriesOf, mistakeIn, wordsOf } from './word-file.ts';

const CAPTION: Caption = {
  court: ['UNITED STATES DISTRICT COURT', 'FOR THE DISTRICT OF EXAMPLE'],
  parties: [
    { text: 'Example Corporation,', step: 0 },
    { text: 'Plaintiff,', step: 2 },
    { text: 'v.', step: 1 },
    { text: 'John Does 1-2,', step: 0 },
    { text: 'Defendants.', step: 2 },
  ],
  docket: ['Civil Action No. 1:19-cv-00000', 'Judge Ada Example'],
};
const paper = (caption: Caption = CAPTION) => ({ ...sampleDocument(), letterhead: [], caption });
const ORDER = ['UNITED STATES', 'FOR THE DISTRICT', 'Example Corporation,', 'Defendants.', 'Civil Action', 'Judge Ada'];

function inOrder(text: string, words: readonly string[]): void {
  const places = words.map((word) => text.indexOf(word));
  expect(places).not.toContain(-1);
  expect(places).toEqual(places.toSorted((a, b) => a - b));
}

describe('the caption', () => {
  it('stands in Word in the order in which it is read, in two columns with a rule, before title and date', async () => {
    const made = await docx.make(paper(), HOUSE);
    const xml = entriesOf(made)['word/document.xml'] ?? '';
    inOrder(wordsOf(made).join('\n').replaceAll('\u00a0', ' '), [...ORDER, 'Temporary', '15 March 2019']);
    const [first = ''] = xml.split('</w:tbl>');
    expect(first.match(/<w:tc>/g)).toHaveLength(2);
    expect(first).toMatch(/<w:right w:val="single"/);
    // What only places is no table of figures: it has no head that would be read with each cell.
    expect(first).not.toContain('<w:tblHeader');
  });

  it('stands in plain text in the same order', () => inOrder(textOf(paper()), ORDER));

  it('is among the texts that fonts have to show', () => {
    for (const word of ORDER) expect(allText(paper())).toContain(word);
  });

  it('takes hostile text for text', async () => {
    const texts = HOSTILE.map(drop);
    const hostile = paper({ court: texts, parties: texts.map((text) => ({ text, step: 0 })), docket: texts });
    const entries = Object.entries(entriesOf(await docx.make(hostile, HOUSE)));
    for (const [path, text] of entries) expect([path, mistakeIn(text)]).toEqual([path, undefined]);
    expect(Buffer.from(await pdf.make(hostile, HOUSE)).toString('latin1')).toContain('%PDF-');
  }, 60_000);
});
