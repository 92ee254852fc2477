// Where the names of a later order come from: beside each name in the new schedule, and as an entry of imports.yaml.
import { drop } from '../model/harmless.ts';
import { type ImportEntry, stretchesOf } from '../model/import.ts';
import type { Instant } from '../model/instant.ts';
import { appendImports } from '../store/imports.ts';
import type { CasePaths } from '../store/workspace.ts';
import type { AmendedNames } from './amend-names.ts';
import { machineFor } from './checking.ts';
import type { Context } from './context.ts';
import { headOf, MARKED, marked } from './import-writing.ts';

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
  const { file, sha256, octets, text } = document;
  const stated = schedule['stated-count'];
  const entry: ImportEntry = {
    ...who,
    schedule: schedule.id,
    file: drop(file),
    sha256,
    octets: octets.length,
    format: text.format,
    ...(text.pages === undefined ? {} : { pages: text.pages }),
    ...(stated === undefined ? {} : { stated }),
    names: stretchesOf(
      added.map((one) =>
        one.printed === undefined || added.length > MARKED
          ? { ...one, printed: undefined }
          : { ...one, printed: drop(one.printed) },
      ),
    ),
    answers: [],
  };
  await appendImports(paths, [entry], machineFor(context));
}
