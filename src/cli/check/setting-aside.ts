// `check --set-aside`: for a run that was broken off and that nobody can or will finish. Nothing is looked up.
import { relative } from 'node:path';
import { END_OF_TIME } from '../../model/instant.ts';
import { type Shard, shardText } from '../../model/shard.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { SET_ASIDE, setAside } from '../../store/append/set-aside.ts';
import { listRuns } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { machineFor } from '../lock-holder.ts';
import { shardPaths } from './shard.ts';

export async function setRunAside(call: Call, paths: CasePaths, shard?: Shard): Promise<number> {
  const { context, options } = call;
  refuseOthers(options);
  const typed = options['setAside'];
  const id = typeof typed === 'string' ? typed : newestUnfinished(paths, shard);
  const where = shard === undefined ? paths : shardPaths(paths);
  const done = setAside(where, id, machineFor(context));
  if (!done.ok) throw refusal(id, done);
  const files = done.files.map((file) => `  ${show(relative(context.folder, file))}\n`).join('');
  await context.out.write(
    `The run ${show(id)} is set aside: it is listed no more, and nothing of it is lost.\n${files}`,
  );
  await context.err.write(`  To take it up after all, give its files their names back, without ${SET_ASIDE}.\n`);
  return EXIT.done;
}

function newestUnfinished(paths: CasePaths, shard?: Shard): string {
  const which = shard === undefined ? undefined : shardText(shard);
  const left = listRuns(paths, END_OF_TIME).unfinished.filter(
    (one) => one.waits !== true && (one.shard && shardText(one.shard)) === which,
  );
  const [newest] = left.map(({ id }) => id).toSorted((a, b) => (a < b ? 1 : -1));
  if (newest !== undefined) return newest;
  throw new TakedownError('use', {
    code: 'nothing-to-set-aside',
    message: which === undefined ? 'There is no unfinished run.' : `There is no unfinished shard ${which}.`,
    hint: 'takedown status tells which runs are unfinished.',
  });
}

function refuseOthers({ resume, maxAge, notify }: Call['options']): void {
  const other = [resume, maxAge].some((one) => one !== undefined) || (Array.isArray(notify) && notify.length > 0);
  if (!other) return;
  throw new TakedownError('use', {
    code: 'set-aside-alone',
    message: '--set-aside looks nothing up, and stands alone.',
    hint: 'Set it aside first, then begin a new check.',
  });
}

type Refused = Extract<ReturnType<typeof setAside>, { readonly ok: false }>;

function refusal(id: string, refused: Refused): TakedownError {
  switch (refused.because) {
    case 'no-such-run':
      return new TakedownError('use', {
        code: 'no-such-run',
        message: `There is no unfinished run ${id}.`,
        hint: 'takedown status tells which runs are unfinished.',
      });
    case 'held':
      return new TakedownError('guard', {
        code: 'run-held',
        message: `The run ${id} is being written.`,
        hint: `If no process writes it any more, remove ${refused.file}`,
      });
    case 'there-already':
      return new TakedownError('guard', {
        code: 'set-aside-before',
        message: `A run of that name was set aside before: ${refused.file}.`,
        hint: 'Move that file elsewhere first; nothing is replaced.',
      });
    default:
      return refused satisfies never;
  }
}
