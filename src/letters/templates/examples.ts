// Letters that never were, to try templates on: for each purpose, role and reach one that has everything and one that has only
// what every letter has. All names are reserved ones.

import type { Reach, Role } from '../../model/case/party.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { LetterValues } from '../values/values.ts';
import { fullValues } from './examples-full.ts';
import { leastValues, RECIPIENTS } from './examples-least.ts';

interface ExampleKind {
  readonly purpose: Purpose;
  readonly role: Role;
  readonly reach: Reach;
  readonly amount: 'full' | 'least';
}

export function exampleValues({ purpose, role, reach, amount }: ExampleKind): LetterValues {
  const least = leastValues(purpose, reach, RECIPIENTS[role]);
  return amount === 'least' ? least : fullValues(least);
}

/** Of every kind that a template of these roles and reaches could be used for. */
export function examplesFor(template: {
  readonly purpose: Purpose;
  readonly roles: readonly Role[];
  readonly reach: readonly Reach[];
}): readonly LetterValues[] {
  const amounts: readonly ExampleKind['amount'][] = ['full', 'least'];
  return template.roles.flatMap((role) =>
    template.reach.flatMap((reach) =>
      amounts.map((amount) => exampleValues({ purpose: template.purpose, role, reach, amount })),
    ),
  );
}
