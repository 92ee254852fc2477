// The work half of `takedown status`: what is typed stands in commands/status.ts.
import { statusJsonOf } from '../../reports/status/kept.ts';
import { statusLines } from '../../reports/status/text.ts';
import { reportCheck } from '../check/ending.ts';
import { gateCode, gatesIn } from '../check/gate.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { textsOf } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { workedOn } from '../threads/worked.ts';
import { envelopeOf, lookOf, reportOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function status(call: Call): Promise<number> {
  const told = textsOf(call.options['reporter']).length > 0 || call.options['unknownAs'] !== undefined;
  return told ? toldToReporters(call) : shown(call);
}

async function shown(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const gates = gatesIn(options['failOn'], ['never']);
  const paths = caseMeant(call, call.arguments[0]);
  const worked = await workedOn(call, { paths, look: lookOf(call), ...(terminal.json && { rows: 'status' }) });
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

async function toldToReporters(call: Call): Promise<number> {
  // Loaded where they are wanted: a status is mostly looked at.
  const [{ reporting }, { rowsIn }] = await Promise.all([import('../check/reporters.ts'), import('../check/seen.ts')]);
  return reporting(call, async (tell) => {
    const gates = gatesIn(call.options['failOn'], ['never']);
    const paths = caseMeant(call, call.arguments[0]);
    const worked = await workedOn(call, { paths, look: lookOf(call), rows: 'report' });
    if (worked === undefined) return EXIT.interrupted;
    const { standing, progress, parts } = worked;
    const seen = reportOf(standing, progress.join(parts.map(({ gathered }) => gathered)));
    const after = { ...standing, ...seen, rows: rowsIn(parts.flatMap(({ kept }) => kept)) };
    await reportCheck(call, { after });
    return tell(after, gateCode(after.progress, gates));
  });
}
