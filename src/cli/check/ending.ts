// What a check, or shards that were joined, say at their end: what changed since the run before, and where every name stands.
import type { Answers } from '../../progress/answers.ts';
import { type Before, differenceOf } from '../../progress/difference.ts';
import { changeLines } from '../../reports/status/changes.ts';
import { statusJsonWith } from '../../reports/status/json.ts';
import { statusLines } from '../../reports/status/text.ts';
import type { Call } from '../command.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf } from '../view.ts';
import type { Shown } from './seen.ts';

interface Checked {
  readonly after: Shown;
  /** Absent: nothing is compared. */
  readonly compared?: { readonly before: Pick<Before, 'lastRun' | 'answers'>; readonly answers: Answers };
}

export async function reportCheck({ context, terminal }: Call, { after, compared }: Checked): Promise<void> {
  if (terminal.json) {
    await printPieces(context.out, statusJsonWith(after.report, envelopeOf(context, after.problems), after.rows));
    return;
  }
  const surface = surfaceOf(terminal);
  if (compared?.before.lastRun !== undefined && !terminal.quiet)
    await printLines(context.out, changeLines(differenceOf(compared.before, compared.answers), surface));
  await printLines(context.out, statusLines(after.report, surface));
}
