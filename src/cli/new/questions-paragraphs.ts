// The questions of `takedown new` about paragraphs: which relief of the library the order has, and of each the number, the
// words, whom it directs and until when. In `--answers`: paragraphs, by the id of the relief.
import { clauseLines, libraryRow, RELIEF_LIBRARY } from '../../casefile/relief-library.ts';
import { type Answers, each, filled, matching, PERIOD, type Question } from './question.ts';

const ROLES = ['registry-operator', 'registrar', 'provider'];

export const RELIEF_QUESTION: Question = {
  key: 'relief',
  flag: '--relief',
  asks: 'What the order directs',
  needed: false,
  several: true,
  choices: RELIEF_LIBRARY.map(({ id, words }) => ({ value: id, words })),
  suggests: ({ ianaId = '', prefixes = '' }) =>
    [...(ianaId === '' ? [] : ['transfer']), ...(prefixes === '' ? [] : ['redirect']), 'preserve'].join(','),
  check: (answer) =>
    each(answer, (one) => libraryRow(one) !== undefined, `is none of ${RELIEF_LIBRARY.map(({ id }) => id).join(', ')}`),
};

export function reliefsIn({ relief = '' }: Answers): readonly string[] {
  const ids = relief.split(',').map((id) => id.trim());
  return RELIEF_LIBRARY.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}

export function paragraphQuestions(answers: Answers): readonly Question[] {
  return reliefsIn(answers).flatMap((id, index) => ofParagraph(id, index, answers));
}

function ofParagraph(id: string, index: number, { petitioner = '' }: Answers): readonly Question[] {
  const row = libraryRow(id);
  if (row === undefined) return [];
  const common = { flag: '--answers', needed: false } as const;
  const kinds = clauseLines(row, petitioner).map((line) => /kind: ([a-z-]+)/.exec(line)?.[1] ?? line);
  return [
    {
      ...common,
      key: `paragraphs.${id}.number`,
      asks: `Number of the paragraph that directs: ${row.words} (${kinds.join(', ')})`,
      suggests: () => String(index + 1),
      check: filled,
    },
    {
      ...common,
      key: `paragraphs.${id}.text`,
      asks: "The order's own words of it (may stay empty: to be written later)",
      check: filled,
    },
    {
      ...common,
      key: `paragraphs.${id}.directedTo`,
      asks: 'Whom it directs, with commas',
      suggests: () => row.directedTo.join(','),
      check: (answer) => each(answer, (one) => ROLES.includes(one), `is none of ${ROLES.join(', ')}`),
    },
    {
      ...common,
      key: `paragraphs.${id}.due`,
      asks: 'To be done within, from receipt (may stay empty)',
      suggests: ({ due }) => due,
      check: matching(PERIOD, 'is no period such as "3 business days"'),
    },
  ];
}
