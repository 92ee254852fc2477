// The work half of `takedown status`: what is typed stands in commands/status.ts.
import { statusJsonOf } from '../../reports/status-kept.ts';
import { statusLines } from '../../reports/status-text.ts';
import { sizeOfNewest } from '../../store/run-list.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { gateCode, gatesIn } from '../gate.ts';
import { type PartWanted, workOn } from '../part-work.ts';
import type { Shared } from '../parts.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { signalsHeard } from '../signals.ts';
import { envelopeOf, lookOf, reportOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function status(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const gates = gatesIn(options['failOn'], ['never']);
  const paths = caseMeant(call, call.arguments[0]);
  const worked = await inParts(call, { paths, look: lookOf(call), rows: terminal.json });
  if (worked === undefined) return EXIT.interrupted;
  const { standing, progress, parts } = worked;
  const { report } = reportOf(standing, progress.join(parts.map(({ gathered }) => gathered)));
  if (terminal.json) {
    const rows = parts.flatMap((part) => part.rows);
    await printPieces(context.out, statusJsonOf(report, envelopeOf(context, standing.problems), rows));
  } else {
    await printLines(context.out, statusLines(report, surfaceOf(terminal)));
  }
  return gateCode(report.progress, gates);
}

/** `undefined` after an interruption. */
async function inParts({ context }: Call, wanted: PartWanted): Promise<Shared | undefined> {
  const { sharing, interruption } = context;
  if (sharing !== undefined && sizeOfNewest(wanted.paths) >= sharing.from) {
    const { workInParts } = await import('../parts.ts');
    const shared = await workInParts(wanted, { workOn, sharing, interruption });
    if (shared !== undefined || interruption.aborted) return shared;
  }
  const { done, ...own } = await workOn(wanted);
  await signalsHeard();
  return interruption.aborted ? undefined : { ...own, parts: [done] };
}
