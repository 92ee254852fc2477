// The report as JUnit's XML, for whoever keeps test results: the suite that `check --reporter junit` writes, from the record alone. A
// suite a case; a case that could not be read is an error, so that it does not show as if nothing were wrong.
import { parseInstant } from '../../model/instant.ts';
import { type JunitSuite, junitDocument } from '../ci/junit.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';
import { REPORT_FACETS, totalRows } from '../report/report-words.ts';

export function render({ cases, unread, toolVersion }: Reports): Iterable<string> {
  const stops = unread.map(({ case: about, problems: [first] }) => ({
    about,
    code: first?.code ?? 'problems',
    message: first?.message ?? 'the case has problems',
  }));
  return junitDocument(
    cases.map((report) => suiteOf(report, toolVersion)),
    stops,
  );
}

function suiteOf(report: CaseReport, toolVersion: string): JunitSuite {
  const checked = report.lastRun === null ? undefined : parseInstant(report.lastRun.ended);
  const asOf = parseInstant(report.asOf);
  if (asOf === undefined) throw new RangeError(`${report.asOf} is no instant`);
  const totals = totalRows(report.totals);
  return {
    case: report.case,
    marks: report.marks,
    asOf,
    ...(checked && { checked }),
    toolVersion,
    rows: report.names,
    unknownAs: 'skipped',
    properties: REPORT_FACETS.flatMap((facet) => {
      const row = totals.find((one) => one.facet === facet);
      return row === undefined
        ? []
        : [[facet, `${row.met} met, ${row.unmet} not yet, ${row.unknown} unknown`] as const];
    }),
  };
}
