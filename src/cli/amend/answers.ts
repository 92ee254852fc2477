// What is known of a later order before its names are read: from flags, from an order that was written beforehand, from
// questions on a terminal. What both a flag and the written order say is refused: one of the two would be lost.
import { writtenKeys } from '../../casefile/written-keys.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { readSource } from '../../store/sources.ts';
import type { Call } from '../command.ts';
import type { Answers, Question } from '../new/question.ts';
import { LISTS, type ListIs } from '../options.ts';
import { sound } from '../workspace.ts';
import { EXTENDS_QUESTIONS, LIST_QUESTIONS, ORDER_QUESTIONS, UNTIL_QUESTIONS } from './questions.ts';

export interface AmendAnswers {
  /** By key, as typed; what the written order says is not among them. */
  readonly answers: Answers;
  readonly list?: ListIs;
  /** The text of `--answers`, and its keys with their texts. */
  readonly written?: string;
  readonly id: string;
}

/** Keys of an order by the question that would ask for them. */
const KEY_OF: Readonly<Record<string, string>> = {
  order: 'id',
  kind: 'kind',
  entered: 'entered',
  docketEntry: 'docket-entry',
  expires: 'expires',
  extends: 'extends',
};

export async function amendAnswers(call: Call, withList: boolean): Promise<AmendAnswers> {
  const typed: Record<string, string> = {};
  for (const [key, value] of Object.entries(call.options)) if (typeof value === 'string') typed[key] = value;
  const written = writtenOrder(call, typed['answers']);
  const said = (key: string) => written?.keys.has(KEY_OF[key] ?? key) === true;
  const twice = Object.keys(KEY_OF).filter((key) => typed[key] !== undefined && said(key));
  if (twice.length > 0) throw use('said-twice', `The file of --answers says "${KEY_OF[twice[0] ?? '']}" already.`);
  const wanted = [...ORDER_QUESTIONS, ...EXTENDS_QUESTIONS].filter(({ key }) => !said(key));
  const rounds = [wanted, withList ? LIST_QUESTIONS : [], UNTIL_QUESTIONS];
  // A word that is wrong is told before flags that are missing, also where it would not have been asked for.
  refuseWrong([...wanted, ...LIST_QUESTIONS, ...UNTIL_QUESTIONS], typed);
  if (typed['list'] !== undefined && !withList) {
    throw use('no-list', '--list says what the file is, and no file is given.', 'Name it: takedown amend CASE FILE');
  }
  const answers = await asked(call, typed, rounds);
  const id = answers['order'] ?? written?.keys.get('id') ?? '';
  const list = LISTS.find((one) => one === answers['list']);
  return { answers, id, ...(list && withList ? { list } : {}), ...(written && { written: written.text }) };
}

/** The last round is about an extension, and is put only where there is one. */
async function asked(call: Call, typed: Answers, rounds: readonly (readonly Question[])[]): Promise<Answers> {
  const asks = call.terminal.asks && call.options['yes'] !== true && !call.terminal.json;
  let answers = typed;
  for (const round of rounds) {
    if (round === UNTIL_QUESTIONS && answers['extends'] === undefined) continue;
    if (asks)
      answers = {
        ...answers,
        ...(await (await import('../terminal/prompts.ts')).askFor(round, answers, call.context.interruption)),
      };
    const missing = round.filter(({ key, needed }) => needed && answers[key] === undefined).map(({ flag }) => flag);
    if (missing.length === 0) continue;
    throw use('missing-answers', `Missing: ${missing.join(', ')}.`, 'On a terminal they are asked for.');
  }
  return answers;
}

function refuseWrong(questions: readonly Question[], typed: Answers): void {
  const wrong = questions.flatMap(({ key, flag, check }) => {
    const value = typed[key];
    const fault = value === undefined ? undefined : check(value);
    return fault === undefined ? [] : [`${flag} "${value}" ${fault}.`];
  });
  if (wrong.length > 0) throw use('bad-answer', wrong.join('\n'));
}

function writtenOrder({ context }: Call, file: string | undefined) {
  if (file === undefined) return undefined;
  const source = readSource(file, context.folder);
  if (source === undefined) throw use('no-such-file', `There is no file ${file}.`);
  return sound(writtenKeys(source), file).value;
}

function use(code: string, message: string, hint = 'See: takedown help amend'): TakedownError {
  return new TakedownError('use', { code, message, hint });
}
