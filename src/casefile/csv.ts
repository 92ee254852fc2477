// A schedule as CSV with a header. Only one column matters: the one called "name" or "domain".
import { type CsvFault, csvRows } from '../model/text/csv-rows.ts';
import type { Code } from './codes.ts';
import type { Entry } from './schedule.ts';

interface CsvMistake {
  readonly code: Code;
  readonly says: string;
  readonly start: number;
}

interface CsvReading {
  readonly entries: readonly Entry[];
  /** How many columns the header has, and which of them, from 0, has the names. */
  readonly columns: number;
  readonly column: number;
  readonly mistakes: readonly CsvMistake[];
}

const NAME_COLUMNS = ['name', 'domain', 'domain name', 'domainname', 'domain_name'];

export function csvEntries(text: string): CsvReading {
  const faults: CsvFault[] = [];
  const mistakes = () => faults.map((fault): CsvMistake => ({ code: 'csv-syntax', ...fault }));
  const entries: Entry[] = [];
  let header: { readonly columns: number; readonly column: number } | undefined;
  for (const row of csvRows(text, faults)) {
    if (header === undefined) {
      const column = row.findIndex((field) => NAME_COLUMNS.includes(field.text.trim().toLowerCase()));
      header = { columns: row.length, column };
      if (column === -1) return { entries, ...header, mistakes: [...mistakes(), noColumn(row)] };
    } else {
      const field = row[header.column];
      if (field !== undefined && field.text.trim() !== '') entries.push({ ...field, text: field.text.trim() });
    }
  }
  return { entries, columns: header?.columns ?? 0, column: header?.column ?? 0, mistakes: mistakes() };
}

function noColumn(header: readonly Entry[]): CsvMistake {
  const found = header.map((field) => `"${field.text.trim().slice(0, 40)}"`).slice(0, 12);
  return { code: 'csv-header', says: `No column is called "name" or "domain": ${found.join(', ')}.`, start: 0 };
}
