// `due --json`: deadlines and ends of one case or of all, soonest first; periods that do not run yet come last.
import { type Instant, millisecondsOf } from '../../model/instant.ts';
import { byCodeUnit } from '../../model/name.ts';
import type { DueDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { dueRow, expiryRow, nextStepRow, problemRow } from '../rows.ts';
import { alphabetic, type DueReport, registrationEnds } from './entries.ts';

export function dueJson(reports: readonly DueReport[], envelope: Envelope): Iterable<string> {
  const { cases, due, expiries, registrations, nextSteps, problems, ...head } = dueDocument(reports, envelope);
  return jsonDocument([
    ...Object.entries(head),
    ['cases', rowsOf(cases)],
    ['due', rowsOf(due)],
    ['expiries', rowsOf(expiries)],
    ['registrations', rowsOf(registrations)],
    ['nextSteps', rowsOf(nextSteps)],
    ['problems', rowsOf(problems)],
  ]);
}

function dueDocument(reports: readonly DueReport[], envelope: Envelope): DueDocument {
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
      ...(progress.ahead && { ahead: progress.ahead }),
    })),
    due: dueRows(reports),
    expiries: expiryRows(reports),
    registrations: registrationRows(reports),
    nextSteps: stepRows(reports),
    problems: envelope.problems.map(problemRow),
  };
}

function dueRows(reports: readonly DueReport[]): DueDocument['due'] {
  const items = reports.flatMap(({ theCase, progress }) =>
    progress.due.map((item) => ({ item, id: theCase.id, asOf: progress.asOf })),
  );
  return items
    .sort(
      (a, b) =>
        place(a.item.deadline?.due) - place(b.item.deadline?.due) ||
        byCodeUnit(alphabetic(a.item.recipientName), alphabetic(b.item.recipientName)),
    )
    .map(({ item, id, asOf }) => ({ case: id, ...dueRow(item, asOf) }));
}

function expiryRows(reports: readonly DueReport[]): DueDocument['expiries'] {
  return reports
    .flatMap(({ theCase, progress }) => progress.expiries.map((expiry) => ({ id: theCase.id, expiry })))
    .sort((a, b) => place(a.expiry.at) - place(b.expiry.at))
    .map(({ id, expiry }) => ({ case: id, ...expiryRow(expiry) }));
}

function registrationRows(reports: readonly DueReport[]): DueDocument['registrations'] {
  return reports
    .flatMap(registrationEnds)
    .sort((a, b) => place(a.at) - place(b.at))
    .map(({ report, at, day, names }) => ({ case: report.theCase.id, at, day, names }));
}

function stepRows(reports: readonly DueReport[]): DueDocument['nextSteps'] {
  return reports.flatMap(({ theCase, steps = [] }) =>
    steps.map((step) => ({ case: theCase.id, ...nextStepRow(step) })),
  );
}

/** What does not run comes last. */
function place(at: Instant | undefined): number {
  return at === undefined ? Number.MAX_SAFE_INTEGER : millisecondsOf(at);
}
