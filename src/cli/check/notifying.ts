// `--notify`: whoever is not looking is told, once, of what has become new. What was told is kept with the case; what could not
// be handed over is not kept, and so is told again the next time.

import { sealInForce } from '../../model/case/seal.ts';
import { type Hide, hideNames } from '../../model/case/sealed-names.ts';
import { type Alarm, alarmKey } from '../../model/judged/alarm.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { alarmsOf, isOver } from '../../progress/alarms.ts';
import { marksOf } from '../../reports/heading.ts';
import { noteTold, toldBy } from '../../store/case/told-alarms.ts';
import type { Call } from '../command.ts';
import { diskStop } from '../disk.ts';
import { EXIT } from '../exit.ts';
import type { Asking } from '../network.ts';
import { textsOf } from '../options.ts';
import { VERSION } from '../version.ts';
import type { LoadedCase } from '../workspace.ts';
import { sealedNames } from './ci-log.ts';
import { type NotifyWay, notifyWays } from './notify-ways.ts';
import type { Seen } from './seen.ts';

interface Notifying {
  /** False where somebody could not be told. */
  tell(view: Seen): Promise<boolean>;
}

interface NotifyOrder {
  readonly loaded: LoadedCase;
  readonly asking: Asking;
  /** Where one line more would be written over; absent: standard error. */
  readonly say?: (text: string) => Promise<void>;
}

const NOBODY: Notifying = { tell: async () => true };

/** Throws before anything is looked up: where the seal is on, and where what is needed is not set. */
export async function openNotifying(call: Call, order: NotifyOrder): Promise<Notifying> {
  const typed = textsOf(call.options['notify']);
  if (typed.length === 0) return NOBODY;
  const { loaded, asking } = order;
  const { context } = asking;
  refuseSealed(loaded, context.clock.now());
  const ways = await notifyWays(typed, { call, asking });
  refuseMixing(loaded, asking, ways);
  const hide = hideNames(await sealedNames(context, call.options['cases']));
  const say = order.say ?? ((text: string) => call.context.err.write(`${text}\n`));
  return {
    async tell(view) {
      const standing = alarmsOf(view.theCase, view.progress, view.alarms);
      let all = true;
      for (const way of ways) all = (await tellBy(way, { call, asking, view, standing, hide, say })) && all;
      return all;
    },
  };
}

/** A gate that holds says more than that somebody could not be told; anything else says less. */
export function codeAfter(code: number, told: boolean): number {
  return told || code === EXIT.gate ? code : EXIT.failed;
}

function refuseSealed({ theCase }: LoadedCase, now: Parameters<typeof sealInForce>[1]): void {
  if (sealInForce(theCase, now) === undefined) return;
  throw new TakedownError('guard', {
    code: 'notify-sealed',
    message: `The case ${theCase.id} is sealed: nothing of it is told by --notify.`,
    hint: `Leave --notify out until the seal is lifted${theCase.seal === undefined ? '' : ` (${theCase.seal.until})`}; takedown status shows it all.`,
  });
}

/** What a rehearsal finds leaves this machine for nobody; a file of one's own is no harm. */
function refuseMixing({ theCase }: LoadedCase, { network }: Asking, ways: readonly NotifyWay[]): void {
  if (theCase.rehearsal === network.simulated || ways.every(({ leaves }) => !leaves)) return;
  throw new TakedownError('guard', {
    code: 'simulated-and-real',
    message: `The case ${theCase.id} is a rehearsal: nobody is told of it but over a simulated network, or in a file.`,
    hint: 'Give --network with the file of the rehearsal, or --notify FILE.',
  });
}

interface Telling {
  readonly call: Call;
  readonly asking: Asking;
  readonly view: Seen;
  readonly standing: readonly Alarm[];
  /** Names that another case of the workspace keeps under seal. */
  readonly hide: Hide;
  readonly say: (text: string) => Promise<void>;
}

async function tellBy(way: NotifyWay, telling: Telling): Promise<boolean> {
  const say = (text: string) => telling.say(show(text));
  const step = { handed: false };
  try {
    return await handOver(way, telling, step);
  } catch (error) {
    const stop = error instanceof TakedownError ? error : diskStop(error);
    if (stop === undefined) throw error;
    const what = step.handed ? `Told ${way.called}, and that could not be noted` : `NOT told ${way.called}`;
    await say(`${what}: ${stop.message}${stop.hint === undefined ? '' : ` ${stop.hint}`}`);
    await say('  The next check tells it again.');
    return false;
  }
}

/** What was told is noted after it was handed over: whatever breaks off in between, it is told twice rather than never. */
async function handOver(way: NotifyWay, telling: Telling, step: { handed: boolean }): Promise<boolean> {
  const { call, asking, view, standing, hide } = telling;
  const { paths, progress } = view;
  const say = (text: string) => telling.say(show(text));
  const before = toldBy(paths, way.way);
  const fresh = standing.filter((alarm) => !before.known.has(alarmKey(alarm)));
  const over = [...before.known.values()].filter((key) => isOver(key, progress, view.alarms));
  for (const file of before.damaged)
    await say(`${file} is not as it was written: what it says counts as not told, and may be told again.`);
  if (fresh.length === 0 && over.length === 0) return true;
  const at = asking.context.clock.now();
  const run = progress.lastRun?.id ?? 'none';
  const alarms = fresh.map((alarm) => ({ ...alarm, about: hide(alarm.about) }));
  const remarks = fresh.length === 0 ? [] : await way.hand({ ...headOf(view), at, run, alarms });
  step.handed = true;
  noteTold(paths, { way: way.way, at, run, told: fresh, over }, asking.context.random);
  if (fresh.length > 0 && !call.terminal.quiet && !call.terminal.json)
    await say(`Told ${way.called}: ${count(fresh.length, 'new thing')}.`);
  for (const remark of remarks) await say(`Told ${way.called}, but ${remark}`);
  return remarks.length === 0;
}

function headOf({ paths, theCase, progress, report }: Seen) {
  return {
    case: paths.id,
    docket: theCase.docket,
    simulated: progress.lastRun?.simulated === true,
    illustrative: theCase.illustrative,
    marks: marksOf(report),
    toolVersion: VERSION,
  };
}
