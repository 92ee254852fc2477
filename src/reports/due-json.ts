// `due --json`: deadlines and ends of one case or of all, soonest first; periods that do not run yet come last.

import { millisecondsOf, parseInstant } from '../model/instant.ts';
import type { DueDocument } from './documents.ts';
import { jsonDocument, rowsOf } from './json.ts';
import type { Envelope, Report } from './report.ts';
import { dueRow, expiryRow, problemRow } from './rows.ts';

export function dueJson(reports: readonly Report[], envelope: Envelope): Iterable<string> {
  const { cases, due, expiries, problems, ...head } = dueDocument(reports, envelope);
  return jsonDocument([
    ...Object.entries(head),
    ['cases', rowsOf(cases)],
    ['due', rowsOf(due)],
    ['expiries', rowsOf(expiries)],
    ['problems', rowsOf(problems)],
  ]);
}

export function dueDocument(reports: readonly Report[], envelope: Envelope): DueDocument {
  const due = reports.flatMap(({ theCase, progress }) =>
    progress.due.map((item) => ({ case: theCase.id, ...dueRow(item, progress.asOf) })),
  );
  const expiries = reports.flatMap(({ theCase, progress }) =>
    progress.expiries.map((expiry) => ({ case: theCase.id, ...expiryRow(expiry) })),
  );
  return {
    schema: 'takedown/due/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    cases: reports.map(({ theCase, progress }) => ({
      case: theCase.id,
      asOf: progress.asOf,
      illustrative: theCase.illustrative,
      rehearsal: theCase.rehearsal,
      timeZone: theCase.court.timeZone,
    })),
    due: due.sort((a, b) => place(a.due) - place(b.due)),
    expiries: expiries.sort((a, b) => place(a.at) - place(b.at)),
    problems: envelope.problems.map(problemRow),
  };
}

function place(at: string | null): number {
  const instant = at === null ? undefined : parseInstant(at);
  return instant === undefined ? Number.MAX_SAFE_INTEGER : millisecondsOf(instant);
}
