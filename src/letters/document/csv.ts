// The names of a letter as CSV (RFC 4180): what a registry's machine reads, and a spreadsheet shows. No cell can become a
// formula: names are plain ASCII that never begins like one, and every other cell is guarded.
import type { LetterValues, NameValues, TargetValues } from '../values/values.ts';
import { LETTER_FORMS } from './forms.ts';
import { plain } from './print-text.ts';

export const SCHEDULE_FILE = 'schedule.csv';
/** The same rows with the mark by which spreadsheets know UTF-8; a machine would read the mark as part of the first title. */
export const SHEET_FILE = 'schedule-sheet.csv';

interface ScheduleFiles {
  readonly people: Uint8Array;
  readonly machines: Uint8Array;
}

export function scheduleCsv(values: LetterValues): ScheduleFiles {
  const columns = LETTER_FORMS[values.letter.purpose]?.schedule === 'bare' ? NAMES : [...NAMES, ...TARGETS];
  const targets = new Map(values.targets.map((target) => [target.id, target]));
  const rows = [
    columns.map(({ title }) => title),
    ...values.names.map((name) => columns.map(({ cell }) => cell(name, targets.get(name.target ?? '')))),
  ];
  const text = rows.map((row) => `${row.map(field).join(',')}\r\n`).join('');
  const encoder = new TextEncoder();
  return { people: encoder.encode(`\ufeff${text}`), machines: encoder.encode(text) };
}

interface Column {
  readonly title: string;
  readonly cell: (name: NameValues, target: TargetValues | undefined) => string;
}

const NAMES: readonly Column[] = [
  { title: 'name', cell: ({ name }) => name },
  { title: 'unicode', cell: ({ unicode }) => unicode },
  { title: 'schedule', cell: ({ schedule }) => schedule },
  { title: 'line', cell: ({ line }) => String(line) },
  { title: 'paragraphs', cell: ({ paragraphs }) => paragraphs.join(' ') },
];

/** What is to be reached; a cell is empty where no paragraph about the name asks for it. */
const TARGETS: readonly Column[] = [
  { title: 'action', cell: ({ action }) => action },
  { title: 'registrar', cell: (_, target) => target?.registrar?.name ?? '' },
  { title: 'registrar-iana-id', cell: (_, target) => String(target?.registrar?.iana_id ?? '') },
  { title: 'name-servers', cell: (_, target) => target?.name_servers.join(' ') ?? '' },
  { title: 'statuses', cell: (_, target) => target?.statuses.join(' ') ?? '' },
  { title: 'lift-hold', cell: ({ held }) => (held ? 'yes' : 'no') },
  { title: 'remove-ds', cell: ({ remove_ds }) => remove_ds.join('; ') },
];

/** What makes spreadsheets take a cell for a formula, their full-width forms too. */
const FORMULA = /^[=+\-@＝＋－＠|\t\r]/;

function field(text: string): string {
  const clean = plain(text);
  const guarded = FORMULA.test(clean) ? `'${clean}` : clean;
  return /[",\r\n]|^\s|\s$/.test(guarded) ? `"${guarded.replaceAll('"', '""')}"` : guarded;
}
