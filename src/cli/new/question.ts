// The shape of a question of `takedown new` and `takedown amend`: key, flag, words, whether it must be answered, and what makes
// an answer wrong. The rows stand in new-questions-*.ts.

/** By the option's camel-case name; absent where nothing was answered. */
export type Answers = Readonly<Partial<Record<string, string>>>;

export interface Question {
  readonly key: string;
  readonly flag: string;
  readonly asks: string;
  readonly needed: boolean;
  /** Offered, and taken where nobody is asked. */
  readonly otherwise?: string;
  /** Offered where somebody is asked, because of what was answered before. */
  suggests?(answers: Answers): string | undefined;
  /** Absent: it is always asked. */
  when?(answers: Answers): boolean;
  readonly choices?: readonly (string | { readonly value: string; readonly words: string })[];
  /** Several of the choices, with commas. */
  readonly several?: true;
  /** What is wrong with an answer, in a few words; `undefined` when nothing is. */
  check(answer: string): string | undefined;
}

export const filled = (answer: string) => (answer.trim() === '' ? 'is empty' : undefined);
export const each = (answer: string, test: (one: string) => boolean, fault: string) => {
  const bad = answer
    .split(',')
    .map((one) => one.trim())
    .find((one) => !test(one));
  return bad === undefined ? undefined : bad === answer.trim() ? fault : `has ${bad}, which ${fault}`;
};
export const matching = (pattern: RegExp, fault: string) => (answer: string) =>
  pattern.test(answer) ? undefined : fault;
export const ORDER_ID = matching(/^[a-z0-9][a-z0-9-]*$/, 'may have small letters, digits and hyphens only');
export const oneOf = (known: readonly string[]) => (answer: string) =>
  known.includes(answer) ? undefined : `is none of ${known.join(', ')}`;
export const PERIOD = /^\d{1,3} (?:hours?|days?|business days?)$/;
