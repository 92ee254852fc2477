// `template check --json`: which templates were tried on how many letters, and what was found.
import type { Problem } from '../../model/problem.ts';
import type { TemplateCheckDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope } from '../report.ts';
import { problemRow } from '../rows.ts';

export interface TemplateCheck {
  readonly templates: readonly {
    readonly id: string;
    readonly file: string;
    readonly letters: number;
    readonly errors: number;
  }[];
  readonly notTried: readonly string[];
  readonly problems: readonly Problem[];
}

export function templateCheckJson(check: TemplateCheck, envelope: Envelope): Iterable<string> {
  const { templates, notTried, problems } = check;
  const head: Omit<TemplateCheckDocument, 'problems'> = {
    schema: 'takedown/template-check/1',
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    templates: templates.map(({ id, file, letters, errors }) => ({ id, file, letters, errors })),
    notTried: [...notTried],
    errors: problems.filter(({ severity }) => severity === 'error').length,
  };
  return jsonDocument([...Object.entries(head), ['problems', rowsOf(problems.map(problemRow))]]);
}
