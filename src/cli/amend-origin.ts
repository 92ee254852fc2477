// Where the names of a later order come from: beside each name in the new schedule, and as an entry of imports.yaml.
import type { Instant } from '../model/instant.ts';
import { appendImports } from '../store/imports.ts';
import type { CasePaths } from '../store/workspace.ts';
import type { AmendedNames } from './amend-names.ts';
import { machineFor } from './checking.ts';
import type { Context } from './context.ts';
import { headOf, importEntry, MARKED, marked } from './import-writing.ts';

/** Who accepts the names, and when. */
export interface Who {
  readonly by: string;
  readonly at: Instant;
}

/** Lines of the new schedule. */
export function listLines({ document, added }: AmendedNames, who: Who): readonly string[] {
  if (document === undefined || added.length > MARKED) return added.map(({ name }) => name);
  return [headOf(document, who), ...marked(document, added)];
}

export async function noteOrigin(
  names: AmendedNames,
  { paths, who, context }: { readonly paths: CasePaths; readonly who: Who; readonly context: Context },
): Promise<void> {
  const { document, schedule, added } = names;
  if (document === undefined || schedule === undefined) return;
  const stated = schedule['stated-count'];
  const count = stated === undefined ? {} : { stated };
  const entry = importEntry({ document, names: added, ...who, schedule: schedule.id, ...count, answers: [] });
  await appendImports(paths, [entry], machineFor(context));
}
