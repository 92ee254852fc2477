// `--since`: the end of a run, an instant, or the beginning of a day where the court sits, so that what happened on that day
// has happened since.
import { instantIn } from '../../calendar/zone.ts';
import { type Instant, isBefore, parseDate, parseInstant } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { listRuns } from '../../store/runs/list.ts';
import type { Standing } from '../view.ts';
import { runMeant } from './run-meant.ts';

export function sinceIn(
  typed: string,
  { paths, theCase, asOf }: Pick<Standing, 'paths' | 'theCase' | 'asOf'>,
): Instant {
  const instant = parseInstant(typed);
  const day = instant === undefined ? parseDate(typed) : undefined;
  const since =
    instant ?? (day === undefined ? runEnd(typed, { paths, asOf }) : instantIn(theCase.court.timeZone, day, '00:00'));
  if (!isBefore(asOf.at, since)) return since;
  throw new TakedownError('use', {
    code: 'since-later',
    message: `--since "${show(typed)}" is ${since}, which is later than the instant of the report, ${asOf.at}.`,
    hint: 'Give an earlier one, or a later --as-of.',
  });
}

function runEnd(typed: string, { paths, asOf }: Pick<Standing, 'paths' | 'asOf'>): Instant {
  const id = runMeant(paths, typed, 'A day such as 2019-03-18 or an instant will do as well.');
  const run = listRuns(paths, asOf.at).whole.find((one) => one.id === id);
  if (run !== undefined) return run.foot.ended;
  throw new TakedownError('use', {
    code: 'since-later',
    message: `The run ${id} had not ended by ${asOf.at}, or cannot be read.`,
    hint: 'Give an earlier run, a day such as 2019-03-18, or an instant.',
  });
}
