// The form to confirm on: a template of its own, chosen for the same recipient and the same relief as the letter it goes with.
import type { PlannedLetter } from '../../model/letter/letter.ts';
import { templateFor } from './choose.ts';
import type { Template, TemplateSet } from './template.ts';

interface Accompanied {
  readonly planned: Pick<PlannedLetter, 'recipient' | 'clauses'>;
  readonly template: Pick<Template, 'encloses' | 'language'>;
  readonly templates: TemplateSet;
}

/** `undefined`: none goes along. `null`: one should, and none fits. */
export function confirmationOf({ planned, template, templates }: Accompanied): Template | undefined | null {
  if (!template.encloses.includes('confirmation')) return undefined;
  const { role, reach } = planned.recipient;
  const relief = [...new Set(planned.clauses.flatMap((clause) => clause.relief))];
  return templateFor(templates, { purpose: 'confirm', role, reach, language: template.language, relief }) ?? null;
}
