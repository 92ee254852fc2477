// Questions on a terminal, by inquirer. What a flag has answered is not asked again; Ctrl-C writes nothing, and neither does a signal
// that comes while a question stands.
import inquirer from 'inquirer';
import { TakedownError } from '../../model/takedown-error.ts';
import type { Answers, Question } from '../new/question.ts';

/** Typed, or chosen: the question before this one is put again. */
export const BACK = '<';
/** Typed where something is offered: it is to stay empty all the same. */
const NOTHING = '-';

export async function askFor(questions: readonly Question[], known: Answers, signal: AbortSignal): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const given = known[question.key] ?? (await askOne(question, { ...known, ...answers }, { signal }));
    if (given !== '') answers[question.key] = given;
  }
  return answers;
}

interface Asking {
  /** What was answered before, to be offered again. */
  readonly previous?: string | undefined;
  readonly back?: boolean;
  readonly signal: AbortSignal;
}

export async function askOne(question: Question, answers: Answers, asking: Asking): Promise<string> {
  const { asks, suggests, otherwise } = question;
  const prompt = promptUntil(asking.signal);
  const offered = asking.previous ?? suggests?.(answers) ?? otherwise;
  const common = {
    name: 'answer',
    message: asks,
    ...(offered === undefined || offered === '' ? {} : { default: offered }),
  };
  try {
    if (question.several === true) return await askSeveral(question, { offered, asking });
    if (question.choices !== undefined) {
      const choices = choicesOf(question, asking);
      return (await prompt<{ answer: string }>([{ ...common, type: 'select', choices }], {})).answer;
    }
    const validate = (answer: string) => faultOf(question, answer.trim(), asking) ?? true;
    const { answer } = await prompt<{ answer: string }>([{ ...common, type: 'input', validate }], {});
    return answer.trim() === NOTHING && !question.needed ? '' : answer.trim();
  } catch (error) {
    throw stopOf(error);
  }
}

function faultOf({ needed, check }: Question, answer: string, { back }: Asking): string | undefined {
  if (back === true && answer === BACK) return undefined;
  if (answer === '' || answer === NOTHING) return needed ? 'is needed' : undefined;
  return check(answer);
}

interface Offering {
  readonly offered: string | undefined;
  readonly asking: Asking;
}

async function askSeveral(question: Question, { offered = '', asking }: Offering): Promise<string> {
  const chosen = offered.split(',');
  const choices = choicesOf(question, asking).map((choice) => ({ ...choice, checked: chosen.includes(choice.value) }));
  const row = { type: 'checkbox', name: 'answer', message: question.asks, choices, pageSize: 14 } as const;
  const { answer } = await promptUntil(asking.signal)<{ answer: string[] }>([row], {});
  return answer.includes(BACK) ? BACK : answer.join(',');
}

function choicesOf(
  { choices = [] }: Question,
  { back }: Asking,
): readonly { readonly name: string; readonly value: string }[] {
  const own = choices.map((choice) =>
    typeof choice === 'string' ? { name: choice, value: choice } : { name: choice.words, value: choice.value },
  );
  return back === true ? [...own, { name: '(back to the question before)', value: BACK }] : own;
}

/** One of several ways on. */
export async function chosen<T extends string>(
  asks: string,
  choices: readonly { readonly value: T; readonly words: string }[],
  signal: AbortSignal,
): Promise<T> {
  try {
    const rows = choices.map(({ value, words }) => ({ name: words, value }));
    const row = { type: 'select', name: 'answer', message: asks, choices: rows, pageSize: 14 } as const;
    const { answer } = await promptUntil(signal)<{ answer: string }>([row], {});
    const found = choices.find(({ value }) => value === answer);
    if (found === undefined) throw new Error(`nobody offered "${answer}"`);
    return found.value;
  } catch (error) {
    throw stopOf(error);
  }
}

/** A question that is answered with yes, or else with no. */
export async function confirmed(asks: string, signal: AbortSignal): Promise<boolean> {
  try {
    const question = { type: 'confirm', name: 'answer', message: asks, default: false } as const;
    const { answer } = await promptUntil(signal)<{ answer: boolean }>([question], {});
    return answer;
  } catch (error) {
    throw stopOf(error);
  }
}

/** Questions that the signal ends; the terminal is then as it was. */
export function promptUntil(signal: AbortSignal) {
  return inquirer.createPromptModule({ signal });
}

export function isInterruption(error: unknown): boolean {
  return error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError');
}

/** Ctrl-C at a question, or a signal; anything else is what it was. */
function stopOf(error: unknown): unknown {
  if (!isInterruption(error)) return error;
  return new TakedownError('interrupted', { code: 'stopped', message: 'Stopped; nothing was written.', cause: error });
}
