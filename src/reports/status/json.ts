// `status --json`. The document is written row by row; `statusDocument` is the same one whole, for those who want a value.
import type { NameRow, StatusDocument } from '../documents.ts';
import { type Field, jsonDocument, rowsOf } from '../json.ts';
import type { Envelope, Report, WholeReport } from '../report.ts';
import { caseHead, dueRow, expiryRow, nameRow, problemRow } from '../rows.ts';

export function statusDocument(report: WholeReport, envelope: Envelope): StatusDocument {
  return { ...before(report, envelope), names: report.progress.names.map(nameRow), ...after(envelope) };
}

export function statusJson(report: WholeReport, envelope: Envelope): Iterable<string> {
  return statusJsonWith(report, envelope, namesOf(report));
}

/** `names`: each row once, made when its turn comes. */
export function statusJsonWith(report: Report, envelope: Envelope, names: Iterable<NameRow>): Iterable<string> {
  return jsonDocument(fields(report, envelope, names));
}

const LISTS: ReadonlySet<string> = new Set([
  'attention',
  'registries',
  'due',
  'expiries',
  'paragraphs',
  'sinkholes',
  'problems',
]);

function* fields(report: Report, envelope: Envelope, names: Iterable<NameRow>): Iterable<Field> {
  yield* fieldsBefore(report, envelope);
  yield ['names', rowsOf(names)];
  yield* fieldsAfter(envelope);
}

/** What stands before the rows of the names. */
export function fieldsBefore(report: Report, envelope: Envelope): Iterable<Field> {
  return listed(before(report, envelope));
}

export function fieldsAfter(envelope: Envelope): Iterable<Field> {
  return listed(after(envelope));
}

function* listed(part: object): Iterable<Field> {
  for (const [key, value] of Object.entries(part)) yield [key, LISTS.has(key) ? rowsOf(value) : value];
}

function* namesOf({ progress }: WholeReport): Iterable<NameRow> {
  for (const row of progress.names) yield nameRow(row);
}

function before(report: Report, envelope: Envelope): Omit<StatusDocument, 'names' | 'problems'> {
  const { progress } = report;
  return {
    schema: 'takedown/status/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    ...caseHead(report),
    attention: progress.attention,
    registries: progress.registries,
    due: progress.due.map((item) => dueRow(item, progress.asOf)),
    expiries: progress.expiries.map(expiryRow),
    paragraphs: progress.paragraphs,
    ...(progress.sinkholes && { sinkholes: progress.sinkholes }),
  };
}

function after(envelope: Envelope): Pick<StatusDocument, 'problems'> {
  return { problems: envelope.problems.map(problemRow) };
}
