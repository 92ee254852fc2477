// The work half of `takedown evidence list`: what is typed stands in commands/evidence-list.ts.
import { type Name, nameOrNone } from '../../model/name.ts';
import type { Observation } from '../../model/seen/observation.ts';
import type { StampSeen } from '../../model/seen/time-stamp.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { evidenceListJson, evidenceListLines } from '../../reports/evidence/list.ts';
import { findObservations } from '../../store/runs/find-observations.ts';
import { runsThere } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { stampsJudged } from '../evidence/stamps-judged.ts';
import { EXIT } from '../exit.ts';
import { textOf } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { runMeant } from '../typed/run-meant.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant } from '../workspace.ts';

export async function evidenceList(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const paths = caseMeant(call, call.arguments[0]);
  const [run, typed] = [textOf(options['run']), textOf(options['name'])];
  const name = typed === undefined ? undefined : nameTyped(typed);
  const all = runsThere(paths);
  const runs = run === undefined ? (name === undefined ? all.slice(-1) : all) : [runMeant(paths, run)];
  const stamps = await stampsOf(paths, runs);
  const report = { caseId: paths.id, observations: observationsIn(paths, runs, name), stamps, runs: runs.length };
  if (terminal.json) await printPieces(context.out, evidenceListJson(report, envelopeOf(context, [])));
  else await printLines(context.out, evidenceListLines(report, surfaceOf(terminal)));
  return EXIT.done;
}

function* observationsIn(paths: CasePaths, runs: readonly string[], name: Name | undefined): Generator<Observation> {
  for (const run of runs) yield* findObservations(paths, { run, ...(name !== undefined && { name }) });
}

async function stampsOf(paths: CasePaths, runs: readonly string[]): Promise<readonly StampSeen[]> {
  const seen: StampSeen[] = [];
  for (const run of runs) for await (const { seen: one } of stampsJudged(paths, { run })) seen.push(one);
  return seen;
}

function nameTyped(text: string): Name {
  const name = nameOrNone(text);
  if (name !== undefined) return name;
  throw new TakedownError('use', { code: 'not-a-name', message: `"${text}" is not a name.` });
}
