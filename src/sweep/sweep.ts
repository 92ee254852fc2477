// Asks what the plan says, many names at once, and hands every group of answers to the run as it comes. Bounded in memory:
// a name is forgotten when its lookups are filed. Interrupted, it files what came and leaves the rest for a resumption.
import type { Clock } from '../model/clock.ts';
import type { Lookup, LookupAnswer } from '../model/lookup.ts';
import type { Name } from '../model/name.ts';
import type { LookupKind, Observation } from '../model/observation.ts';
import { unasked } from './not-asked.ts';
import type { Plan, PlannedName } from './plan.ts';

/** The run as the sweep needs it. */
export interface Filing {
  append(name: Name, lookup: LookupKind, answers: readonly LookupAnswer[]): readonly Observation[];
  /** Stands in the run already, from before an interruption. */
  has(name: Name, lookup: LookupKind): boolean;
}

export interface SweepProgress {
  readonly done: number;
  readonly of: number;
}

export interface SweepOrder {
  readonly plan: Plan;
  readonly lookups: readonly Lookup[];
  readonly filing: Filing;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  onProgress?(progress: SweepProgress): void;
}

/**
 * Names under way at once. Waiting costs little memory, and politeness is each server's own pace: with fewer, the many
 * names of one slow registry would keep the others waiting.
 */
const AT_ONCE = 128;

/** `finished` is false after an interruption. A failure to file (a full disk) rejects; a lookup never does. */
export async function sweep(order: SweepOrder): Promise<{ readonly finished: boolean }> {
  const { plan, signal } = order;
  const waiting = plan.names.values();
  let done = 0;
  const work = async () => {
    for (const planned of waiting) {
      if (signal.aborted) return;
      await sweepName(order, planned);
      if (signal.aborted) return;
      done += 1;
      order.onProgress?.({ done, of: plan.names.length });
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, plan.names.length) }, work));
  return { finished: !signal.aborted };
}

async function sweepName(order: SweepOrder, { name, lookups }: PlannedName): Promise<void> {
  const open = lookups.filter((kind) => !order.filing.has(name, kind));
  const wanted = new Set([...open, ...order.lookups.filter(({ kind }) => open.includes(kind)).flatMap(({ after }) => after)]);
  const filed = new Map<LookupKind, Promise<readonly Observation[]>>();
  const file = async (lookup: Lookup): Promise<readonly Observation[]> => {
    const earlier = (await Promise.all(lookup.after.map((kind) => filed.get(kind) ?? []))).flat();
    if (order.signal.aborted) return [];
    const answers = await answersOf(order, { lookup, name, earlier });
    return answers.length === 0 ? [] : order.filing.append(name, lookup.kind, answers);
  };
  for (const lookup of order.lookups) {
    if (wanted.has(lookup.kind)) filed.set(lookup.kind, file(lookup));
  }
  await Promise.all(filed.values());
}

interface Question {
  readonly lookup: Lookup;
  readonly name: Name;
  readonly earlier: readonly Observation[];
}

/** None after an interruption: half a group is no answer. */
async function answersOf(order: SweepOrder, { lookup, name, earlier }: Question): Promise<readonly LookupAnswer[]> {
  const { plan, clock, signal } = order;
  const { kind } = lookup;
  if (plan.excluded.has(kind)) return unasked({ name, lookup: kind, failure: 'excluded-by-seal', detail: 'the case is sealed' }, clock);
  try {
    const answers = await lookup.ask(name, { earlier, mayAsk: plan.mayAsk, signal });
    return signal.aborted && answers.some(isInterrupted) ? [] : answers;
  } catch (error) {
    if (signal.aborted) return [];
    // One name whose answer trips a reader must not cost the others their row: the defect is told, and decides nothing.
    const detail = error instanceof Error ? error.message : String(error);
    return unasked({ name, lookup: kind, failure: 'defect', detail }, clock);
  }
}

function isInterrupted({ sighting }: LookupAnswer): boolean {
  return sighting.outcome === 'failure' && sighting.failure === 'interrupted';
}
