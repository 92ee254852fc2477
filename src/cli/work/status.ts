// The work half of `takedown status`: what is typed stands in commands/status.ts.
import { statusJson } from '../../reports/status-json.ts';
import { statusLines } from '../../reports/status-text.ts';
import type { Call } from '../command.ts';
import { gateCode, gatesIn } from '../gate.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, viewMeant } from '../view.ts';

export async function status(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const gates = gatesIn(options['failOn'], ['never']);
  const view = await viewMeant(call);
  if (terminal.json) {
    await printPieces(context.out, statusJson(view.report, envelopeOf(context, view.problems)));
  } else {
    await printLines(context.out, statusLines(view.report, surfaceOf(terminal)));
  }
  return gateCode(view.progress, gates);
}
