// The work half of `takedown import`: what is typed stands in commands/import.ts.
import type { ImportedDoubt, ImportReport } from '../../reports/import/report.ts';
import { type AnswersFile, answersFile } from '../../store/case/import-answers.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { agreeTo } from '../import/agreeing.ts';
import { sit } from '../import/asking.ts';
import * as decisions from '../import/decisions.ts';
import { openGround } from '../import/ground.ts';
import { type Importable, importableOf } from '../import/importable.ts';
import { gather } from '../import/importing.ts';
import { manyNames } from '../import/long-list.ts';
import { personOf } from '../import/person.ts';
import { listSource } from '../import/reading-document.ts';
import { addedIn, areHidden, notAsked, outcomeLines, tell } from '../import/telling.ts';
import { textsOf } from '../options.ts';
import { printLines } from '../print.ts';

/** `look`: nothing is written. `ask`: at the terminal. `write`: what --accept says. `stop`: nobody can be asked. */
type Mode = 'look' | 'ask' | 'write' | 'stop';

export async function importNames(call: Call): Promise<number> {
  const accept = decisions.acceptTyped(call.options['accept']);
  const mode = modeOf(call, accept);
  const ground = await openGround(call);
  const sources = [];
  for (const file of call.arguments.slice(1)) sources.push(await listSource(call, file));
  // To hide a name it has to be held, which the quick way does not.
  const many = areHidden(call, ground.theCase) ? undefined : manyNames(ground, sources);
  const found = many ?? importableOf(await gather(call, ground, sources));
  const kept = answersFile(found.paths, found.digests, call.context.folder);
  const given = answersGiven(call, { found, kept, accept });
  return importFound(call, { found, kept, given, mode });
}

function modeOf({ options, terminal }: Call, accept: decisions.Accept | undefined): Mode {
  if (options['dryRun'] === true) return 'look';
  if (accept !== undefined) return 'write';
  return terminal.asks && !terminal.json ? 'ask' : 'stop';
}

interface Given {
  readonly found: Importable;
  readonly kept: AnswersFile;
  readonly accept: decisions.Accept | undefined;
}

function answersGiven({ options }: Call, { found, kept, accept }: Given): decisions.Answers {
  const doubts = [...found.doubts.keys()];
  const earlier = found.earlier.filter(({ sha256 }) => found.digests.includes(sha256));
  const typed = textsOf(options['answer']);
  return new Map([
    ...(accept === 'all' ? decisions.acceptedAsPrinted(doubts, (doubt) => isBroken(found, doubt)) : []),
    ...decisions.answersOf(earlier, doubts),
    ...decisions.answersKept(kept.lines, doubts),
    ...decisions.answersTyped(typed, doubts),
  ]);
}

function isBroken({ doubts }: Importable, doubt: ImportedDoubt): boolean {
  return doubts.get(doubt)?.doubts.some((one) => one === 'broken' || one === 'line-end') === true;
}

interface Found {
  readonly found: Importable;
  readonly kept: AnswersFile;
  readonly given: decisions.Answers;
  readonly mode: Mode;
}

async function importFound(call: Call, { found, kept, given, mode }: Found): Promise<number> {
  const { theCase } = found;
  const before = found.report(given);
  if (mode !== 'write') await tell(call, { report: before, theCase, asked: mode === 'ask' });
  const settled = addedIn(before) === 0 && leftIn(before) === 0;
  if (mode === 'look' || (mode === 'stop' && settled)) return EXIT.done;
  if (mode === 'stop') throw notAsked(before);
  const doubts = [...found.doubts.keys()];
  const mayBeBroken = (doubt: ImportedDoubt) => isBroken(found, doubt);
  const answers = mode === 'ask' ? await sit(call, { doubts, answers: given, kept, mayBeBroken }) : given;
  const report = found.report(answers);
  const person = personOf(call);
  const added = addedIn(report);
  if (mode === 'ask') await agreeTo(call, { names: added, report, person });
  const copies = await found.write({ answers, by: person.name, at: call.context.clock.now() }, call.context);
  const outcome = { added, left: leftIn(report), by: person.name, kept: copies };
  if (outcome.left === 0) kept.remove();
  if (mode === 'ask') await printLines(call.context.out, ['', ...outcomeLines(report, outcome)]);
  else await tell(call, { report: { ...report, written: true, by: person.name }, theCase, outcome });
  return outcome.left === 0 ? EXIT.done : EXIT.incomplete;
}

function leftIn({ check }: ImportReport): number {
  return check.filter(({ answer }) => answer === undefined || answer.kind === 'skip').length;
}
