// The rows of a report's sheets, one function a sheet, in step with columns.ts.
import type { ReportRow } from '../documents.ts';
import type { CaseReport } from '../report/case-report.ts';
import type { CellValue } from '../report/name-columns.ts';
import { CHANGE_WORDS } from '../report/report-words.ts';
import { FACET_WORDS, VERDICT_WORDS, wordWords } from '../say.ts';

/** Of a case with more names, findings that are met are counted in the summary and have no row. */
export const ALL_FINDINGS_UP_TO = 20_000;

export function* findingsOf({ names }: CaseReport): Iterable<readonly CellValue[]> {
  const all = names.length <= ALL_FINDINGS_UP_TO;
  for (const row of names) yield* findingRows(row, all);
}

function* findingRows({ name, findings }: ReportRow, all: boolean): Iterable<readonly CellValue[]> {
  for (const { order, paragraph, relief, verdict, word, reason, due, citations } of findings) {
    if (!all && verdict === 'met') continue;
    yield [name, order, paragraph, wordWords(relief), VERDICT_WORDS[verdict], word, reason, due, citations.join('; ')];
  }
}

export function attentionOf({ attention }: CaseReport) {
  return attention.map(({ word, text, names }) => [wordWords(word), text, names.length, names.join(' ')]);
}

export function dueOf({ due }: CaseReport) {
  return due.map((item) => [
    item.due ?? 'not running',
    item.overdue,
    item.recipientName,
    item.reach,
    item.order,
    item.paragraph,
    item.open,
    item.unknown,
    item.names,
    item.arithmetic,
  ]);
}

export function changesOf({ changes }: CaseReport) {
  return (changes?.changed ?? []).map(({ name, what, facet, from, to }) => [
    changes?.at ?? null,
    name,
    CHANGE_WORDS[what],
    facet,
    FACET_WORDS[from],
    FACET_WORDS[to],
  ]);
}

export function pointsOf({ history }: CaseReport) {
  return history.points.map(({ at, transferred, sinkholed, done, unknown, ordered, run }) => [
    at,
    transferred,
    sinkholed,
    done,
    unknown,
    ordered,
    run ?? 'this report',
  ]);
}

export function marksOf({ history }: CaseReport) {
  return history.marks.map(({ at, kind, text }) => [at, kind.replaceAll('-', ' '), text]);
}

export function runsOf({ method }: CaseReport) {
  return method.runs.map((run) => [
    run.id,
    run.started,
    run.ended,
    run.names,
    run.simulated ? 'SIMULATED' : 'no',
    run.tool,
    run['sha-256'],
    run.evidence.file,
    run.evidence['sha-256'],
    run.caseDigest,
  ]);
}
