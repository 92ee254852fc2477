// The lines of a run that stand below its head, with the numbers that observations are cited by.
import { type LineAt, linesOf } from '../disk/lines.ts';
import { OBSERVATIONS } from '../run-form/head.ts';
import { isResumedLine } from '../run-form/line.ts';

interface LineBelow extends LineAt {
  /** Of the file, the first one is 1. */
  readonly line: number;
  /** Of the observation; absent: the line says that the run was resumed here. */
  readonly number?: number;
}

/** Up to the octet `to`; whoever does not know where the index begins has to look out for it. */
export function* observationLines(handle: number, to: number): Generator<LineBelow> {
  let [line, number, below] = [0, 0, false];
  for (const one of linesOf(handle, { from: 0, to })) {
    line += 1;
    if (!below) below = `${one.text}\n` === OBSERVATIONS;
    else if (isResumedLine(one.text)) yield { ...one, line };
    else {
      number += 1;
      yield { ...one, line, number };
    }
  }
}
