// The report as a Word file, with the styles of the letters, for people who go on writing in it. The same report gives the same octets.
import { docx } from '../../paper/outputs/docx.ts';
import { pagedReport } from '../paged/document.ts';
import type { Reports } from '../report/case-report.ts';
import type { FormatOptions } from './index.ts';

export async function* render(reports: Reports, { house }: Pick<FormatOptions, 'house'>): AsyncIterable<Uint8Array> {
  yield await docx.make(pagedReport(reports), house);
}
