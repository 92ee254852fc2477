// The work half of `takedown check`: what is typed stands in commands/check.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { show } from '../../model/harmless.ts';
import { instantAt, isBefore, millisecondsOf } from '../../model/instant.ts';
import type { Progress } from '../../model/progress.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { differenceOf } from '../../progress/difference.ts';
import { changeLines } from '../../reports/changes-text.ts';
import { statusJson } from '../../reports/status-json.ts';
import { statusLines } from '../../reports/status-text.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Asking } from '../asking.ts';
import { askingOf } from '../asking.ts';
import type { CheckOutcome } from '../checking.ts';
import { carryOutCheck } from '../checking.ts';
import { clockFrom } from '../clock.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { gateCode, gatesIn } from '../gate.ts';
import { freshText, type MaxAge, maxAgeIn } from '../max-age.ts';
import { lastMoment } from '../present.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { envelopeOf, journalOf, viewAt } from '../view.ts';
import { caseIn, caseMeant, type LoadedCase } from '../workspace.ts';

export async function check(call: Call): Promise<number> {
  const { context, options } = call;
  const gates = gatesIn(options['failOn'], ['reverted', 'overdue']);
  const paths = caseMeant(call, call.arguments[0]);
  const loaded = await caseIn(paths, { quick: false, from: context.folder });
  await warn(call, loaded);
  const asking = await afterTheRecord(askingOf(call, `${paths.folder}/../..`), paths);
  const at = () =>
    viewAt({ paths, loaded, context: asking.context, asOf: { at: asking.context.clock.now(), given: false } });
  const before = await at();
  const outcome = await carriedOut(call, { paths, loaded, asking, before: before.progress });
  if (!outcome.finished) return unfinished(call, paths, outcome.id);
  if (outcome.fresh !== undefined && !call.terminal.quiet && !call.terminal.json) {
    const only = outcome.asked ? '' : ' Nothing was left to ask, and no run was made.';
    await context.err.write(`${freshText(outcome.fresh)}${only}\n`);
  }
  const after = await at();
  await report(call, { before: before.progress, after });
  return gateCode(after.progress, gates);
}

/**
 * The clock of a network file starts anew with every command. A second check, or one that is resumed, would lie before
 * what is on record: it begins with the next second instead.
 */
async function afterTheRecord(asking: Asking, paths: CasePaths): Promise<Asking> {
  const { clock } = asking.network;
  if (clock === undefined) return asking;
  const last = lastMoment(paths, await journalOf(paths, { from: asking.context.folder }));
  if (last === undefined || isBefore(last, clock)) return asking;
  const next = instantAt((Math.floor(millisecondsOf(last) / 1000) + 1) * 1000);
  return { ...asking, context: { ...asking.context, clock: clockFrom(next) } };
}

async function warn({ context, terminal }: Call, { problems }: LoadedCase): Promise<void> {
  if (problems.length === 0 || terminal.quiet || terminal.json) return;
  await context.err.write(`${renderProblems(problems, context.err.columns)}\n`);
}

interface Checking {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asking: Asking;
  readonly before: Progress;
}

async function carriedOut(call: Call, { before, ...order }: Checking): Promise<CheckOutcome> {
  const { context, terminal } = call;
  const resume = runMeant(call.options['resume'], before);
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

function runMeant(typed: unknown, { unfinished }: Progress): string | undefined {
  if (typed === undefined || typeof typed === 'string') return typed;
  const newest = [...unfinished].sort((a, b) => (a.id < b.id ? 1 : -1))[0];
  if (newest !== undefined) return newest.id;
  throw new TakedownError('use', {
    code: 'nothing-to-resume',
    message: 'There is no unfinished run.',
    hint: 'Begin one: takedown check',
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

async function unfinished({ context, options }: Call, paths: CasePaths, id: string): Promise<number> {
  const { network } = options;
  const on = typeof network === 'string' ? ` --network ${show(network)}` : '';
  await context.err.write(`The check was interrupted; what was observed is kept in the unfinished run ${show(id)}.\n`);
  await context.err.write(`  Go on with: takedown check ${paths.id}${on} --resume\n`);
  return EXIT.interrupted;
}

async function report(
  { context, terminal }: Call,
  { before, after }: { readonly before: Progress; readonly after: Awaited<ReturnType<typeof viewAt>> },
): Promise<void> {
  if (terminal.json) {
    await printPieces(context.out, statusJson(after.report, envelopeOf(context, after.problems)));
    return;
  }
  const surface = surfaceOf(terminal);
  if (before.lastRun !== undefined && !terminal.quiet)
    await printLines(context.out, changeLines(differenceOf(before, after.progress), surface));
  await printLines(context.out, statusLines(after.report, surface));
}
