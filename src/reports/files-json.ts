// `validate --json` and `import --json`: what was found in files that people write.
import type { Problem } from '../model/problem.ts';
import type { ImportDocument, ValidateDocument } from './documents.ts';
import { jsonDocument, rowsOf } from './json.ts';
import type { Envelope } from './report.ts';
import { problemRow } from './rows.ts';

export interface FilesRead {
  readonly cases: readonly string[];
  readonly names: number;
  readonly problems: readonly Problem[];
}

export function validateJson({ cases, names, problems }: FilesRead, envelope: Envelope): Iterable<string> {
  const head: Omit<ValidateDocument, 'problems'> = {
    schema: 'takedown/validate/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    cases,
    names,
    errors: problems.filter(({ severity }) => severity === 'error').length,
  };
  return jsonDocument([...Object.entries(head), ['problems', rowsOf(problems.map(problemRow))]]);
}

export type Imported = Omit<ImportDocument, 'schema' | 'toolVersion' | 'generatedAt'>;

export function importJson(imported: Imported, envelope: Envelope): Iterable<string> {
  const { file, written, added, already, duplicates, refused } = imported;
  const head = { schema: 'takedown/import/1', toolVersion: envelope.toolVersion, generatedAt: envelope.generatedAt };
  return jsonDocument([
    ...Object.entries({ ...head, file, written, already, duplicates }),
    ['added', rowsOf(added)],
    ['refused', rowsOf(refused.map(({ text, line, reason }) => ({ text, line, reason })))],
  ]);
}
