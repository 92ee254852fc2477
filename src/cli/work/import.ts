// The work half of `takedown import`: what is typed stands in commands/import.ts.
import { sealInForce } from '../../model/seal.ts';
import { hideNames } from '../../model/sealed-names.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { importJson } from '../../reports/import-json.ts';
import type { ImportedDoubt, ImportReport } from '../../reports/import-report.ts';
import { importLines } from '../../reports/import-text.ts';
import { type AnswersFile, answersFile } from '../../store/import-answers.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { sit } from '../import-asking.ts';
import { type Answers, acceptedAsPrinted, acceptTyped, answersKept, answersTyped } from '../import-decisions.ts';
import { personOf, personWords } from '../import-person.ts';
import { takenOf, write } from '../import-writing.ts';
import { type Gathered, gather } from '../importing.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf } from '../view.ts';

export async function importNames(call: Call): Promise<number> {
  const { options, terminal, context } = call;
  const accept = acceptTyped(options['accept']);
  const found = await gather(call);
  const doubts = [...found.doubts.keys()];
  const kept = answersFile(
    found.paths,
    found.documents.map(({ sha256 }) => sha256),
    context.folder,
  );
  const typed = Array.isArray(options['answer']) ? options['answer'].filter((one) => typeof one === 'string') : [];
  const mayBeBroken = (doubt: ImportedDoubt) => isBroken(found, doubt);
  const given = new Map([
    ...(accept === 'all' ? acceptedAsPrinted(doubts, mayBeBroken) : []),
    ...answersKept(kept.lines, doubts),
    ...answersTyped(typed, doubts),
  ]);
  const asks = terminal.asks && !terminal.json && accept === undefined && options['dryRun'] !== true;
  if (options['dryRun'] === true || (accept === undefined && !asks)) {
    await tell(call, found, { answers: given, written: false });
    if (options['dryRun'] === true || isNothing(found, given)) return EXIT.done;
    throw notAsked(found.report);
  }
  if (asks) await tell(call, found, { answers: given, written: false, asked: true });
  const answers = asks ? await sit(call, { doubts, answers: given, kept, mayBeBroken }) : given;
  return conclude(call, found, { answers, asks, kept });
}

function isBroken({ doubts }: Gathered, doubt: ImportedDoubt): boolean {
  return doubts.get(doubt)?.doubts.some((one) => one === 'broken' || one === 'line-end') === true;
}

interface Conclusion {
  readonly answers: Answers;
  readonly asks: boolean;
  readonly kept: AnswersFile;
}

async function conclude(call: Call, found: Gathered, { answers, asks, kept }: Conclusion): Promise<number> {
  const { context } = call;
  const count = countOf(found, answers);
  const person = personOf(call);
  if (count > 0 && asks) {
    const { confirmed } = await import('../terminal/prompts.ts');
    const names = count === 1 ? 'One name' : `${count} names`;
    const agreed = await confirmed(
      `${names} to ${found.target.label}, accepted by ${personWords(person)}: write them?`,
    );
    if (!agreed) throw new TakedownError('failed', { code: 'stopped', message: 'Stopped; nothing was written.' });
  }
  await write(found, { answers, by: person.name, at: context.clock.now() }, context);
  const left = found.report.check.filter((doubt) => (answers.get(doubt) ?? { kind: 'skip' }).kind === 'skip');
  if (left.length === 0) kept.remove();
  if (asks) await printLines(context.out, ['', ...outcome(found, { count, left: left.length, by: person.name })]);
  else await tell(call, found, { answers, written: true, by: person.name });
  return left.length === 0 ? EXIT.done : EXIT.incomplete;
}

function countOf(found: Gathered, answers: Answers): number {
  return takenOf(found, answers).reduce((sum, { names }) => sum + names.length, 0);
}

function isNothing(found: Gathered, answers: Answers): boolean {
  return found.report.check.length === 0 && countOf(found, answers) === 0;
}

interface Told {
  readonly answers: Answers;
  readonly written: boolean;
  readonly by?: string;
  /** What is doubtful is asked about next. */
  readonly asked?: boolean;
}

async function tell(call: Call, found: Gathered, { answers, written, by, asked = false }: Told): Promise<void> {
  const { context, terminal } = call;
  const added = takenOf(found, answers).flatMap(({ names }) => names.map(({ name }) => name));
  const report: ImportReport = {
    ...found.report,
    ...withAnswers(found.report, answers),
    added,
    written,
    ...(by === undefined ? {} : { by }),
  };
  const hide = hiding(call, found);
  if (terminal.json) {
    const whole = [...importJson(report, envelopeOf(context, []))].join('');
    await printPieces(context.out, [hide(whole)]);
    return;
  }
  const left = report.check.filter(({ answer }) => answer === undefined || answer.kind === 'skip').length;
  const end = written
    ? ['', ...outcome(found, { count: added.length, left, ...(by === undefined ? {} : { by }) })]
    : [];
  const lines = [...importLines(report, { ...surfaceOf(terminal), all: terminal.verbose, asked }), ...end];
  await printLines(context.out, lines.map(hide));
}

function withAnswers({ check }: ImportReport, answers: Answers): Pick<ImportReport, 'check'> {
  return {
    check: check.map((doubt) => {
      const answer = answers.get(doubt);
      return answer === undefined ? doubt : { ...doubt, answer };
    }),
  };
}

function outcome(
  { target }: Gathered,
  { count, left, by = '' }: { readonly count: number; readonly left: number; readonly by?: string },
): readonly string[] {
  const names = count === 0 ? 'Nothing was added' : `${count} ${count === 1 ? 'name' : 'names'} added`;
  const rest = left === 0 ? [] : [`  ${left} left to check: on a terminal they are asked about; else --answer`];
  return [`${names} to ${target.label}${count === 0 ? '' : `, accepted by ${by}`}`, ...rest];
}

/** In the log of a CI job nobody reads the names of a sealed case, and those to come are no less sealed. */
function hiding(call: Call, { theCase, report }: Gathered): (text: string) => string {
  if (call.context.ci === undefined || sealInForce(theCase, call.context.clock.now()) === undefined)
    return (text) => text;
  const listed = theCase.schedules.flatMap(({ names }) => names);
  const found = [
    ...report.sure.map(({ name }) => name),
    ...report.check.flatMap(({ candidates }) => candidates.map(({ name }) => name)),
  ];
  return hideNames([...listed, ...found.map((name) => ({ name, unicode: name, registrable: name }))]);
}

function notAsked({ added, check }: ImportReport): TakedownError {
  const left = check.length === 0 ? '' : `, and ${check.length} are to check`;
  return new TakedownError('use', {
    code: 'not-asked',
    message: `${added.length} names could be added${left}, but there is no terminal to ask at; nothing was written.`,
    hint: 'Give --accept sure to write what is beyond doubt, and --answer for the rest; or --dry-run to look only.',
  });
}
