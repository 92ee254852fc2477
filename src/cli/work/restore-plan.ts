// The work half of `takedown restore plan`: what is typed stands in commands/restore-plan.ts.
import { nameOrNone } from '../../model/name.ts';
import { restoreJson } from '../../reports/restore/json.ts';
import { restoreLines } from '../../reports/restore/text.ts';
import { issuedLetters } from '../../store/letters/issued.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { restorePlanOf } from '../return-looks.ts';
import { noSuchName } from '../typed/no-such-name.ts';
import { envelopeOf, lookOf, standingOf } from '../view.ts';
import { caseMeant, sound } from '../workspace.ts';

export async function restorePlan(call: Call): Promise<number> {
  const { context, terminal } = call;
  const [id, typed = ''] = call.arguments;
  const standing = await standingOf(caseMeant(call, id), lookOf(call));
  const { theCase, record, problems } = standing;
  const name = nameOrNone(typed);
  const letters = sound(issuedLetters(standing.paths, context.folder), `the letters of ${theCase.id}`).value;
  const plan = name === undefined ? undefined : restorePlanOf(standing, letters, name);
  if (plan === undefined) throw noSuchName(typed, theCase);
  const report = { theCase, plan, simulated: record.newest?.simulated === true };
  if (terminal.json) await printPieces(context.out, restoreJson(report, envelopeOf(context, problems)));
  else await printLines(context.out, restoreLines(report, surfaceOf(terminal)));
  return EXIT.done;
}
