// A check that the disk has stopped: what it had taken by then is kept, and whoever reads of the disk has to know.
import { TakedownError } from '../../model/takedown-error.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { diskStop } from '../disk.ts';

interface StoppedCheck {
  readonly paths: CasePaths;
  readonly precheck: boolean;
}

/** What is no refusal of the disk stays what it is. */
export function stoppedAt(id: string, error: unknown, { paths, precheck }: StoppedCheck): unknown {
  const stop = diskStop(error);
  if (stop === undefined) return error;
  const command = precheck ? 'precheck' : 'check';
  return new TakedownError('failed', {
    code: stop.code,
    message: `${stop.message} What was observed until then is kept in the unfinished run ${id}.`,
    hint: `See to it, and go on, with the same flags: takedown ${command} ${paths.id} --resume`,
    cause: error,
  });
}
