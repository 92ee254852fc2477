// The report as a PDF, set by the engine of the letters. The same report gives the same octets.
import { pdf } from '../../paper/outputs/pdf.ts';
import { pagedReport } from '../paged/document.ts';
import type { Reports } from '../report/case-report.ts';
import type { FormatOptions } from './index.ts';

export async function* render(reports: Reports, { house }: Pick<FormatOptions, 'house'>): AsyncIterable<Uint8Array> {
  yield await pdf.make(pagedReport(reports), house);
}
