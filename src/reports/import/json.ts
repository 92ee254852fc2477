// `import --json`: every name of the documents with its place and what became of it.
import type { ImportDocument } from '../documents.ts';
import { type Field, jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import type { ImportReport } from './report.ts';

export function importJson(report: ImportReport, envelope: Envelope): Iterable<string> {
  return jsonDocument(fields(report, envelope));
}

function* fields(report: ImportReport, { toolVersion, generatedAt }: Envelope): Iterable<Field> {
  const {
    caseId,
    schedule,
    file,
    before,
    stated,
    by,
    written,
    repeated,
    documents,
    sure,
    check,
    refused,
    repeats,
    added,
  } = report;
  const { many } = report;
  const head: Omit<ImportDocument, 'documents' | 'repeats' | 'added' | 'sure' | 'check' | 'refused'> = {
    schema: 'takedown/import/1',
    toolVersion,
    generatedAt,
    case: caseId,
    schedule,
    file,
    written,
    by: by ?? null,
    stated: stated ?? null,
    before,
    already: many?.there ?? sure.filter((one) => one.there).length,
    repeated,
  };
  yield* Object.entries(head);
  yield [
    'documents',
    rowsOf(documents.map(({ pages, copy, ...rest }) => ({ ...rest, pages: pages ?? null, copy: copy ?? null }))),
  ];
  yield ['repeats', rowsOf(repeats)];
  yield ['added', rowsOf(many?.names() ?? added)];
  yield ['sure', rowsOf(sure)];
  yield [
    'check',
    rowsOf(
      check.map(({ answer, ...rest }) => ({ ...rest, answer: answer?.kind ?? null, taken: answer?.name ?? null })),
    ),
  ];
  yield ['refused', rowsOf(refused.map(({ detail, ...rest }) => ({ ...rest, detail: detail ?? null })))];
}
