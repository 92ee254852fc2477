// The model of a report: what is told of a case, as plain data, made once and rendered by every format. It is the published
// document `takedown/report/1`, but for its rows, which are made when they are asked for: a hundred thousand are not kept.
import type { ReportDocument, ReportRow } from '../documents.ts';

/** Rows may be gone through again and again, and come in the order of the schedules each time. */
export interface NameRows extends Iterable<ReportRow> {
  readonly length: number;
}

export type CaseReport = Omit<ReportDocument, 'schema' | 'toolVersion' | 'names'> & { readonly names: NameRows };

/** A case that could not be read, and why. */
export interface UnreadCase {
  readonly case: string;
  readonly problems: ReportDocument['problems'];
}

/** What a format renders. */
export interface Reports {
  readonly toolVersion: string;
  /** One, or with `all` every case of the workspace. */
  readonly cases: readonly CaseReport[];
  readonly all: boolean;
  readonly unread: readonly UnreadCase[];
}
