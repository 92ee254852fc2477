// The questions of `takedown amend`, as rows: those that every order has are those of `takedown new`.

import { ORDER_KINDS } from '../../model/case/order.ts';
import { parseInstant } from '../../model/instant.ts';
import { ORDER_ID, oneOf, type Question } from '../new/question.ts';
import { QUESTIONS } from '../new/questions.ts';
import { LISTS } from '../options.ts';

function shared(key: string): readonly Question[] {
  return QUESTIONS.filter((question) => question.key === key);
}

export const ORDER_QUESTIONS: readonly Question[] = [
  { key: 'order', flag: '--order', asks: 'Short id of the new order', needed: true, check: ORDER_ID },
  {
    key: 'kind',
    flag: '--kind',
    asks: 'Kind of order',
    needed: true,
    otherwise: 'supplemental-order',
    choices: ORDER_KINDS,
    check: oneOf(ORDER_KINDS),
  },
  ...shared('entered'),
  ...shared('docketEntry'),
  ...shared('expires'),
];

export const LIST_QUESTIONS: readonly Question[] = [
  {
    key: 'list',
    flag: '--list',
    asks: 'The file is: further names (add), all names from now on (replace), names that are let go (release)',
    needed: true,
    choices: LISTS,
    check: oneOf(LISTS),
  },
  ...shared('statedCount'),
];

export const EXTENDS_QUESTIONS: readonly Question[] = [
  {
    key: 'extends',
    flag: '--extends',
    asks: 'Earlier order that stays in force for longer (may stay empty)',
    needed: false,
    check: ORDER_ID,
  },
];

export const UNTIL_QUESTIONS: readonly Question[] = [
  {
    key: 'until',
    flag: '--until',
    asks: 'Until: an instant, or further-order',
    needed: true,
    otherwise: 'further-order',
    check: (answer) =>
      answer === 'further-order' || parseInstant(answer) !== undefined
        ? undefined
        : 'is neither further-order nor an instant',
  },
];
