// What a check looked up and told of is the case as it stood when it began; whoever amended it meanwhile is told that this is so.
import { digestOfSources } from '../../casefile/digest.ts';
import { readInside } from '../../store/sources.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import type { LoadedCase } from '../workspace.ts';

/** Says nothing with `--json` or `--quiet`: the run names the case that it checked by its digest. */
export async function tellChanged({ context, terminal }: Call, paths: CasePaths, loaded: LoadedCase): Promise<void> {
  if (terminal.quiet || terminal.json || digestNow(paths, loaded) === loaded.theCase.digest) return;
  await context.err.write(
    `The case was changed while it was checked: what follows is of the case as it was before.\n  See how it stands now: takedown status ${paths.id}\n`,
  );
}

/** `undefined`: one of the files that were read is there no more. */
function digestNow({ folder }: CasePaths, { theCase }: LoadedCase): string | undefined {
  const files = ['case.yaml', ...theCase.schedules.map(({ file }) => file)];
  const sources = files.flatMap((file) => readInside(folder, file, folder) ?? []);
  return sources.length === files.length ? digestOfSources(sources) : undefined;
}
