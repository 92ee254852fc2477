// Where the names of a later order come from: beside each name in the new schedule, and as an entry of imports.yaml.
import { join } from 'node:path';
import type { ImportEntry } from '../../model/case/import.ts';
import type { Instant } from '../../model/instant.ts';
import { documentsKept } from '../../store/case/imported-documents.ts';
import { labelOf } from '../../store/sources.ts';
import { copyMeant, copyOf, type Keeping } from '../import/keeping.ts';
import { headOf, importEntry, MARKED, marked } from '../import/writing.ts';
import type { AmendedNames } from './names.ts';

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

/** Of the document of further names; before the case is written. `undefined`: there is none. */
export function keepOrigin({ document, schedule }: AmendedNames, keeping: Keeping): string | undefined {
  return document === undefined || schedule === undefined ? undefined : copyOf(keeping, document);
}

/** The file that `keepOrigin` would make, as people call it. */
export function originToKeep(
  { document, schedule }: AmendedNames,
  { from, ...keeping }: Keeping & { readonly from: string },
): readonly { readonly file: string; readonly isNew: boolean }[] {
  const copy = document && schedule && copyMeant(keeping, document).copy;
  if (copy === undefined || documentsKept(keeping.paths).includes(copy)) return [];
  return [{ file: labelOf(join(keeping.paths.folder, copy), from), isNew: true }];
}

/** What imports.yaml is to say of the document of further names. */
export function originEntries(
  { document, schedule, added }: AmendedNames,
  { who, copy }: { readonly who: Who; readonly copy: string | undefined },
): readonly ImportEntry[] {
  if (document === undefined || schedule === undefined) return [];
  const stated = schedule['stated-count'];
  const count = stated === undefined ? {} : { stated };
  return [importEntry({ document, copy, names: added, ...who, schedule: schedule.id, ...count, answers: [] })];
}
