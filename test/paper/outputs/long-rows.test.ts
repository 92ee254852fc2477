// A schedule so long that its rows are put into the Word file some hundreds at a time: it is the table that is made at once.
import { Document, Header, Packer, Paragraph } from 'docx';
import { expect, test } from 'vitest';
import { docx } from '../../../src/paper/outputs/docx.ts';
import { MANY_ROWS } from '../../../src/paper/word/long-rows.ts';
import { HOUSE, nameValues, sampleDocument } from '../../letters/sample-letter.ts';
import { entriesOf, mistakeIn, wordsOf } from './word-file.ts';

const STAND_IN = 'The rows of the schedule stand here.';

const nameAt = (at: number) => `name-${String(at).padStart(4, '0')}.example`;

function letterOf(names: number, open: readonly string[] = []) {
  const rows = Array.from({ length: names }, (_, at) => nameValues(nameAt(at), at + 1, { open }));
  return sampleDocument({ names: rows });
}

/** Those of the table of names, below its head. */
function rowsIn(octets: Uint8Array): readonly string[] {
  const tables = (entriesOf(octets)['word/document.xml'] ?? '').match(/<w:tbl>.*?<\/w:tbl>/gs) ?? [];
  return (tables.at(-1)?.match(/<w:tr>.*?<\/w:tr>/gs) ?? []).slice(1);
}

test('each row is the one of a shorter table, in its place', async () => {
  const short = await docx.make(letterOf(MANY_ROWS - 1), HOUSE);
  const long = await docx.make(letterOf(MANY_ROWS + 1), HOUSE);
  expect(rowsIn(short)).toHaveLength(MANY_ROWS - 1);
  expect(rowsIn(long)).toHaveLength(MANY_ROWS + 1);
  expect(rowsIn(long).slice(0, MANY_ROWS - 1)).toEqual(rowsIn(short));
  expect(rowsIn(long).at(-1)).toContain(nameAt(MANY_ROWS));
  expect(wordsOf(long)).not.toContain(STAND_IN);
});

test('in the file that a firm designed, and of a text that reads like what stands for the rows', async () => {
  const header = new Header({ children: [new Paragraph('{{marks}}')] });
  const children = [new Paragraph('{{subject}}'), new Paragraph(STAND_IN), new Paragraph('{{body}}')];
  const house = await Packer.toBuffer(new Document({ sections: [{ headers: { default: header }, children }] }));
  const made = await docx.make(letterOf(MANY_ROWS, [STAND_IN]), { ...HOUSE, reference: house });
  expect(rowsIn(made)).toHaveLength(MANY_ROWS);
  expect(mistakeIn(entriesOf(made)['word/document.xml'] ?? '')).toBeUndefined();
  const words = wordsOf(made);
  expect(words.filter((line) => line === STAND_IN)).toHaveLength(1);
  expect(words.filter((line) => /^name-\d{4}\.example$/.test(line))).toEqual(
    Array.from({ length: MANY_ROWS }, (_, at) => nameAt(at)),
  );
});
