// What a check, or shards that were joined, say at their end: what changed since the run before, and where every name stands.
import { type Before, differenceOf } from '../progress/difference.ts';
import { changeLines } from '../reports/changes-text.ts';
import { statusJson } from '../reports/status-json.ts';
import { statusLines } from '../reports/status-text.ts';
import type { Call } from './command.ts';
import { printLines, printPieces, surfaceOf } from './print.ts';
import { type CaseView, envelopeOf } from './view.ts';

export interface Checked {
  /** Absent: nothing is compared. */
  readonly before?: Pick<Before, 'lastRun' | 'names'>;
  readonly after: CaseView;
}

export async function reportCheck({ context, terminal }: Call, { before, after }: Checked): Promise<void> {
  if (terminal.json) {
    await printPieces(context.out, statusJson(after.report, envelopeOf(context, after.problems)));
    return;
  }
  const surface = surfaceOf(terminal);
  if (before?.lastRun !== undefined && !terminal.quiet)
    await printLines(context.out, changeLines(differenceOf(before, after.progress), surface));
  await printLines(context.out, statusLines(after.report, surface));
}
