// The formats of a report, one file each. A format gets the model and returns its octets piece by piece; it reads
// nothing, asks nobody and knows no clock. It is loaded when it is wanted.
import type { House } from '../../paper/output.ts';
import type { Reports } from '../report/case-report.ts';

export interface FormatOptions {
  /** For a script: nothing is added for the sake of a program that people open the file with. */
  readonly machine: boolean;
  /** Fonts and the like, for formats that are set on pages. */
  readonly house: House;
}

/** Together they are the file. */
type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

type Render = (reports: Reports, options: FormatOptions) => Pieces;

export interface ReportFormat {
  /** As `--format` takes it; the file here has the same name. */
  readonly name: string;
  /** With its dot: `-o FILE` chooses a format by it. */
  readonly extension: `.${string}`;
  readonly mediaType: string;
  /** What it is for, in few words. */
  readonly title: string;
  /** Whether it is text that may go to a terminal. */
  readonly text: boolean;
  load(): Promise<Render>;
}

/** The first whose ending a file has is meant: longer endings stand before what they end in. */
export const reportFormats: readonly ReportFormat[] = [
  {
    name: 'junit',
    extension: '.junit.xml',
    mediaType: 'application/xml',
    title: 'test results, as Jenkins, GitLab and GitHub read them',
    text: true,
    load: async () => (await import('./junit.ts')).render,
  },
  {
    name: 'github',
    extension: '.github.md',
    mediaType: 'text/markdown',
    title: 'the summary of a step of GitHub Actions',
    text: true,
    load: async () => (await import('./github.ts')).render,
  },
  {
    name: 'json',
    extension: '.json',
    mediaType: 'application/json',
    title: 'the document takedown/report/1 for scripts',
    text: true,
    load: async () => (await import('./json.ts')).render,
  },
  {
    name: 'md',
    extension: '.md',
    mediaType: 'text/markdown',
    title: 'Markdown for people',
    text: true,
    load: async () => (await import('./md.ts')).render,
  },
  {
    name: 'csv',
    extension: '.csv',
    mediaType: 'text/csv',
    title: 'a row a name, for a spreadsheet or a script',
    text: true,
    load: async () => (await import('./csv.ts')).render,
  },
  {
    name: 'xml',
    extension: '.xml',
    mediaType: 'application/xml',
    title: 'the document as XML',
    text: true,
    load: async () => (await import('./xml.ts')).render,
  },
  {
    name: 'html',
    extension: '.html',
    mediaType: 'text/html',
    title: 'one page for people: any browser, also printed, also without scripts',
    text: false,
    load: async () => (await import('./html.ts')).render,
  },
  {
    name: 'pdf',
    extension: '.pdf',
    mediaType: 'application/pdf',
    title: 'the report as PDF/A: for a partner, a file, or a printer',
    text: false,
    load: async () => (await import('./pdf.ts')).render,
  },
  {
    name: 'docx',
    extension: '.docx',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    title: 'the report as a Word file',
    text: false,
    load: async () => (await import('./docx.ts')).render,
  },
  {
    name: 'xlsx',
    extension: '.xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    title: 'a workbook to sort and filter',
    text: false,
    load: async () => (await import('./xlsx.ts')).render,
  },
];
