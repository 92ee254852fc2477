// The work half of `takedown check`: what is typed stands in commands/check.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { sinkholeDomainsOf } from '../../model/case/sinkhole.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import { type Shard, shardText } from '../../model/shard.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import type { Before } from '../../progress/difference.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { afterTheRecord } from '../check/after-the-record.ts';
import { tellChanged } from '../check/changed-meanwhile.ts';
import type { CheckOutcome } from '../check/checking.ts';
import { carryOutCheck } from '../check/checking.ts';
import { reportCheck } from '../check/ending.ts';
import { gateCode, gateCodeAfter, gatesIn } from '../check/gate.ts';
import { keepLittleMemory } from '../check/little-memory.ts';
import { codeAfter, openNotifying } from '../check/notifying.ts';
import { reporting, type Tell } from '../check/reporters.ts';
import { seenIn } from '../check/seen.ts';
import { setRunAside } from '../check/setting-aside.ts';
import { shardIn, shardPaths } from '../check/shard.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import type { Asking } from '../network.ts';
import { askingOf } from '../network.ts';
import type { Gate } from '../options.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { freshText, type MaxAge, maxAgeIn } from '../typed/max-age.ts';
import { beforeAt, standingAt, standingInShard } from '../view.ts';
import { caseIn, caseMeant, type LoadedCase } from '../workspace.ts';

export function check(call: Call): Promise<number> {
  return reporting(call, (tell) => checked(call, tell));
}

async function checked(call: Call, tell: Tell): Promise<number> {
  keepLittleMemory();
  const { context, options } = call;
  const shard = shardIn(options);
  const gates = gatesIn(options['failOn'], shard === undefined ? ['reverted', 'overdue'] : ['never']);
  if (shard !== undefined) refuseNotify(options);
  const paths = caseMeant(call, call.arguments[0]);
  if (options['setAside'] !== undefined) return setRunAside(call, paths, shard);
  const loaded = await caseIn(paths, { quick: false, from: context.folder });
  await warn(call, loaded);
  const asking = await afterTheRecord(askingOf(call, `${paths.folder}/../..`), paths);
  const now = () => ({
    paths,
    loaded,
    context: asking.context,
    asOf: { at: asking.context.clock.now(), given: false },
  });
  const before = await beforeAt(now());
  const notifying = await openNotifying(call, { loaded, asking });
  const order = { paths, loaded, asking, ...(shard && { shard }) };
  const outcome = await carriedOut(call, { ...order, before });
  if (!outcome.finished) return unfinished(call, { paths, id: outcome.id, shard });
  await tellChanged(call, paths, loaded);
  if (shard !== undefined) return told(call, { paths, loaded, asking, run: outcome.run, shard, gates, tell });
  if (outcome.fresh !== undefined && !call.terminal.quiet && !call.terminal.json) {
    const only = outcome.asked ? '' : ' Nothing was left to ask, and no run was made.';
    await context.err.write(`${freshText(outcome.fresh)}${only}\n`);
  }
  const after = seenIn(await standingAt(now()), call);
  await reportCheck(call, { after, compared: { before, answers: after.answers } });
  const heard = await notifying.tell(after);
  return tell(after, codeAfter(gateCodeAfter(outcome.run, after.progress, gates), heard));
}

async function warn({ context, terminal }: Call, { problems }: LoadedCase): Promise<void> {
  if (problems.length === 0 || terminal.quiet || terminal.json) return;
  await context.err.write(`${renderProblems(problems, context.err.columns)}\n`);
}

interface Checking {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asking: Asking;
  readonly before: Before;
  readonly shard?: Shard;
}

async function carriedOut(call: Call, { before, ...order }: Checking): Promise<CheckOutcome> {
  const { context, terminal } = call;
  const resume = runMeant(call.options['resume'], before, order.shard);
  const maxAge = maxAgeIn(call.options['maxAge']);
  refuseBoth(resume, maxAge);
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  try {
    const wanted = { ...(resume !== undefined && { resume }), ...(maxAge !== undefined && { maxAge }) };
    return await carryOutCheck({ ...order, ...wanted, onProgress: bar.show });
  } finally {
    bar.clear();
  }
}

/** With a shard, the newest unfinished one of that number; without, no shard at all. */
function runMeant(typed: unknown, { unfinished }: Before, shard?: Shard): string | undefined {
  if (typed === undefined || typeof typed === 'string') return typed;
  const which = shard === undefined ? undefined : shardText(shard);
  const meant = unfinished.filter(
    (one) => one.waits !== true && one.purpose === undefined && (one.shard && shardText(one.shard)) === which,
  );
  const newest = meant.sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  if (newest !== undefined) return newest.id;
  throw new TakedownError('use', {
    code: 'nothing-to-resume',
    message: which === undefined ? 'There is no unfinished run.' : `There is no unfinished shard ${which}.`,
    hint: which === undefined ? 'Begin one: takedown check' : `Begin one: takedown check --shard ${which}`,
  });
}

function refuseBoth(resume: string | undefined, maxAge: MaxAge | undefined): void {
  if (resume === undefined || maxAge === undefined) return;
  throw new TakedownError('use', {
    code: 'resume-with-max-age',
    message: 'A run that is resumed goes on as it was begun: --max-age belongs to a new one.',
    hint: `Either: takedown check --resume ${resume}`,
  });
}

/** What is new is new of the whole: a part knows only its own names. */
function refuseNotify({ notify }: Call['options']): void {
  if (!Array.isArray(notify) || notify.length === 0) return;
  throw new TakedownError('use', {
    code: 'notify-with-shard',
    message: 'A shard is a part of a check, and nobody is told of it.',
    hint: 'Give --notify to the command that joins them: takedown merge',
  });
}

interface LeftRun {
  readonly paths: CasePaths;
  readonly id: string;
  readonly shard: Shard | undefined;
}

async function unfinished({ context, options }: Call, { paths, id, shard }: LeftRun): Promise<number> {
  const { network } = options;
  const on = typeof network === 'string' ? ` --network ${show(network)}` : '';
  await context.err.write(`The check was interrupted; what was observed is kept in the unfinished run ${show(id)}.\n`);
  const part = shard === undefined ? '' : ` --shard ${shardText(shard)}`;
  await context.err.write(`  Go on with: takedown check ${paths.id}${on}${part} --resume\n`);
  return EXIT.interrupted;
}

interface ShardDone extends Omit<Checking, 'before'> {
  readonly run: RunSummary;
  readonly shard: Shard;
  readonly gates: readonly Gate[];
  readonly tell: Tell;
}

/** Of the names of the shard, which is not the record's yet. */
async function told(call: Call, { paths, loaded, asking, run, shard, gates, tell }: ShardDone): Promise<number> {
  const { context } = asking;
  const look = { paths, loaded, context, asOf: { at: context.clock.now(), given: false } };
  const after = seenIn(await standingInShard(look, { id: run.id, shard }), call);
  await reportCheck(call, { after });
  if (!call.terminal.quiet && !call.terminal.json) {
    const listed = loaded.theCase.schedules.reduce((sum, { names }) => sum + names.length, 0);
    const all = listed + sinkholeDomainsOf(loaded.theCase).length;
    const what = `Shard ${shardText(shard)}: ${run.names} of ${all} names, in ${show(shardPaths(paths).runs)}.`;
    await context.err.write(`${what}\n  It counts when all are joined: takedown merge FOLDER…\n`);
  }
  return tell(after, gateCode(after.progress, gates));
}
