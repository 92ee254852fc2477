// A template against letters that it could be used for: every problem at once, each told
// once with the first letter that shows it.
import { inFileOrder } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import { compile } from '../filling/compile.ts';
import { fillNow } from '../filling/fill.ts';
import type { LetterValues } from '../values/values.ts';
import type { Template, TemplateSet } from './template.ts';

export async function checkTemplate(
  template: Template,
  set: TemplateSet,
  examples: readonly LetterValues[],
): Promise<readonly Problem[]> {
  const own = compile(template, set);
  if (!own.ok) return own.problems;
  const found = new Map<string, Problem>();
  for (const values of examples) {
    for (const one of fillNow(template, set, values).problems) {
      const { file, line, column } = one.place ?? {};
      const key = `${one.code} ${file} ${line} ${column} ${one.message}`;
      const { letter, case: theCase } = values;
      if (!found.has(key)) found.set(key, { ...one, message: `${one.message} (${letter.id} of ${theCase.id})` });
    }
  }
  return inFileOrder([...found.values()]);
}
