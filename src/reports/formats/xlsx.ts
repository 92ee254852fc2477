// The report as a workbook: names that can be sorted and filtered, every finding, what is due, how it was found out. No cell of it
// is a formula.
import type { Reports } from '../report/case-report.ts';
import { reportSheets } from '../sheet/report-sheets.ts';
import { workbookOctets } from '../sheet/workbook.ts';

export function* render(reports: Reports): Iterable<Uint8Array> {
  const { cases, all } = reports;
  const [first] = cases;
  const marks = [...new Set(cases.flatMap((report) => report.marks))];
  yield* workbookOctets({
    title: all || first === undefined ? 'All cases' : first.title,
    header: [...(all || first === undefined ? ['All cases'] : [first.title]), ...marks].join(' · '),
    at: first?.asOf ?? '1980-01-01T00:00:00Z',
    sheets: reportSheets(reports),
  });
}
