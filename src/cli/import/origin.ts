// Where a name of a schedule comes from, as the record of imports and the line that it stands on tell.
import { originOf } from '../../casefile/origin.ts';
import type { Case } from '../../model/case/case.ts';
import type { Origin } from '../../model/case/import.ts';
import type { Name } from '../../model/name.ts';
import { readImports } from '../../store/case/imports.ts';
import { readInside } from '../../store/sources.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { sound } from '../workspace.ts';

interface Home {
  readonly paths: CasePaths;
  readonly theCase: Case;
  /** The working folder. */
  readonly from: string;
}

/** `unknown`: there is a record of imports, and it does not tell. `undefined`: there is none. */
export async function originIn({ paths, theCase, from }: Home, name: Name): Promise<Origin | 'unknown' | undefined> {
  const entries = sound(await readImports(paths, from), `the imports of ${paths.id}`).value;
  const schedule = theCase.schedules.find(({ names }) => names.some((one) => one.name === name));
  const listed = schedule?.names.find((one) => one.name === name);
  if (entries.length === 0 || schedule === undefined || listed === undefined) return undefined;
  const octets = readInside(paths.folder, schedule.file, from)?.octets ?? new Uint8Array();
  const line = new TextDecoder().decode(octets).split('\n')[listed.line - 1] ?? '';
  const names = schedule.names.map((one) => one.name);
  return originOf({ name, schedule: schedule.id, names, line }, entries) ?? 'unknown';
}
