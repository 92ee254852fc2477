// `validate --json`: what was found in files that people write.
import type { Problem } from '../../model/problem.ts';
import type { ValidateDocument } from '../documents.ts';
import { type Field, jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';

interface FilesRead {
  readonly cases: readonly string[];
  readonly names: number;
  readonly problems: readonly Problem[];
  /** Absent: nothing was to be fixed. */
  readonly fixing?: Fixing;
}

export interface Fixing {
  readonly written: boolean;
  readonly lines: Iterable<NonNullable<ValidateDocument['fixes']>[number]>;
}

export function validateJson({ cases, names, problems, fixing }: FilesRead, envelope: Envelope): Iterable<string> {
  const head: Omit<ValidateDocument, 'problems' | 'fixed' | 'fixes'> = {
    schema: 'takedown/validate/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    cases,
    names,
    errors: problems.filter(({ severity }) => severity === 'error').length,
  };
  const fixes: readonly Field[] =
    fixing === undefined
      ? []
      : [
          ['fixed', fixing.written],
          ['fixes', rowsOf(fixing.lines)],
        ];
  return jsonDocument([...Object.entries(head), ...fixes, ['problems', rowsOf(problems.map(problemRow))]]);
}
