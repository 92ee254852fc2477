// What an earlier import or amend left half done, because it was killed, is finished or taken back before the next one reads the case.
import { settleChange } from '../../store/case/change.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { machineFor } from '../lock-holder.ts';

const TOLD = {
  finished:
    'An earlier import or amend of this case was broken off. Its names are there; imports.yaml now says where they come from.',
  undone:
    'An earlier import or amend of this case was broken off before it changed anything; what it had begun is taken back.',
} as const;

/** A dry run leaves it to the next one. */
export async function settleFirst({ context, options }: Call, paths: CasePaths): Promise<void> {
  if (options['dryRun'] === true) return;
  const settled = await settleChange(paths, machineFor(context));
  if (settled !== undefined) await context.err.write(`${TOLD[settled]}\n`);
}
