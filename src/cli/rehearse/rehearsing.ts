// Plays a scenario: a copy of the case, the simulated internet, and on each day what people record and a check.
import { parseScenario } from '../../casefile/scenario.ts';
import type { Network } from '../../model/asking/network.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { takeFolder } from '../../store/case/folder-lock.ts';
import { appendJournal } from '../../store/case/journal-append.ts';
import { makeRehearsal, rehearsalFolder } from '../../store/case/rehearsal-folder.ts';
import { readInside } from '../../store/sources.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { carryOutCheck } from '../check/checking.ts';
import { clockFrom } from '../clock.ts';
import type { Call } from '../command.ts';
import type { Context } from '../context.ts';
import { machineFor } from '../lock-holder.ts';
import { askingOf } from '../network.ts';
import { type CaseView, viewAt } from '../view.ts';
import { caseIn, type LoadedCase, sound } from '../workspace.ts';
import { openStageApart } from './stage-apart.ts';
import type { Stage, StageWanted } from './staging.ts';

interface Play {
  readonly paths: CasePaths;
  readonly lastDay: number | undefined;
  readonly fast: boolean;
  readonly seed?: string;
  onProgress(done: number, of: number, what: string): void;
  onDay(): void;
}

export interface Played {
  /** Of the rehearsal's own folder. */
  readonly paths: CasePaths;
  readonly view: Omit<CaseView, 'paths'>;
  readonly network: Network;
  /** As the stage's. */
  readonly gone: AbortSignal;
  close(): Promise<void>;
}

/** The servers stay up until `close`. Two of one case at once would write into one record: the second is refused. */
export async function play(call: Call, wanted: Play): Promise<Played> {
  const lock = takeFolder(rehearsalFolder(wanted.paths), machineFor(call.context));
  try {
    const played = await playAlone(call, wanted);
    return { ...played, close: () => played.close().finally(lock.release) };
  } catch (error) {
    lock.release();
    throw error;
  }
}

async function playAlone(call: Call, wanted: Play): Promise<Played> {
  const { context } = call;
  const original = await caseIn(wanted.paths, { quick: true, from: context.folder });
  const scenario = scenarioOf(wanted.paths, { context, loaded: original });
  const days = scenario.days.filter(({ day }) => wanted.lastDay === undefined || day <= wanted.lastDay);
  if (days.length === 0)
    throw new TakedownError('use', { code: 'bad-day', message: 'The scenario has no day up to that one.' });
  const paths = makeRehearsal(wanted.paths);
  const loaded = await caseIn(paths, { quick: true, from: context.folder });
  const { fast, seed } = wanted;
  const stage = await stageFor(context, {
    theCase: loaded.theCase,
    scenario,
    fast,
    ...(seed === undefined ? {} : { seed }),
  });
  try {
    let clock = clockFrom(scenario.start);
    for (const [index, { day }] of days.entries()) {
      if (context.interruption.aborted) break;
      const title = `day ${day} (${index + 1} of ${days.length})`;
      clock = await playDay({ call, wanted, paths, loaded, stage, day, title });
    }
    const asOf = { at: clock.now(), given: false };
    return {
      paths,
      view: await viewAt({ paths, loaded, asOf, context }),
      network: { ...stage.network, clock: asOf.at },
      gone: stage.gone,
      close: stage.close,
    };
  } catch (error) {
    await stage.close();
    throw error;
  }
}

interface Day {
  readonly call: Call;
  readonly wanted: Play;
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly stage: Stage;
  readonly day: number;
  readonly title: string;
}

/** Without other threads the stage stands in this one. */
async function stageFor({ sharing }: Context, wanted: StageWanted): Promise<Stage> {
  if (sharing !== undefined) return openStageApart(wanted, sharing);
  const { openStage } = await import('./staging.ts');
  return openStage(wanted);
}

async function playDay({ call, wanted, paths, loaded, stage, day, title }: Day) {
  const { at, journal, check } = await stage.enter(day);
  const clock = clockFrom(at);
  if (journal.length > 0) await appendJournal(paths, journal, machineFor(call.context));
  if (!check) return clock;
  const network = { ...stage.network, clock: at };
  const asking = {
    ...askingOf({ context: call.context, options: {} }, undefined),
    network,
    context: { ...call.context, clock, interruption: AbortSignal.any([call.context.interruption, stage.gone]) },
  };
  await carryOutCheck({ paths, loaded, asking, onProgress: (done, of) => wanted.onProgress(done, of, title) });
  stage.gone.throwIfAborted();
  wanted.onDay();
  return clock;
}

function scenarioOf(paths: CasePaths, { context, loaded }: { readonly context: Context; readonly loaded: LoadedCase }) {
  const source = readInside(paths.folder, 'rehearsal.yaml', context.folder);
  if (source !== undefined) return sound(parseScenario(source, loaded.theCase), source.file).value;
  throw new TakedownError('use', {
    code: 'no-scenario',
    message: `The case ${paths.id} has no rehearsal.yaml, which says who does what on which day.`,
    hint: 'The case phosphorus, which comes with the program, has one to start from. What may stand in it: takedown schema rehearsal',
  });
}
