// Which case is meant, and its files read: the first steps of nearly every command.
import type { Case } from '../model/case/case.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { count } from '../model/text/phrase.ts';
import { type HowToLoad, loadCase } from '../store/case/load.ts';
import { type CasePaths, caseIds, casePaths, findWorkspace, type Workspace } from '../store/workspace.ts';
import type { Call } from './command.ts';

export function workspaceOf({ context, options }: Pick<Call, 'context' | 'options'>): Workspace {
  const override = options['cases'] ?? context.env['TAKEDOWN_CASES'];
  const found = findWorkspace(context.folder, typeof override === 'string' ? override : undefined);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'no-workspace',
    message:
      typeof override === 'string' ? `${override} is not a folder.` : 'There is no folder "cases" here or above.',
    hint: 'Go to a workspace, give one with --cases, or start a case here: takedown new',
  });
}

/** The paths of the case that was named, or of the only one there is. A rehearsal's copy is never the one that is meant. */
export function caseMeant(call: Pick<Call, 'context' | 'options'>, id: string | undefined): CasePaths {
  const workspace = workspaceOf(call);
  const ids = caseIds(workspace);
  const paths = casePaths(workspace, id ?? onlyOne(ids));
  if (paths !== undefined && ids.includes(paths.id)) return paths;
  throw new TakedownError('use', {
    code: 'no-such-case',
    message: `There is no case "${id}" in ${workspace.cases}.`,
    hint: ids.length === 0 ? 'There is none at all. Start one: takedown new' : `Cases there: ${ids.join(', ')}.`,
  });
}

function onlyOne(ids: readonly string[]): string {
  const real = ids.filter((id) => !id.endsWith('.rehearsal'));
  const [only] = real;
  if (only !== undefined && real.length === 1) return only;
  throw new TakedownError('use', {
    code: real.length === 0 ? 'no-case' : 'which-case',
    message: real.length === 0 ? 'There is no case yet.' : 'There is more than one case: say which.',
    hint: real.length === 0 ? 'Start one: takedown new' : `Cases: ${ids.join(', ')}.`,
  });
}

export interface LoadedCase {
  readonly theCase: Case;
  /** Warnings; an error stops. */
  readonly problems: readonly Problem[];
}

export async function caseIn(paths: CasePaths, how: HowToLoad): Promise<LoadedCase> {
  const { value, problems } = sound(await loadCase(paths, how), paths.id);
  return { theCase: value, problems };
}

/** The value of an input file, or a stop that shows all its problems. */
export function sound<T>(
  checked: Checked<T>,
  what: string,
): { readonly value: T; readonly problems: readonly Problem[] } {
  if (checked.ok) return checked;
  const { problems } = checked;
  const wrong = problems.filter(({ severity }) => severity === 'error').length;
  throw new TakedownError('input', {
    code: 'problems',
    message: `${count(wrong, 'problem')} in ${what}.`,
    problems,
  });
}
