// Whether anything of a report was asked of a simulated network: no paper for a court may then be without a mark.
import type { CaseReport } from '../report/case-report.ts';

export function isSimulated({ simulated, rehearsal, method }: CaseReport): boolean {
  return simulated || rehearsal || method.runs.some((run) => run.simulated);
}
