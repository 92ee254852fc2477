// Question after question until nothing is left to ask, with a way back and every answer kept: what comes next follows from
// what was answered. Knows no terminal: who asks is handed in.
import type { Answers, Question } from './question.ts';

interface AskingDesk {
  questions(answers: Answers): readonly Question[];
  /** The answer; `undefined`: back to the question before. */
  ask(question: Question, answers: Answers, previous: string | undefined): Promise<string | undefined>;
  /** Told after every answer. */
  keep(answers: Answers): void;
}

/** Answers that may stay empty are there, and empty. */
export async function askAll(given: Answers, desk: AskingDesk): Promise<Answers> {
  let answers = given;
  const asked: string[] = [];
  const previous = new Map<string, string>();
  for (;;) {
    const next = desk.questions(answers).find(({ key }) => answers[key] === undefined);
    if (next === undefined) return answers;
    const answer = await desk.ask(next, answers, previous.get(next.key));
    const key = answer === undefined ? asked.pop() : next.key;
    if (key === undefined) continue;
    if (answer === undefined) {
      previous.set(key, answers[key] ?? '');
      answers = without(answers, key);
      continue;
    }
    asked.push(key);
    answers = { ...answers, [key]: answer };
    desk.keep(answers);
  }
}

export function without(answers: Answers, key: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([other]) => other !== key));
}
