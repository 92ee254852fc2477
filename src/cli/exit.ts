// Exit codes: an outcome is told apart from a failure. They start at 20 since Node itself ends with 1, 7 and 13 when it crashes.
import type { StopKind } from '../model/takedown-error.ts';

export const EXIT = {
  done: 0,
  failed: 1,
  use: 2,
  gate: 20,
  incomplete: 21,
  input: 22,
  guard: 23,
  interrupted: 130,
  terminated: 143,
} as const;

export const EXIT_MEANINGS: Readonly<Record<number, string>> = {
  0: 'done, and no gate holds',
  1: 'failed, or crashed',
  2: 'wrong use of the command line',
  20: 'a gate holds: something is reverted, overdue or unmet, as asked by --fail-on',
  21: 'incomplete: a gate cannot tell, since something is unknown or a run is unfinished',
  22: 'an input file has problems',
  23: 'a guard refused: seal, simulated and real mixed, approval, duplicate, threshold',
  130: 'interrupted; the work so far is saved and can be resumed',
  143: 'terminated; the work so far is saved and can be resumed',
};

export const EXIT_OF_STOP: Readonly<Record<StopKind, number>> = {
  use: EXIT.use,
  input: EXIT.input,
  guard: EXIT.guard,
  failed: EXIT.failed,
  interrupted: EXIT.interrupted,
};
