// Questions on a terminal, by inquirer. What a flag has answered is not asked again; Ctrl-C writes nothing.
import inquirer from 'inquirer';
import { TakedownError } from '../../model/takedown-error.ts';
import type { Answers, Question } from '../new-questions.ts';

export async function askFor(questions: readonly Question[], known: Answers): Promise<Answers> {
  const answers: Record<string, string> = {};
  for (const question of questions) {
    const given = known[question.key] ?? (await ask(question));
    if (given !== '') answers[question.key] = given;
  }
  return answers;
}

async function ask({ asks, needed, otherwise, choices, check }: Question): Promise<string> {
  const common = { name: 'answer', message: asks, ...(otherwise === undefined ? {} : { default: otherwise }) };
  const validate = (answer: string) => (answer === '' && !needed ? true : (check(answer) ?? true));
  try {
    const { answer } =
      choices === undefined
        ? await inquirer.prompt<{ answer: string }>([{ ...common, type: 'input', validate }], {})
        : await inquirer.prompt<{ answer: string }>([{ ...common, type: 'select', choices: [...choices] }], {});
    return answer.trim();
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
