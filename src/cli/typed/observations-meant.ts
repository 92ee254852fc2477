// Which observations somebody means: `RUN#12` as reports cite it, with as much of the run's id as tells it from others, `#12` of
// the newest run, or a name with all that its last run heard.
import { nameOrNone } from '../../model/name.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { findObservations } from '../../store/runs/find-observations.ts';
import { runsThere } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { runMeant } from './run-meant.ts';

export function observationsMeant(paths: CasePaths, typed: string): readonly Observation[] {
  const [, run, digits] = /^([^#]*)#(\d{1,9})$/.exec(typed) ?? [];
  return digits === undefined ? byName(paths, typed) : byNumber(paths, run ?? '', Number(digits));
}

function byNumber(paths: CasePaths, typed: string, number: number): readonly Observation[] {
  const run = typed === '' ? runsThere(paths).at(-1) : runMeant(paths, typed);
  const found = run === undefined ? [] : [...findObservations(paths, { run, number })];
  if (found.length > 0) return found;
  throw unheardOf(run === undefined ? 'There is no run yet.' : `The run ${run} has no observation ${number}.`, paths);
}

function byName(paths: CasePaths, typed: string): readonly Observation[] {
  const name = nameOrNone(typed);
  if (name === undefined) throw unheardOf(`"${typed}" is neither an observation (RUN#12) nor a name.`, paths);
  for (const run of [...runsThere(paths)].reverse()) {
    const found = [...findObservations(paths, { run, name })];
    if (found.length > 0) return found;
  }
  throw unheardOf(`No run of ${paths.id} has looked ${name} up.`, paths);
}

function unheardOf(message: string, paths: CasePaths): TakedownError {
  return new TakedownError('use', {
    code: 'no-such-observation',
    message,
    hint: `What there is: takedown evidence list ${paths.id}`,
  });
}
