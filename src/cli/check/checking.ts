// One check: what `takedown check` and every day of a rehearsal do. Plans, asks, appends a run, and leaves the rest to others.
import { hostname } from 'node:os';
import type { Lookup } from '../../model/asking/lookup.ts';
import type { Network } from '../../model/asking/network.ts';
import { sealInForce } from '../../model/case/seal.ts';
import type { Instant } from '../../model/instant.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import { holds } from '../../model/part.ts';
import { partOf, type Shard } from '../../model/shard.ts';
import { beginRun } from '../../store/append/begin.ts';
import { amongRuns } from '../../store/append/resting.ts';
import type { RunWriter } from '../../store/append/writer.ts';
import type { FreshTerms, RunHeader } from '../../store/run-form/head.ts';
import type { Vantage } from '../../store/run-form/vantage.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { type Plan, type PlanQuestion, planLookups } from '../../sweep/plan.ts';
import { type PrecheckTerms, planPrecheck } from '../../sweep/plan-precheck.ts';
import { sweep } from '../../sweep/sweep.ts';
import { machineFor } from '../lock-holder.ts';
import { refuseMixing } from '../mixing.ts';
import { type Asking, openAsking } from '../network.ts';
import { namesAtOnce, openFilesHere } from '../open-files.ts';
import { type Known, knownBy, type MaxAge, maxAgeIn } from '../typed/max-age.ts';
import { VERSION } from '../version.ts';
import type { LoadedCase } from '../workspace.ts';
import { shardPaths } from './shard.ts';
import { stoppedAt } from './stopped.ts';
import { takeUp } from './taking-up.ts';
import { openTelling, waitingText } from './waiting.ts';

interface CheckOrder {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asking: Asking;
  /** The run to be taken up; absent: a new one is begun. */
  readonly resume?: string;
  /** Lookups of which the record has a younger answer are not made. A resumed run has its own. */
  readonly maxAge?: MaxAge;
  /** Of these names every lookup is made, however young its answer is. */
  readonly again?: ReadonlySet<string>;
  /** Before service: whom the defendants cannot watch, and the sinkholes. Absent: a check. */
  readonly precheck?: PrecheckTerms;
  /** Only the names of this part are asked about, and the run is written as a shard. */
  readonly shard?: Shard;
  onProgress(done: number, of: number, what: string): void;
}

export type CheckOutcome =
  | {
      readonly finished: true;
      readonly run: RunSummary;
      /** False when every lookup stood in the resumed run, or freshly in the record, already. */
      readonly asked: boolean;
      /** What was not asked again. */
      readonly fresh?: FreshTerms;
    }
  | { readonly finished: false; readonly id: string };

export async function carryOutCheck(order: CheckOrder): Promise<CheckOutcome> {
  const { paths, loaded, asking } = order;
  refuseMixing(loaded, asking);
  const atOnce = namesAtOnce(AT_ONCE, openFilesHere(asking.context.folder));
  const taken = resumedFor(order);
  if (taken !== undefined && 'finished' in taken) return { finished: true, run: taken.finished, asked: false };
  const { context } = asking;
  const asOf = taken?.writer.header.started ?? context.clock.now();
  const open = openAsking({ ...asking, names: namesOf(loaded) }, sealInForce(loaded.theCase, asOf), order.precheck);
  const { lookups } = open;
  const telling = openTelling(({ names, of }) =>
    order.onProgress(names, of, waitingText(open.pace.longest()) ?? paths.id),
  );
  let writer = taken?.writer;
  try {
    const kinds = lookups.map(({ kind }) => kind);
    const plan = ofShard(planOf(order, { theCase: loaded.theCase, asOf, kinds }), order.shard);
    const known = knownFor(order, writer, { asOf, plan, lookups });
    const fresh = known && { fresh: known.terms };
    if (writer === undefined && known?.instead) return { finished: true, run: known.instead, asked: false, ...fresh };
    const running = writer ?? newRun(order, { started: asOf, ...fresh });
    writer = running;
    const { finished } = await sweep({
      plan,
      lookups,
      append: running.append,
      done: (name, lookup) => running.has(name, lookup) || known?.fresh.has(name, lookup) === true,
      clock: context.clock,
      signal: context.interruption,
      atOnce,
      onProgress: telling.tell,
    });
    if (finished) return { finished: true, run: running.finish(context.clock.now()), asked: true, ...fresh };
    running.leave();
    return { finished: false, id: running.id };
  } catch (error) {
    writer?.leave();
    throw writer === undefined ? error : stoppedAt(writer.id, error, { paths, precheck: order.precheck !== undefined });
  } finally {
    telling.close();
    open.close();
  }
}

function resumedFor({ paths, loaded, asking, resume, shard, precheck }: CheckOrder) {
  if (resume === undefined) return undefined;
  const purpose = precheck && ('precheck' as const);
  const wanted = { paths, id: resume, caseDigest: loaded.theCase.digest };
  return takeUp({ ...wanted, ...(shard && { shard }), ...(purpose && { purpose }) }, asking.context);
}

/** What need not be asked, by the age that this check allows or the one that is taken up was begun with. */
function knownFor(
  { paths, maxAge, again }: CheckOrder,
  writer: RunWriter | undefined,
  question: { readonly asOf: Instant; readonly plan: Plan; readonly lookups: readonly Lookup[] },
): Known | undefined {
  const begun = writer?.header.fresh;
  const allowed = writer === undefined ? maxAge : maxAgeIn(begun?.['max-age']);
  if (allowed === undefined) return undefined;
  const known = knownBy({ paths, maxAge: allowed, ...question, ...(again && { again }) });
  return agreesWith(begun, known.terms) ? known : undefined;
}

/** A run that is taken up may have asked of some names in any case: then the rest is asked too, never less than was begun. */
function agreesWith(begun: FreshTerms | undefined, now: FreshTerms): boolean {
  return begun === undefined || (begun.names === now.names && begun.lookups === now.lookups);
}

function planOf({ precheck }: CheckOrder, question: PlanQuestion): Plan {
  return precheck === undefined ? planLookups(question) : planPrecheck(question, precheck);
}

function ofShard(plan: Plan, shard: Shard | undefined): Plan {
  if (shard === undefined) return plan;
  const part = partOf(shard);
  return { ...plan, names: plan.names.filter(({ name }) => holds(part, name)) };
}

/** Of the whole case, also in a shard: how many questions are asked of a name depends on it. */
function namesOf({ theCase }: LoadedCase): number {
  return theCase.schedules.reduce((sum, { names }) => sum + names.length, 0);
}

/**
 * Names under way at once. Waiting costs little memory, and politeness is each server's own pace: with fewer, the many
 * names of one slow registry would keep the others waiting.
 */
const AT_ONCE = 128;

function newRun(
  { paths, loaded, asking, shard, precheck }: CheckOrder,
  head: Pick<RunHeader, 'started' | 'fresh'>,
): RunWriter {
  const { network, context } = asking;
  return beginRun({
    paths: shard === undefined ? paths : shardPaths(paths),
    machine: machineFor(context),
    random: context.random,
    header: {
      caseDigest: loaded.theCase.digest,
      tool: `takedown ${VERSION}`,
      ...head,
      simulated: network.simulated,
      vantage: vantageOf(network),
      ...amongRuns(paths, loaded.theCase, head.started),
      ...(precheck && { purpose: 'precheck' as const }),
      ...(shard && { shard }),
    },
  });
}

function vantageOf({ dns }: Network): Vantage {
  const { resolvers, trustAnchors: anchors } = dns;
  return { host: hostname(), resolvers: resolvers.map(({ text }) => text), ...(anchors && { anchors }) };
}
