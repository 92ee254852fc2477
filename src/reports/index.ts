// The formats of a report, one file each: a format turns Progress into text and reads nothing else.
import type { Surface } from './paint.ts';
import type { Envelope, WholeReport } from './report.ts';
import { statusJson } from './status-json.ts';
import { statusLines } from './status-text.ts';

export interface ReportFormat {
  readonly name: string;
  /** With its dot: `-o FILE` chooses a format by it. */
  readonly extension: string;
  readonly title: string;
  /** Pieces of the report in their order; together they end in a line break. */
  render(report: WholeReport, envelope: Envelope, surface: Surface): Iterable<string>;
}

export const reportFormats: readonly ReportFormat[] = [
  {
    name: 'text',
    extension: '.txt',
    title: 'the status screen',
    *render(report, _, surface) {
      for (const line of statusLines(report, surface)) yield `${line}\n`;
    },
  },
  {
    name: 'json',
    extension: '.json',
    title: 'the document takedown/status/1 for scripts',
    render: (report, envelope) => statusJson(report, envelope),
  },
];
