// The rows of a long table in Word. The library that writes Word files makes three trees of a table before it writes a word of it, which
// of five thousand rows is more than two hundred megabytes. So a long table is written with one row that stands for all of them, and
// they are made some hundreds at a time and put in its place. The octets are those of a table that is made at once.
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { strFromU8, unzipSync } from 'fflate';

/** Fewer than this are made at once. */
export const MANY_ROWS = 600;
const AT_ONCE = 300;

/** Rows by their place, each made when it is asked for. */
export interface LongRows {
  readonly length: number;
  row(at: number): TableRow;
}

/** What is written in their place. No text can be taken for it, since in a text no tag stays a tag. */
export function standIn(): TableRow {
  const text = new Paragraph({ style: 'Rows', children: [new TextRun('The rows of the schedule stand here.')] });
  // With a width of its own, since otherwise it gets one that depends on the table around it.
  const width = { size: 1, type: WidthType.DXA };
  return new TableRow({ children: [new TableCell({ width, children: [text] })] });
}

/** The body of a Word file, with the rows in the place of what stands for them. */
export async function withRows(body: string, rows: LongRows): Promise<string> {
  const mark = await rowsText([standIn()]);
  const at = body.indexOf(mark);
  if (at < 0) throw new Error('the Word file has no place for the rows of its schedule');
  const parts = [body.slice(0, at)];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, rows.length - from) }, (_, place) => rows.row(from + place));
    parts.push(await rowsText(some));
  }
  return [...parts, body.slice(at + mark.length)].join('');
}

/** Rows as they stand in a Word file. */
async function rowsText(rows: readonly TableRow[]): Promise<string> {
  const octets = await Packer.toBuffer(new Document({ sections: [{ children: [new Table({ rows: [...rows] })] }] }));
  const body = strFromU8(unzipSync(octets, { filter: ({ name }) => name === BODY })[BODY] ?? new Uint8Array());
  return body.slice(body.indexOf('<w:tr>'), body.lastIndexOf('</w:tbl>'));
}

export const BODY = 'word/document.xml';
