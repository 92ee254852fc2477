// Every problem code of the input files: what it means and what to do. `takedown explain CODE` shows a row; tests read the
// list against test/problems. A code's severity is part of it: a warning never stops the work.
import { CASE_CODES } from './codes/case.ts';
import { DOCUMENT_CODES } from './codes/documents.ts';
import { INTAKE_CODES } from './codes/intake.ts';
import { LETTER_CODES } from './codes/letters.ts';
import { NAME_CODES } from './codes/names.ts';
import { TEMPLATE_CODES } from './codes/templates.ts';
import { TEXT_CODES } from './codes/text.ts';

export interface CodeRow {
  readonly severity: 'error' | 'warning';
  /** One sentence. */
  readonly means: string;
  /** One sentence in the imperative; shown as the hint where the place knows nothing better. */
  readonly remedy: string;
}

export const CODES = {
  ...TEXT_CODES,
  ...TEMPLATE_CODES,
  ...CASE_CODES,
  ...NAME_CODES,
  ...LETTER_CODES,
  ...DOCUMENT_CODES,
  ...INTAKE_CODES,
} as const satisfies Record<string, CodeRow>;

export type Code = keyof typeof CODES;

export function isCode(text: string): text is Code {
  return Object.hasOwn(CODES, text);
}
