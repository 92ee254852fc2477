// `list --json`: every case with its totals.
import type { ListDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { caseHead, expiryRow, problemRow } from '../rows.ts';
import { nextDue, nextExpiry } from './next-due.ts';
import type { ListEntry } from './text.ts';

export function listJson(entries: readonly ListEntry[], envelope: Envelope): Iterable<string> {
  const { schema, toolVersion, generatedAt, complete, problems } = listDocument(entries, envelope);
  return jsonDocument([
    ...Object.entries({ schema, toolVersion, generatedAt, complete }),
    ['cases', rowsOf(entries.map(caseRow))],
    ['problems', rowsOf(problems)],
  ]);
}

function listDocument(entries: readonly ListEntry[], envelope: Envelope): ListDocument {
  return {
    schema: 'takedown/list/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    complete: entries.every(({ readable }) => readable),
    cases: entries.map(caseRow),
    problems: envelope.problems.map(problemRow),
  };
}

function caseRow(entry: ListEntry): ListDocument['cases'][number] {
  if (!entry.readable) return { readable: false, case: entry.id, problems: entry.problems.map(problemRow) };
  const { progress } = entry.report;
  const expiry = nextExpiry(progress);
  return {
    readable: true,
    ...caseHead(entry.report),
    nextDue: nextDue(progress) ?? null,
    nextExpiry: expiry === undefined ? null : expiryRow(expiry),
  };
}
