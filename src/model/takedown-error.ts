// An expected reason to stop: shown as one sentence and a hint, without a stack. Anything else that is thrown is a bug.
import type { Problem } from './problem.ts';

/**
 * `use`: asked for wrongly. `input`: a file has problems. `guard`: a guard refused. `failed`: it could not be done. `interrupted`:
 * somebody pressed Ctrl-C.
 */
export type StopKind = 'use' | 'input' | 'guard' | 'failed' | 'interrupted';

interface StopReason {
  /** Kebab case, for scripts. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly problems?: readonly Problem[];
  readonly cause?: unknown;
}

export class TakedownError extends Error {
  readonly kind: StopKind;
  readonly code: string;
  readonly hint: string | undefined;
  readonly problems: readonly Problem[];

  constructor(kind: StopKind, reason: StopReason) {
    super(reason.message, reason.cause === undefined ? undefined : { cause: reason.cause });
    this.name = 'TakedownError';
    this.kind = kind;
    this.code = reason.code;
    this.hint = reason.hint;
    this.problems = reason.problems ?? [];
  }
}
