// Where else a name stands that an import brings: in another schedule of the case, in another case of the workspace.
import type { Case, Schedule } from '../../model/case/case.ts';
import type { Name } from '../../model/name.ts';
import { loadCase } from '../../store/case/load.ts';
import { type CasePaths, caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { whyUnread } from '../unread.ts';
import { workspaceOf } from '../workspace.ts';

interface Home {
  readonly paths: CasePaths;
  readonly theCase: Case;
  readonly schedule: Schedule;
}

const NOWHERE: readonly string[] = [];

export async function elsewhereIn(
  call: Call,
  { paths, theCase, schedule }: Home,
): Promise<(name: Name) => readonly string[]> {
  const places: { readonly words: string; readonly names: ReadonlySet<Name> }[] = [];
  const add = (words: string, { names }: Schedule) =>
    places.push({ words, names: new Set(names.map(({ name }) => name)) });
  for (const other of theCase.schedules) if (other !== schedule) add(`schedule ${other.id}`, other);
  const workspace = workspaceOf(call);
  for (const id of caseIds(workspace)) {
    const there = id === paths.id ? undefined : casePaths(workspace, id);
    if (there === undefined) continue;
    const neighbour = await readable(there, call.context.folder);
    if (neighbour?.rehearsal === false) for (const other of neighbour.schedules) add(`case ${id}`, other);
  }
  if (places.length === 0) return () => NOWHERE;
  return (name) => [...new Set(places.filter(({ names }) => names.has(name)).map(({ words }) => words))];
}

/** A case that cannot be read says nothing here; `validate` tells why. */
async function readable(paths: CasePaths, from: string): Promise<Case | undefined> {
  try {
    const loaded = await loadCase(paths, { quick: true, from });
    return loaded.ok ? loaded.value : undefined;
  } catch (error) {
    if (whyUnread(error) === undefined) throw error;
    return undefined;
  }
}
