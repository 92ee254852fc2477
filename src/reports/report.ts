// What a report is made of: values that others computed. A report renders them and decides nothing.
import type { Case } from '../model/case/case.ts';
import type { Instant } from '../model/instant.ts';
import type { Progress, Summary } from '../model/judged/progress.ts';
import type { Problem } from '../model/problem.ts';

export interface Report {
  readonly theCase: Case;
  readonly progress: Summary;
  /** True when a past instant was asked for: the screen then names it. */
  readonly asOfGiven?: boolean;
}

/** With a row for every name. */
export interface WholeReport extends Report {
  readonly progress: Progress;
}

/** What a document for scripts says beside the report. */
export interface Envelope {
  readonly toolVersion: string;
  readonly generatedAt: Instant;
  /** Warnings of the case's files; errors would have stopped the report. */
  readonly problems: readonly Problem[];
}
