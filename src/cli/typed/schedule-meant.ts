// Which schedule of a case is meant: the one that was named, or the only one there is.
import type { Schedule } from '../../model/case/case.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';

export function scheduleMeant(schedules: readonly Schedule[], id: unknown): Schedule {
  const [only] = schedules;
  if (id === undefined && only !== undefined && schedules.length === 1) return only;
  const found = schedules.find((schedule) => schedule.id === id);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'which-schedule',
    message:
      id === undefined
        ? 'The case has more than one schedule: say which with --schedule.'
        : `The case has no schedule "${show(String(id))}".`,
    hint: `Schedules: ${schedules.map((schedule) => schedule.id).join(', ')}.`,
  });
}
