// The work half of `takedown evidence export`: what is typed stands in commands/evidence-export.ts.
import { bagJson } from '../../reports/bag/json.ts';
import { bagLines } from '../../reports/bag/text.ts';
import { keepLittleMemory } from '../check/little-memory.ts';
import type { Call } from '../command.ts';
import { exportCase } from '../evidence/exporting.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { envelopeOf } from '../view.ts';

export async function evidenceExport(call: Call): Promise<number> {
  keepLittleMemory();
  const { context, terminal } = call;
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  try {
    const { bag, problems } = await exportCase(call, bar.show);
    bar.clear();
    if (terminal.json) await printPieces(context.out, bagJson(bag, envelopeOf(context, problems)));
    else await printLines(context.out, bagLines(bag, surfaceOf(terminal)));
  } finally {
    bar.clear();
  }
  return EXIT.done;
}
