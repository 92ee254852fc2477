// All questions of `takedown new`, in their order, as far as they follow from what was answered: which paragraphs and which
// recipients there are to ask about depends on it.
import type { Answers, Question } from './question.ts';
import { CASE_QUESTIONS } from './questions-case.ts';
import { ORDER_QUESTIONS } from './questions-order.ts';
import { paragraphQuestions, RELIEF_QUESTION } from './questions-paragraphs.ts';
import { recipientQuestions } from './questions-recipients.ts';

/** Those that do not depend on others: each has a flag. */
export const QUESTIONS: readonly Question[] = [...CASE_QUESTIONS, ...ORDER_QUESTIONS, RELIEF_QUESTION];

/** `unlisted`: top levels of the names that no recipient is listed for. */
export function questionsFor(answers: Answers, unlisted: readonly string[]): readonly Question[] {
  const all = [...QUESTIONS, ...paragraphQuestions(answers), ...recipientQuestions(answers, unlisted)];
  return all.filter(({ when }) => when === undefined || when(answers));
}
