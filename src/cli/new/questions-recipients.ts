// The questions of `takedown new` about registry operators that nobody is listed for: one for each top level of the names. In
// `--answers`: recipients, by the top level.
import { parseMailAddress } from '../../model/letter/mail-address.ts';
import { type Answers, filled, type Question } from './question.ts';

export function recipientQuestions(answers: Answers, unlisted: readonly string[]): readonly Question[] {
  return unlisted.flatMap((tld, index) => ofOperator(tld, { answers, earlier: unlisted.slice(0, index) }));
}

interface Asked {
  readonly answers: Answers;
  /** Top levels that were asked about before: what was said of their operator is not asked once more. */
  readonly earlier: readonly string[];
}

function ofOperator(tld: string, { answers, earlier }: Asked): readonly Question[] {
  const key = (part: string) => `recipients.${tld}.${part}`;
  const name = answers[key('name')] ?? '';
  const known = name === '' || earlier.some((other) => answers[`recipients.${other}.name`] === name);
  const common = { flag: '--answers', needed: false } as const;
  const first: Question = {
    ...common,
    key: key('name'),
    asks: `Nobody is listed for .${tld}. The legal entity that runs it (may stay empty)`,
    check: filled,
  };
  if (known) return [first];
  return [
    first,
    {
      ...common,
      key: key('reach'),
      asks: "Does the court's order bind it (ordered), or is it asked (requested)?",
      otherwise: 'requested',
      choices: ['ordered', 'requested'],
      check: (answer) => (/^(?:ordered|requested)$/.test(answer) ? undefined : 'is neither ordered nor requested'),
    },
    { ...common, key: key('because'), asks: 'Why, such as "incorporated in Virginia" (may stay empty)', check: filled },
    {
      ...common,
      key: key('email'),
      asks: 'Where it takes orders by mail (may stay empty)',
      check: (answer) => (parseMailAddress(answer) === undefined ? 'is not one plain mail address' : undefined),
    },
    {
      ...common,
      key: key('address'),
      asks: 'Its postal address, with commas between lines (may stay empty)',
      check: filled,
    },
  ];
}
