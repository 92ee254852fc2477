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
    if (!(error instanceof Error) || error.name !== 'ExitPromptError') throw error;
    throw new TakedownError('failed', { code: 'stopped', message: 'Stopped; nothing was written.', cause: error });
  }
}
