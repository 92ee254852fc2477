// The work half of `takedown import`: what is typed stands in commands/import.ts.
import type { ImportedDoubt, ImportReport } from '../../reports/import-report.ts';
import { type AnswersFile, answersFile } from '../../store/import-answers.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { agreeTo } from '../import-agreeing.ts';
import { sit } from '../import-asking.ts';
import * as decisions from '../import-decisions.ts';
import { type Ground, openGround } from '../import-ground.ts';
import { personOf } from '../import-person.ts';
import { type ManyNames, manyNames, writeMany } from '../import-plain.ts';
import { areHidden, notAsked, outcomeLines, tell } from '../import-telling.ts';
import { takenOf, write } from '../import-writing.ts';
import { type Gathered, gather } from '../importing.ts';
import { printLines } from '../print.ts';
import { listSource } from '../reading-document.ts';

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
  if (many !== undefined) return importMany(call, { ground, many, mode });
  const found = await gather(call, ground, sources);
  const kept = answersFile(found.paths, digestsOf(found), call.context.folder);
  const given = answersGiven(call, { found, kept, accept });
  return importFound(call, { found, kept, given, mode });
}

function modeOf({ options, terminal }: Call, accept: decisions.Accept | undefined): Mode {
  if (options['dryRun'] === true) return 'look';
  if (accept !== undefined) return 'write';
  return terminal.asks && !terminal.json ? 'ask' : 'stop';
}

function digestsOf({ documents }: Gathered): readonly string[] {
  return documents.map(({ sha256 }) => sha256);
}

interface Given {
  readonly found: Gathered;
  readonly kept: AnswersFile;
  readonly accept: decisions.Accept | undefined;
}

function answersGiven({ options }: Call, { found, kept, accept }: Given): decisions.Answers {
  const doubts = [...found.doubts.keys()];
  const digests = digestsOf(found);
  const earlier = found.earlier.filter(({ sha256 }) => digests.includes(sha256));
  const typed = Array.isArray(options['answer']) ? options['answer'].filter((one) => typeof one === 'string') : [];
  return new Map([
    ...(accept === 'all' ? decisions.acceptedAsPrinted(doubts, (doubt) => isBroken(found, doubt)) : []),
    ...decisions.answersOf(earlier, doubts),
    ...decisions.answersKept(kept.lines, doubts),
    ...decisions.answersTyped(typed, doubts),
  ]);
}

function isBroken({ doubts }: Gathered, doubt: ImportedDoubt): boolean {
  return doubts.get(doubt)?.doubts.some((one) => one === 'broken' || one === 'line-end') === true;
}

interface Found {
  readonly found: Gathered;
  readonly kept: AnswersFile;
  readonly given: decisions.Answers;
  readonly mode: Mode;
}

async function importFound(call: Call, { found, kept, given, mode }: Found): Promise<number> {
  const { theCase } = found;
  const before = reportWith(found, given);
  if (mode !== 'write') await tell(call, { report: before, theCase, asked: mode === 'ask' });
  const settled = before.added.length === 0 && leftIn(before) === 0;
  if (mode === 'look' || (mode === 'stop' && settled)) return EXIT.done;
  if (mode === 'stop') throw notAsked(before);
  const doubts = [...found.doubts.keys()];
  const mayBeBroken = (doubt: ImportedDoubt) => isBroken(found, doubt);
  const answers = mode === 'ask' ? await sit(call, { doubts, answers: given, kept, mayBeBroken }) : given;
  const report = reportWith(found, answers);
  const person = personOf(call);
  if (mode === 'ask') await agreeTo(call, { names: report.added.length, report, person });
  const copies = await write(found, { answers, by: person.name, at: call.context.clock.now() }, call.context);
  const outcome = { added: report.added.length, left: leftIn(report), by: person.name, kept: copies };
  if (outcome.left === 0) kept.remove();
  if (mode === 'ask') await printLines(call.context.out, ['', ...outcomeLines(report, outcome)]);
  else await tell(call, { report: { ...report, written: true, by: person.name }, theCase, outcome });
  return outcome.left === 0 ? EXIT.done : EXIT.incomplete;
}

function reportWith(found: Gathered, answers: decisions.Answers): ImportReport {
  const check = found.report.check.map((doubt) => {
    const answer = answers.get(doubt);
    return answer === undefined ? doubt : { ...doubt, answer };
  });
  const added = takenOf(found, answers).flatMap(({ names }) => names.map(({ name }) => name));
  return { ...found.report, check, added };
}

function leftIn({ check }: ImportReport): number {
  return check.filter(({ answer }) => answer === undefined || answer.kind === 'skip').length;
}

interface Many {
  readonly ground: Ground;
  readonly many: ManyNames;
  readonly mode: Mode;
}

/** A list with nothing in it that anybody would have to look at. */
async function importMany(call: Call, { ground, many, mode }: Many): Promise<number> {
  const { report } = many;
  const { theCase } = ground;
  if (mode !== 'write') await tell(call, { report, theCase });
  const added = report.many?.added ?? 0;
  if (mode === 'write' && added === 0)
    await tell(call, { report, theCase, outcome: { added, left: 0, by: '', kept: [] } });
  if (mode === 'look' || added === 0) return EXIT.done;
  if (mode === 'stop') throw notAsked(report);
  const person = personOf(call);
  if (mode === 'ask') await agreeTo(call, { names: added, report, person });
  const kept = await writeMany(ground, many, { by: person.name, at: call.context.clock.now(), context: call.context });
  const outcome = { added, left: 0, by: person.name, kept };
  if (mode === 'ask') await printLines(call.context.out, ['', ...outcomeLines(report, outcome)]);
  else await tell(call, { report: { ...report, written: true, by: person.name }, theCase, outcome });
  return EXIT.done;
}
