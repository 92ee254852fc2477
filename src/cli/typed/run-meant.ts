// Which run, and which observation of it, somebody means: a whole id, or as much of its beginning as tells it from the others.
import { TakedownError } from '../../model/takedown-error.ts';
import { runsThere } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';

/** `otherwise`: what else may be typed there, for who meant none of the runs. */
export function runMeant(paths: CasePaths, typed: string, otherwise = ''): string {
  const ids = runsThere(paths);
  if (ids.includes(typed)) return typed;
  // The digits at the end tell runs of one second apart, and people remember them.
  const found = typed === '' ? [] : ids.filter((id) => id.startsWith(typed) || id.endsWith(`-${typed}`));
  const [only] = found;
  if (only !== undefined && found.length === 1) return only;
  throw new TakedownError('use', {
    code: found.length > 1 ? 'which-run' : 'no-such-run',
    message:
      found.length > 1
        ? `"${typed}" begins ${found.length} runs of ${paths.id}.`
        : `There is no run "${typed}" of ${paths.id}.`,
    hint: `${runsSaid(found.length > 1 ? found : ids)} ${otherwise}`.trim(),
  });
}

function runsSaid(ids: readonly string[]): string {
  if (ids.length === 0) return 'There is none at all yet.';
  const few = ids.slice(-3).reverse().join(', ');
  return `Runs there: ${ids.length > 3 ? `${few}, and ${ids.length - 3} older ones` : few}.`;
}
