// The work half of `takedown watch`: what is typed stands in commands/watch.ts.
import { setMaxListeners } from 'node:events';
import { renderProblems } from '../../casefile/render-problem.ts';
import { show } from '../../model/text/harmless.ts';
import { answersIn } from '../../progress/answers.ts';
import { waitingLines, waitingOf } from '../../reports/status/watch.ts';
import { afterTheRecord } from '../check/after-the-record.ts';
import { reportCheck } from '../check/ending.ts';
import { gateCode, gatesIn } from '../check/gate.ts';
import { keepLittleMemory } from '../check/little-memory.ts';
import { codeAfter, openNotifying } from '../check/notifying.ts';
import { seenOf } from '../check/seen.ts';
import type { Call } from '../command.ts';
import type { Output } from '../context.ts';
import { askingOf } from '../network.ts';
import type { CaseView } from '../view.ts';
import { type WatchScreen, watchScreen } from '../watch/screen.ts';
import { watchTermsIn } from '../watch/terms.ts';
import { keepLooking, type Watched } from '../watch/watching.ts';
import { caseIn, caseMeant } from '../workspace.ts';

export async function watch(call: Call): Promise<number> {
  keepLittleMemory();
  const { context, options, terminal } = call;
  setMaxListeners(0, context.interruption);
  const gates = gatesIn(options['failOn'], ['reverted', 'overdue']);
  const paths = caseMeant(call, call.arguments[0]);
  const loaded = await caseIn(paths, { quick: false, from: context.folder });
  const asking = await afterTheRecord(askingOf(call, `${paths.folder}/../..`), paths);
  const now = asking.context.clock.now();
  const terms = watchTermsIn(options, { court: loaded.theCase.court, now, network: asking.network });
  if (loaded.problems.length > 0 && !terminal.quiet && !terminal.json)
    await context.err.write(`${renderProblems(loaded.problems, context.err.columns)}\n`);
  const screen = watchScreen(call);
  const quiet = { ...asking, context: { ...asking.context, err: remarksTo(screen, context.err) } };
  const notifying = await openNotifying(call, { loaded, asking, say: screen.remark });
  context.endsOrdinarily?.();
  const tell = (view: CaseView) => notifying.tell(seenOf(view, call));
  const looking = keepLooking({ paths, loaded, asking: quiet, terms, screen, tell });
  const { before, after, left, told } = await closing(screen, looking);
  const { lastRun } = before.progress;
  const shown = { ...call, terminal: { ...terminal, width: context.out.columns } };
  const seen = seenOf(after, call);
  const then = { answers: answersIn(before.progress.names), ...(lastRun && { lastRun }) };
  await reportCheck(shown, { after: seen, compared: { before: then, answers: seen.answers } });
  const waiting = terms.until === undefined ? (waitingOf(after.progress) ?? []) : [];
  for (const line of waitingLines(paths.id, waiting)) await context.err.write(`${line}\n`);
  if (left !== undefined) await leftText(call, { id: left, name: paths.id });
  return codeAfter(gateCode(after.progress, gates), told);
}

/** What lookups say on the way must not be written into the block that is drawn over. */
function remarksTo(screen: WatchScreen, err: Output): Output {
  return { ...err, write: (text) => screen.remark(`${text}`.trimEnd()) };
}

/** The screen is cleared also where a watch ends in an error, so that this can be read. */
async function closing(screen: WatchScreen, watching: Promise<Watched>): Promise<Watched> {
  try {
    return await watching;
  } finally {
    await screen.close();
  }
}

async function leftText({ context, options }: Call, { id, name }: { readonly id: string; readonly name: string }) {
  const { network } = options;
  const on = typeof network === 'string' ? ` --network ${show(network)}` : '';
  await context.err.write(`The last look was interrupted; what it saw is kept in the unfinished run ${show(id)}.\n`);
  await context.err.write(`  Go on with: takedown check ${name}${on} --resume\n`);
}
