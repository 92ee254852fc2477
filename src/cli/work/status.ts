// The work half of `takedown status`: what is typed stands in commands/status.ts.

import { WHOLE } from '../../model/part.ts';
import { openProgress } from '../../progress/progress.ts';
import { openRowBook } from '../../reports/row-octets.ts';
import { rowText, statusJsonOf } from '../../reports/status-json.ts';
import { statusLines } from '../../reports/status-text.ts';
import type { Call } from '../command.ts';
import { gateCode, gatesIn } from '../gate.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, lookOf, reportOf, standingOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function status(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const gates = gatesIn(options['failOn'], ['never']);
  const standing = await standingOf(caseMeant(call, call.arguments[0]), lookOf(call));
  const { theCase, record, asOf, problems } = standing;
  const opened = openProgress({ theCase, record, asOf: asOf.at });
  const book = terminal.json ? openRowBook(opened.names) : undefined;
  const gathered = opened.gather(WHOLE, (row, at) => book?.add(rowText(row), at));
  const { report, progress } = reportOf(standing, opened.join([gathered]));
  if (book !== undefined) {
    await printPieces(context.out, statusJsonOf(report, envelopeOf(context, problems), [book.octets()]));
  } else {
    await printLines(context.out, statusLines(report, surfaceOf(terminal)));
  }
  return gateCode(progress, gates);
}
