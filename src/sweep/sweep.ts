// Carries a plan out: many names at a time, each name's lookups as soon as those they need are made. Every answer is
// appended as it comes. Stopped, it appends what has come and says that it did not finish; whoever resumes asks the rest.
import { setMaxListeners } from 'node:events';
import type { Lookup, LookupAnswer } from '../model/asking/lookup.ts';
import type { Clock } from '../model/clock.ts';
import type { Name } from '../model/name.ts';
import type { LookupKind, Observation } from '../model/seen/observation.ts';
import { openFlight, type SweepProgress } from './flight.ts';
import { notAnswered } from './not-asked.ts';
import type { Plan, PlannedName } from './plan.ts';

export interface Sweep {
  readonly plan: Plan;
  readonly lookups: readonly Lookup[];
  readonly append: (name: Name, lookup: LookupKind, answers: readonly LookupAnswer[]) => readonly Observation[];
  /** What a resumed run has already. */
  readonly done?: (name: Name, lookup: LookupKind) => boolean;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** How many names at a time. Servers are spared by the pace of the lookups, not by this. */
  readonly atOnce: number;
  readonly onProgress?: (progress: SweepProgress) => void;
}

interface Swept {
  /** False when it was stopped before every name had all its observations. */
  readonly finished: boolean;
  readonly names: number;
}

/** Rejects only where the answers cannot be filed, after what was under way has ended. */
export async function sweep(task: Sweep): Promise<Swept> {
  const flight = openFlight(task.plan.names.length, task.onProgress);
  const failed = new AbortController();
  const signal = AbortSignal.any([task.signal, failed.signal]);
  // Every lookup under way listens to it, which is no leak.
  setMaxListeners(0, signal);
  const failures: unknown[] = [];
  const queue = task.plan.names.values();
  const work = async () => {
    for (const planned of queue) {
      if (signal.aborted) return;
      try {
        if (await sweepName({ ...task, signal, flight }, planned)) flight.nameDone();
      } catch (error) {
        failures.push(error);
        failed.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(task.plan.names.length, Math.max(1, task.atOnce)) }, work));
  if (failures.length > 0) throw failures[0];
  return { finished: flight.names() === task.plan.names.length, names: flight.names() };
}

interface NameTask extends Sweep {
  readonly flight: ReturnType<typeof openFlight>;
}

/** True when the name has all its observations. */
async function sweepName(task: NameTask, planned: PlannedName): Promise<boolean> {
  const { name } = planned;
  for (const lookup of planned.excluded) {
    if (task.done?.(name, lookup) === true) continue;
    task.append(name, lookup, [notAnswered({ name, lookup, failure: 'excluded-by-seal' }, task.clock)]);
  }
  const lookups = toBeMade(task, planned);
  const made = new Map<LookupKind, Promise<Made>>();
  const make = (lookup: Lookup): Promise<Made> => {
    const known = made.get(lookup.kind);
    if (known !== undefined) return known;
    const needed = lookups.filter(({ kind }) => lookup.after.includes(kind)).map(make);
    const making = Promise.all(needed).then((earlier) => askOne(task, { name, lookup, earlier }));
    made.set(lookup.kind, making);
    return making;
  };
  const all = await Promise.allSettled(lookups.map(make));
  for (const one of all) if (one.status === 'rejected') throw one.reason;
  return all.every((one) => one.status === 'fulfilled' && one.value !== undefined);
}

/** `undefined`: not made, since the sweep was stopped. */
type Made = readonly Observation[] | undefined;

/** What is still to be asked, with what that needs: an answer that another lookup builds on is asked anew with it. */
function toBeMade({ lookups, done }: Sweep, { name, ask }: PlannedName): readonly Lookup[] {
  const planned = lookups.filter(({ kind }) => ask.includes(kind));
  const wanted = new Set<LookupKind>();
  const want = (lookup: Lookup): void => {
    if (wanted.has(lookup.kind)) return;
    wanted.add(lookup.kind);
    for (const needed of planned) if (lookup.after.includes(needed.kind)) want(needed);
  };
  for (const lookup of planned) if (done?.(name, lookup.kind) !== true) want(lookup);
  return planned.filter(({ kind }) => wanted.has(kind));
}

interface Asking {
  readonly name: Name;
  readonly lookup: Lookup;
  readonly earlier: readonly Made[];
}

async function askOne(task: NameTask, { name, lookup, earlier }: Asking): Promise<Made> {
  if (task.signal.aborted || earlier.includes(undefined)) return undefined;
  const landed = task.flight.takeOff(lookup.kind);
  try {
    const seen = earlier.flatMap((observations) => observations ?? []);
    const answers = await answersTo(task, { name, lookup, seen });
    return answers === undefined || answers.some(wasInterrupted) ? undefined : task.append(name, lookup.kind, answers);
  } finally {
    landed();
  }
}

interface Question {
  readonly name: Name;
  readonly lookup: Lookup;
  readonly seen: readonly Observation[];
}

/**
 * A rejection after the stop is how a lookup lets go; before it, it is a bug of ours. An answer that trips a reader must
 * not cost the other names their row: the defect is told as what it is, and decides nothing.
 */
async function answersTo(
  { signal, plan, clock }: NameTask,
  { name, lookup, seen }: Question,
): Promise<readonly LookupAnswer[] | undefined> {
  try {
    return await lookup.ask(name, { earlier: seen, mayAsk: plan.mayAsk, signal });
  } catch (error) {
    if (signal.aborted) return undefined;
    const detail = error instanceof Error ? error.message : String(error);
    return [notAnswered({ name, lookup: lookup.kind, failure: 'defect', detail }, clock)];
  }
}

/** Half an answer is none: a lookup that was stopped in the middle is asked again as a whole. */
function wasInterrupted({ sighting }: LookupAnswer): boolean {
  return sighting.outcome === 'failure' && sighting.failure === 'interrupted';
}
