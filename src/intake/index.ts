// The formats that names are read from, one file each, loaded when such a document comes. What a document is, its octets say.
import type { Checked } from '../model/problem.ts';
import { kindOf } from './kind.ts';
import { type ReadFormat, remark, Unreadable, unreadable } from './outcome.ts';
import type { DocumentFormat, DocumentSource, DocumentText } from './placed.ts';

interface FormatRow {
  readonly format: DocumentFormat;
  /** The endings that such a file usually has. */
  readonly endings: readonly `.${string}`[];
  /** In a sentence: "it is …". */
  readonly what: string;
  load(): Promise<ReadFormat>;
}

export const formats: readonly FormatRow[] = [
  {
    format: 'text',
    endings: ['.txt', '.text', '.md', '.list', '.lst', '.log'],
    what: 'plain text',
    load: async () => (await import('./formats/text.ts')).read,
  },
  {
    format: 'csv',
    endings: ['.csv', '.tsv', '.txt'],
    what: 'a table as text (CSV)',
    load: async () => (await import('./formats/csv.ts')).read,
  },
  {
    format: 'docx',
    endings: ['.docx', '.docm', '.dotx', '.dotm'],
    what: 'a Word file',
    load: async () => (await import('./formats/docx.ts')).read,
  },
  {
    format: 'xlsx',
    endings: ['.xlsx', '.xlsm', '.xltx'],
    what: 'an Excel file',
    load: async () => (await import('./formats/xlsx.ts')).read,
  },
  {
    format: 'pdf',
    endings: ['.pdf'],
    what: 'a PDF',
    load: async () => (await import('./formats/pdf.ts')).read,
  },
  {
    format: 'mail',
    endings: ['.eml', '.mail', '.txt'],
    what: 'a mail',
    load: async () => (await import('./formats/mail.ts')).read,
  },
  {
    format: 'html',
    endings: ['.html', '.htm', '.xhtml'],
    what: 'a page in HTML',
    load: async () => (await import('./formats/html.ts')).read,
  },
];

/**
 * Never throws on account of what is in the file. For files of strangers it is run where time and memory are bounded: some of the
 * formats are read by libraries.
 */
export async function readDocument(source: DocumentSource): Promise<Checked<DocumentText>> {
  const kind = kindOf(source.octets, source.file);
  const row = 'foreign' in kind ? undefined : formats.find(({ format }) => format === kind.format);
  if (row === undefined) return foreign(source, kind);
  try {
    const read = await row.load();
    return withEnding(await read(source), source, row);
  } catch (error) {
    if (error instanceof Unreadable) return unreadable(error);
    throw error;
  }
}

function foreign({ file }: DocumentSource, kind: ReturnType<typeof kindOf>): Checked<DocumentText> {
  const { foreign: what, hint } = 'foreign' in kind ? kind : { foreign: `of the kind ${kind.format}`, hint: '' };
  return unreadable({ code: 'document-format', message: `${file} is ${what}, which is not read.`, hint });
}

/** A file that calls itself something else is told: it may be the wrong one. */
function withEnding(read: Checked<DocumentText>, { file }: DocumentSource, row: FormatRow): Checked<DocumentText> {
  const ending = /\.[a-z0-9]{1,5}$/i.exec(file)?.[0].toLowerCase();
  const known = formats.some(({ endings }) => endings.some((one) => one === ending));
  if (!read.ok || ending === undefined || !known || row.endings.some((one) => one === ending)) return read;
  const told = remark('document-ending', `${file} ends in ${ending}, but it is ${row.what}.`);
  return { ...read, value: { ...read.value, remarks: [told, ...read.value.remarks] } };
}
