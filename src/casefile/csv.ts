// CSV as RFC 4180 has it: quoted fields may hold commas, line breaks and doubled quotes. Only one column matters: the one
// called "name" or "domain".
import type { Code } from './codes.ts';
import type { Entry } from './schedule.ts';

export interface CsvMistake {
  readonly code: Code;
  readonly says: string;
  readonly start: number;
}

export interface CsvReading {
  readonly entries: readonly Entry[];
  /** How many columns the header has, and which of them, from 0, has the names. */
  readonly columns: number;
  readonly column: number;
  readonly mistakes: readonly CsvMistake[];
}

const NAME_COLUMNS = ['name', 'domain', 'domain name', 'domainname', 'domain_name'];

export function csvEntries(text: string): CsvReading {
  const mistakes: CsvMistake[] = [];
  const entries: Entry[] = [];
  let header: { readonly columns: number; readonly column: number } | undefined;
  for (const row of rowsOf(text, mistakes)) {
    if (header === undefined) {
      const column = row.findIndex((field) => NAME_COLUMNS.includes(field.text.trim().toLowerCase()));
      header = { columns: row.length, column };
      if (column === -1) return { entries, ...header, mistakes: [...mistakes, noColumn(row)] };
    } else {
      const field = row[header.column];
      if (field !== undefined && field.text.trim() !== '') entries.push({ ...field, text: field.text.trim() });
    }
  }
  return { entries, columns: header?.columns ?? 0, column: header?.column ?? 0, mistakes };
}

function noColumn(header: readonly Entry[]): CsvMistake {
  const found = header.map((field) => `"${field.text.trim().slice(0, 40)}"`).slice(0, 12);
  return { code: 'csv-header', says: `No column is called "name" or "domain": ${found.join(', ')}.`, start: 0 };
}

/** Rows of fields; blank lines and lines that start with `#` are left out. */
function* rowsOf(text: string, mistakes: CsvMistake[]): Generator<readonly Entry[]> {
  let row: Entry[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    if (row.length === 0 && text[at] === '#') {
      at = afterLine(text, at);
      line += 1;
      continue;
    }
    const field = text[at] === '"' ? quoted(text, at) : bare(text, at);
    if (field.mistake !== undefined) mistakes.push({ code: 'csv-syntax', says: field.mistake, start: at });
    row.push({ text: field.text, line, start: text[at] === '"' ? at + 1 : at });
    if (text[at] === '"') line += countFeeds(text.slice(at, field.end));
    const ended = text[field.end] !== ',';
    at = ended ? afterLine(text, field.end) : field.end + 1;
    if (!ended) continue;
    line += 1;
    if (row.length > 1 || row[0]?.text.trim() !== '') yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

interface Field {
  readonly text: string;
  /** Where the comma or the end of the line stands. */
  readonly end: number;
  readonly mistake?: string;
}

function bare(text: string, start: number): Field {
  const stop = /[,\r\n]/g;
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

function quoted(text: string, start: number): Field {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return { text: '', end: text.length, mistake: 'A quote is opened here and never closed.' };
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  const rest = bare(text, close + 1);
  if (rest.text.trim() === '') return { text: inside, end: rest.end };
  return { text: inside, end: rest.end, mistake: 'Something follows the closing quote of this field.' };
}

function afterLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.length : feed + 1;
}

function countFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
