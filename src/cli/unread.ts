// What keeps one case from being read: its problems, or the system. Of several cases, such a one hides none of the others.
import { problem } from '../casefile/problems.ts';
import type { Problem } from '../model/problem.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { diskStop } from './disk.ts';

/** `undefined`: it is no fault of the case's files. */
export function whyUnread(error: unknown): readonly Problem[] | undefined {
  const stop = error instanceof TakedownError ? error : diskStop(error);
  if (stop === undefined || (stop === error && stop.kind !== 'input')) return undefined;
  if (stop.problems.length > 0) return stop.problems;
  return [problem('not-readable', stop.message, stop === error ? { hint: stop.hint } : {})];
}
