// `takedown check`: asks the world, appends a run, and shows what changed and where every name stands now.
import { show } from '../../model/harmless.ts';
import type { Progress } from '../../model/progress.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Asking } from '../asking.ts';
import type { CheckOutcome } from '../checking.ts';
import { type Call, defineCommand } from '../command.ts';
import { EXIT } from '../exit.ts';
import { GATE_OPTION, gateCode, gatesIn } from '../gate.ts';
import { JSON_OPTION, NETWORK_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { CASE_ARGUMENT, caseIn, caseMeant, type LoadedCase } from '../workspace.ts';

export const check = defineCommand({
  name: 'check',
  summary: 'look every name up, append a run with its evidence, show what changed and the status',
  arguments: [CASE_ARGUMENT],
  options: [
    NETWORK_OPTION,
    {
      flags: '--resume [run]',
      about: 'finish an unfinished run, the newest one when none is named, in place of beginning a new one',
    },
    { ...GATE_OPTION, about: `${GATE_OPTION.about}; reverted,overdue when not said` },
    JSON_OPTION,
  ],
  examples: [
    {
      line: 'takedown check phosphorus',
      about: 'for a nightly job: red only when something that should be done is not',
    },
    { line: 'takedown check phosphorus --resume', about: 'go on with a check that was interrupted' },
  ],
  async run(call) {
    const { context, options } = call;
    const gates = gatesIn(options['failOn'], ['reverted', 'overdue']);
    const paths = caseMeant(call, call.arguments[0]);
    const loaded = await caseIn(paths, { quick: false, from: context.folder });
    await warn(call, loaded);
    const { askingOf } = await import('../asking.ts');
    const asking = askingOf(call, `${paths.folder}/../..`);
    const { viewAt } = await import('../view.ts');
    const at = () =>
      viewAt({ paths, loaded, context: asking.context, asOf: { at: asking.context.clock.now(), given: false } });
    const before = at();
    const outcome = await carriedOut(call, { paths, loaded, asking, before: before.progress });
    if (!outcome.finished) return unfinished(call, paths, outcome.id);
    const after = at();
    await report(call, { before: before.progress, after });
    return gateCode(after.progress, gates);
  },
});

async function warn({ context, terminal }: Call, { problems }: LoadedCase): Promise<void> {
  if (problems.length === 0 || terminal.quiet || terminal.json) return;
  const { renderProblems } = await import('../../casefile/render-problem.ts');
  await context.err.write(`${renderProblems(problems, context.err.columns)}\n`);
}

interface Checking {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly asking: Asking;
  readonly before: Progress;
}

async function carriedOut(call: Call, { before, ...order }: Checking): Promise<CheckOutcome> {
  const { carryOutCheck } = await import('../checking.ts');
  const { context, terminal } = call;
  const resume = runMeant(call.options['resume'], before);
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  try {
    return await carryOutCheck({ ...order, ...(resume === undefined ? {} : { resume }), onProgress: bar.show });
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

async function unfinished({ context }: Call, paths: CasePaths, id: string): Promise<number> {
  await context.err.write(`The check is interrupted; what was observed is kept in the unfinished run ${show(id)}.\n`);
  await context.err.write(`  Go on with: takedown check ${paths.id} --resume\n`);
  return EXIT.interrupted;
}

async function report(
  { context, terminal }: Call,
  { before, after }: { readonly before: Progress; readonly after: ReturnType<typeof import('../view.ts')['viewAt']> },
): Promise<void> {
  if (terminal.json) {
    const [{ statusJson }, { envelopeOf }] = await Promise.all([
      import('../../reports/status-json.ts'),
      import('../view.ts'),
    ]);
    await printPieces(context.out, statusJson(after.report, envelopeOf(context, after.problems)));
    return;
  }
  const [{ statusLines }, { changeLines }, { differenceOf }] = await Promise.all([
    import('../../reports/status-text.ts'),
    import('../../reports/changes-text.ts'),
    import('../../progress/difference.ts'),
  ]);
  const surface = surfaceOf(terminal);
  if (before.lastRun !== undefined && !terminal.quiet)
    await printLines(context.out, changeLines(differenceOf(before, after.progress), surface));
  await printLines(context.out, statusLines(after.report, surface));
}
