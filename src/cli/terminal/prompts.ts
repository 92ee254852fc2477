// Questions on a terminal, by inquirer. What a flag has answered is not asked again; Ctrl-C writes nothing.
import inquirer from 'inquirer';
import { TakedownError } from '../../model/takedown-error.ts';
import type { Answers, Question } from '../question.ts';

/** Typed, or chosen: the question before this one is put again. */
export const BACK = '<';
/** Typed where something is offered: it is to stay empty all the same. */
const NOTHING = '-';

export async function askFor(questions: readonly Question[], known: Answers): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const given = known[question.key] ?? (await askOne(question, { ...known, ...answers }));
    if (given !== '') answers[question.key] = given;
  }
  return answers;
}

export interface Asking {
  /** What was answered before, to be offered again. */
  readonly previous?: string | undefined;
  readonly back?: boolean;
}

export async function askOne(question: Question, answers: Answers, asking: Asking = {}): Promise<string> {
  const { asks, suggests, otherwise } = question;
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
      return (await inquirer.prompt<{ answer: string }>([{ ...common, type: 'select', choices }], {})).answer;
    }
    const validate = (answer: string) => faultOf(question, answer.trim(), asking) ?? true;
    const { answer } = await inquirer.prompt<{ answer: string }>([{ ...common, type: 'input', validate }], {});
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
  const prompt = { type: 'checkbox', name: 'answer', message: question.asks, choices, pageSize: 14 } as const;
  const { answer } = await inquirer.prompt<{ answer: string[] }>([prompt], {});
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
): Promise<T> {
  try {
    const rows = choices.map(({ value, words }) => ({ name: words, value }));
    const prompt = { type: 'select', name: 'answer', message: asks, choices: rows, pageSize: 14 } as const;
    const { answer } = await inquirer.prompt<{ answer: string }>([prompt], {});
    const found = choices.find(({ value }) => value === answer);
    if (found === undefined) throw new Error(`nobody offered "${answer}"`);
    return found.value;
  } catch (error) {
    throw stopOf(error);
  }
}

/** A question that is answered with yes, or else with no. */
export async function confirmed(asks: string): Promise<boolean> {
  try {
    const question = { type: 'confirm', name: 'answer', message: asks, default: false } as const;
    const { answer } = await inquirer.prompt<{ answer: boolean }>([question], {});
    return answer;
  } catch (error) {
    throw stopOf(error);
  }
}

/** Ctrl-C at a question; anything else is what it was. */
function stopOf(error: unknown): unknown {
  if (!(error instanceof Error) || error.name !== 'ExitPromptError') return error;
  return new TakedownError('failed', { code: 'stopped', message: 'Stopped; nothing was written.', cause: error });
}
