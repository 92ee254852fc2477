// What stops a value or a list from being written into a letter: thrown inside Liquid, which knows the place, and turned
// into a problem outside (errors.ts).
import type { Code } from '../../casefile/codes.ts';

export class FillError extends Error {
  readonly code: Code;
  readonly hint: string | undefined;

  constructor(code: Code, message: string, hint?: string) {
    super(message);
    this.name = 'FillError';
    this.code = code;
    this.hint = hint;
  }
}
