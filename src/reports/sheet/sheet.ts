// One sheet of a workbook as SpreadsheetML (ECMA-376 part 1, section 18.3), row by row. Text is text whatever it begins with, since
// a formula is an element of its own that is never written; instants are real dates.
import { type Instant, millisecondsOf } from '../../model/instant.ts';
import type { CellValue } from '../report/name-columns.ts';
import { xmlText } from '../xml-text.ts';

/** `instant` shows the date and the time of day, in UTC; `text` wraps where it is `long`. */
export interface SheetColumn {
  readonly title: string;
  readonly kind: 'text' | 'number' | 'instant';
  /** In characters. */
  readonly width: number;
}

export interface Sheet {
  /** At most 31 characters, without any of `[]:*?/\`. */
  readonly title: string;
  readonly columns: readonly SheetColumn[];
  readonly rows: Iterable<readonly CellValue[]>;
  /** With a header that stays in sight and can be filtered by; otherwise the first column is a label. */
  readonly table: boolean;
}

/** A sheet has 1,048,576 rows, and the header is one of them. */
export const MOST_ROWS = 1_048_575;
/** Of one cell. */
const MOST_CHARACTERS = 32_767;

/** The places of styles.ts. */
const STYLE = { text: 0, bold: 1, instant: 2, number: 3 } as const;

const SPACES = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

/** `header` is printed on top of each page: text from outside. About a row a piece. */
export function* sheetXml({ columns, rows, table }: Sheet, header: string): Iterable<string> {
  yield `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${SPACES}>`;
  yield `<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${table ? FROZEN : ''}</sheetView></sheetViews>`;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `<cols>${widths.join('')}</cols><sheetData>`;
  const letters = columns.map((_, at) => columnLetters(at));
  let number = 0;
  if (table) {
    number = 1;
    yield rowXml(
      number,
      columns.map(({ title }, at) => textCell(`${letters[at]}1`, title, STYLE.bold)),
    );
  }
  for (const row of rows) {
    number += 1;
    const cells = row.map((value, at) => cellXml(`${letters[at]}${number}`, value, styleOf({ columns, table, at })));
    yield rowXml(number, cells);
  }
  yield '</sheetData>';
  if (table) yield `<autoFilter ref="A1:${letters.at(-1) ?? 'A'}${Math.max(1, number)}"/>`;
  yield '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>';
  yield '<pageSetup orientation="landscape" fitToHeight="0"/>';
  yield `<headerFooter><oddHeader>${xmlText(`&C${headerText(header)}`)}</oddHeader><oddFooter>&amp;C&amp;A, &amp;P / &amp;N</oddFooter></headerFooter></worksheet>`;
}

const FROZEN =
  '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>';

interface Place {
  readonly columns: readonly SheetColumn[];
  readonly table: boolean;
  readonly at: number;
}

function styleOf({ columns, table, at }: Place): number {
  if (!table && at === 0) return STYLE.bold;
  return STYLE[columns[at]?.kind ?? 'text'];
}

function rowXml(number: number, cells: readonly string[]): string {
  return `<row r="${number}">${cells.join('')}</row>`;
}

function cellXml(place: string, value: CellValue, style: number): string {
  if (value === null || value === '') return '';
  if (typeof value === 'number') return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  if (typeof value === 'boolean') return textCell(place, value ? 'yes' : 'no', style);
  const serial = style === STYLE.instant ? serialOf(value) : undefined;
  return serial === undefined ? textCell(place, value, style) : `<c r="${place}" s="${style}"><v>${serial}</v></c>`;
}

function textCell(place: string, text: string, style: number): string {
  return `<c r="${place}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${cellText(text)}</t></is></c>`;
}

/** Text such as `_x0041_` stands for a character in these files, and so its first underscore is written as one. */
function cellText(text: string): string {
  const plain = xmlText(text.length > MOST_CHARACTERS ? `${text.slice(0, MOST_CHARACTERS - 1)}…` : text);
  return plain.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Days since the day before 31 December 1899, as spreadsheets count them; words in a column of instants stay words. */
function serialOf(text: string): string | undefined {
  const milliseconds = millisecondsOf(text as Instant);
  return Number.isNaN(milliseconds) ? undefined : `${milliseconds / 86_400_000 + 25_569}`;
}

/** An ampersand begins a code in a header; more than 255 characters break the file. */
function headerText(text: string): string {
  return [...text.replaceAll('&', '+')].slice(0, 200).join('');
}

/** `A`, `Z`, `AA` */
function columnLetters(at: number): string {
  const first = Math.floor(at / 26);
  return (first === 0 ? '' : columnLetters(first - 1)) + String.fromCharCode(65 + (at % 26));
}
