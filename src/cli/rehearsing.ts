// Plays a scenario: a copy of the case, the simulated internet, and on each day what people record and a check.
import { parseScenario } from '../casefile/scenario.ts';
import type { Instant } from '../model/instant.ts';
import type { Network } from '../model/network.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { openRehearsal, type Rehearsal } from '../rehearsal/open.ts';
import { appendJournal } from '../store/journal-append.ts';
import { makeRehearsal } from '../store/rehearsal-folder.ts';
import { readInside } from '../store/sources.ts';
import type { CasePaths } from '../store/workspace.ts';
import { askingOf } from './asking.ts';
import { carryOutCheck, machineFor } from './checking.ts';
import { clockFrom } from './clock.ts';
import type { Call } from './command.ts';
import type { Context } from './context.ts';
import { type CaseView, viewAt } from './view.ts';
import { caseIn, type LoadedCase, sound } from './workspace.ts';

export interface Play {
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
  close(): Promise<void>;
}

/** The servers stay up until `close`. */
export async function play(call: Call, wanted: Play): Promise<Played> {
  const { context } = call;
  const original = await caseIn(wanted.paths, { quick: true, from: context.folder });
  const scenario = scenarioOf(wanted.paths, { context, loaded: original });
  const days = scenario.days.filter(({ day }) => wanted.lastDay === undefined || day <= wanted.lastDay);
  if (days.length === 0)
    throw new TakedownError('use', { code: 'bad-day', message: 'The scenario has no day up to that one.' });
  const paths = makeRehearsal(wanted.paths);
  const loaded = await caseIn(paths, { quick: true, from: context.folder });
  let now: () => Instant = () => scenario.start;
  const { fast, seed } = wanted;
  const stage = await openRehearsal({
    theCase: loaded.theCase,
    scenario,
    clock: () => now(),
    fast,
    ...(seed === undefined ? {} : { seed }),
  });
  try {
    let clock = clockFrom(scenario.start);
    for (const [index, { day }] of days.entries()) {
      if (context.interruption.aborted) break;
      const title = `day ${day} (${index + 1} of ${days.length})`;
      clock = await playDay({
        call,
        wanted,
        paths,
        loaded,
        stage,
        day,
        title,
        setClock: (clock) => {
          now = clock;
        },
      });
    }
    const asOf = { at: clock.now(), given: false };
    return {
      paths,
      view: await viewAt({ paths, loaded, asOf, context }),
      network: { ...stage.network, clock: asOf.at },
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
  readonly stage: Rehearsal;
  readonly day: number;
  readonly title: string;
  setClock(clock: () => Instant): void;
}

async function playDay({ call, wanted, paths, loaded, stage, day, title, setClock }: Day) {
  const { at, journal, check } = stage.enter(day);
  const clock = clockFrom(at);
  setClock(clock.now);
  if (journal.length > 0) await appendJournal(paths, journal, machineFor(call.context));
  if (!check) return clock;
  const network = { ...stage.network, clock: at };
  const asking = {
    ...askingOf({ context: call.context, options: {} }, undefined),
    network,
    context: { ...call.context, clock },
  };
  await carryOutCheck({ paths, loaded, asking, onProgress: (done, of) => wanted.onProgress(done, of, title) });
  wanted.onDay();
  return clock;
}

function scenarioOf(paths: CasePaths, { context, loaded }: { readonly context: Context; readonly loaded: LoadedCase }) {
  const source = readInside(paths.folder, 'rehearsal.yaml', context.folder);
  if (source !== undefined) return sound(parseScenario(source, loaded.theCase), source.file).value;
  throw new TakedownError('use', {
    code: 'no-scenario',
    message: `The case ${paths.id} has no rehearsal.yaml, which says who does what on which day.`,
    hint: 'cases/phosphorus/rehearsal.yaml is one to start from.',
  });
}
