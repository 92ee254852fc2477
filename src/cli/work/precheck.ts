// The work half of `takedown precheck`: what is typed stands in commands/precheck.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { END_OF_TIME } from '../../model/instant.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { show } from '../../model/text/harmless.ts';
import type { PrecheckReport } from '../../reports/precheck/report.ts';
import { listRuns } from '../../store/runs/list.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { afterTheRecord } from '../check/after-the-record.ts';
import { carryOutCheck } from '../check/checking.ts';
import { keepLittleMemory } from '../check/little-memory.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { type Asking, askingOf } from '../network.ts';
import { textOf } from '../options.ts';
import { precheckCode, precheckGates } from '../precheck/gate.ts';
import { precheckOutput } from '../precheck/output.ts';
import { newestPrecheck, precheckTable, precheckTerms } from '../precheck/prechecking.ts';
import { signedOffIn, signOff } from '../precheck/signing-off.ts';
import { progressBar } from '../terminal/progress-bar.ts';
import { envelopeOf, journalOf } from '../view.ts';
import { caseIn, caseMeant, type LoadedCase, workspaceOf } from '../workspace.ts';

export async function precheck(call: Call): Promise<number> {
  keepLittleMemory();
  const { context, options, terminal } = call;
  const gates = precheckGates(options['failOn']);
  const print = precheckOutput(call);
  const signs = textOf(options['signOff']);
  refuseMixed(call, signs);
  const paths = caseMeant(call, call.arguments[0]);
  const loaded = await caseIn(paths, { quick: false, from: context.folder });
  if (loaded.problems.length > 0 && !terminal.quiet && !terminal.json) {
    await context.err.write(`${renderProblems(loaded.problems, context.err.columns)}\n`);
  }
  const onRecord = signs !== undefined || options['last'] === true;
  const run = onRecord ? recorded(paths) : await look(call, paths, loaded);
  if (run === undefined) return EXIT.interrupted;
  const at = { workspace: workspaceOf(call), paths, loaded, run, from: context.folder };
  const table = await precheckTable(at);
  const report = async (): Promise<PrecheckReport> => {
    const journal = await journalOf(paths, { from: context.folder });
    return { theCase: loaded.theCase, table, ...signedOffIn(journal, table) };
  };
  if (signs === undefined) {
    await print(await report(), envelopeOf(context, loaded.problems));
    return precheckCode(table, gates);
  }
  await signOff(call, { paths, loaded, table, who: signs, report: await report() });
  await print(await report(), envelopeOf(context, loaded.problems));
  return EXIT.done;
}

/** What is on record is shown or signed, and nobody is asked: what says how to ask belongs to another call. */
function refuseMixed({ options }: Call, signs: string | undefined): void {
  const asking = ['network', 'resolver', 'openly', 'sample', 'resume'].filter((name) => {
    const value = options[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
  const [first] = asking;
  if (first !== undefined && (signs !== undefined || options['last'] === true)) {
    throw new TakedownError('use', {
      code: 'asks-nobody',
      message: `--${first} says how to ask, and ${signs === undefined ? '--last' : '--sign-off'} asks nobody.`,
      hint: 'Look first: takedown precheck. Then sign what it showed.',
    });
  }
  const [alone] = ['note', 'yes'].filter((name) => options[name] !== undefined && options[name] !== false);
  if (alone === undefined || signs !== undefined) return;
  throw new TakedownError('use', {
    code: 'only-with-sign-off',
    message: `--${alone} belongs to --sign-off.`,
    hint: 'Who answers for the table is said with --sign-off "NAME".',
  });
}

function recorded(paths: CasePaths): RunSummary {
  const found = newestPrecheck(paths);
  if (found !== undefined) return found;
  throw new TakedownError('use', {
    code: 'never-prechecked',
    message: `Nobody has looked at ${paths.id} before service yet.`,
    hint: `Look first: takedown precheck ${paths.id}`,
  });
}

/** `undefined` after an interruption. */
async function look(call: Call, paths: CasePaths, loaded: LoadedCase): Promise<RunSummary | undefined> {
  const { context, terminal, options } = call;
  const asking: Asking = await afterTheRecord(askingOf(call, `${paths.folder}/../..`), paths);
  const sample = sampleIn(options['sample']);
  const terms = precheckTerms(loaded, asking, { openly: options['openly'] === true, ...(sample && { sample }) });
  const resume = resumed(call, paths);
  const bar = progressBar(context.err, terminal, context.clock.monotonic);
  const order = { paths, loaded, asking, precheck: terms, ...(resume !== undefined && { resume }) };
  try {
    const outcome = await carryOutCheck({ ...order, onProgress: bar.show });
    if (outcome.finished) return outcome.run;
    bar.clear();
    await context.err.write(`The look was interrupted; what was observed is kept in the run ${show(outcome.id)}.\n`);
    await context.err.write(`  Go on with: takedown precheck ${paths.id} --resume\n`);
    return undefined;
  } finally {
    bar.clear();
  }
}

function sampleIn(typed: unknown): number | 'all' | undefined {
  if (typeof typed !== 'string') return undefined;
  if (typed === 'all') return 'all';
  if (/^[1-9]\d{0,6}$/.test(typed)) return Number(typed);
  throw new TakedownError('use', {
    code: 'bad-sample',
    message: `--sample does not know "${show(typed)}".`,
    hint: 'Write how many names, or all.',
  });
}

function resumed({ options }: Call, paths: CasePaths): string | undefined {
  const typed = options['resume'];
  if (typed === undefined || typeof typed === 'string') return typed;
  const left = listRuns(paths, END_OF_TIME).unfinished.filter(({ purpose }) => purpose === 'precheck');
  const [newest] = left.toSorted((a, b) => (a.id < b.id ? 1 : -1));
  if (newest !== undefined) return newest.id;
  throw new TakedownError('use', {
    code: 'nothing-to-resume',
    message: 'There is no unfinished look before service.',
    hint: 'Begin one: takedown precheck',
  });
}
