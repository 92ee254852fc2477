// The report of a case, made of everything that is on record: the names judged, the past looked at, the selection made.
import type { Instant } from '../../model/instant.ts';
import type { CaseReport } from '../../reports/report/case-report.ts';
import { makeReport, registryTitles } from '../../reports/report/make-report.ts';
import { reportRows } from '../../reports/report/report-rows.ts';
import type { Selection } from '../../reports/report/selection.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { workedOn } from '../threads/worked.ts';
import { lookOf, reportOf, type Standing } from '../view.ts';
import { openPast } from './past.ts';

export interface ReportWanted {
  readonly paths: CasePaths;
  /** What is compared with; absent: nothing is. */
  since?(standing: Standing): Instant;
  /** Which names are shown; absent: all. It is made when the names are known, since they say what can be asked for. */
  select?(standing: Standing, rows: CaseReport['names']): Selection;
}

/** `undefined` after an interruption. */
export async function caseReportOf(
  call: Pick<Call, 'context' | 'options'>,
  wanted: ReportWanted,
): Promise<CaseReport | undefined> {
  return (await reportedOn(call, wanted))?.report;
}

/** The same, with what it was made of. */
export async function reportedOn(
  call: Pick<Call, 'context' | 'options'>,
  { paths, since, select }: ReportWanted,
): Promise<{ readonly report: CaseReport; readonly standing: Standing } | undefined> {
  const worked = await workedOn(call, { paths, look: lookOf(call), rows: 'report' });
  if (worked === undefined) return undefined;
  const { standing, progress, parts } = worked;
  const { report } = reportOf(standing, progress.join(parts.map(({ gathered }) => gathered)));
  const kept = parts.flatMap((part) => part.kept);
  const rows = reportRows({ parts: kept, titles: registryTitles(standing.theCase) });
  const past = openPast(standing, report.progress);
  const selection = select?.(standing, rows);
  const made = makeReport({
    report,
    rows,
    history: past.history(),
    method: past.method(),
    problems: standing.problems,
    ...(since && { changes: past.changesSince(since(standing), rows) }),
    ...(selection && { selection }),
  });
  return { report: made, standing };
}
