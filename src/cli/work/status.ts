// The work half of `takedown status`: what is typed stands in commands/status.ts.
import { reportCheck } from '../check-report.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { gateCode, gatesIn } from '../gate.ts';
import type { Tell } from '../reporters.ts';
import { isTyped } from '../seen.ts';
import { lookOf, reportOf } from '../view.ts';
import { workedOn } from '../worked.ts';
import { caseMeant } from '../workspace.ts';

export async function status(call: Call): Promise<number> {
  if (!isTyped(call.options['reporter'])) return shown(call, async (_, code) => code);
  // Loaded where they are wanted: a status is mostly looked at.
  const { reporting } = await import('../reporters.ts');
  return reporting(call, (tell) => shown(call, tell));
}

async function shown(call: Call, tell: Tell): Promise<number> {
  const { terminal, options } = call;
  const gates = gatesIn(options['failOn'], ['never']);
  const paths = caseMeant(call, call.arguments[0]);
  const rows = terminal.json || isTyped(options['reporter']) ? { rows: 'status' as const } : {};
  const worked = await workedOn(call, { paths, look: lookOf(call), ...rows });
  if (worked === undefined) return EXIT.interrupted;
  const { standing, progress, parts } = worked;
  const seen = reportOf(standing, progress.join(parts.map(({ gathered }) => gathered)));
  const after = { ...standing, ...seen, rows: parts.flatMap((part) => part.rows) };
  await reportCheck(call, { after });
  return tell(after, gateCode(after.progress, gates));
}
