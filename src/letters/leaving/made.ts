// What a letter is made of, as four digests: kept with an issued letter, and made anew before it is sent. Whatever changed in
// between shows as a digest that differs.
import type { Case } from '../../model/case/case.ts';
import type { IssuedLetter, PlannedLetter } from '../../model/letter/letter.ts';
import { byCodeUnit } from '../../model/name.ts';
import { sha256 } from '../../model/sha256.ts';
import type { House } from '../../paper/output.ts';
import type { Template } from '../templates/template.ts';
import type { LetterValues } from '../values/values.ts';

export interface MadeFrom {
  readonly theCase: Pick<Case, 'digest'>;
  readonly planned: Pick<PlannedLetter, 'recipient' | 'about'>;
  /** The letter's own, and that of the form which goes along with it. */
  readonly templates: readonly Pick<Template, 'digest'>[];
  /** What a house brings of its own to print with. */
  readonly house: Pick<House, 'reference' | 'fonts'>;
  readonly values: LetterValues;
}

export function madeOf({ theCase, planned, templates, house, values }: MadeFrom): IssuedLetter['made'] {
  const { recipient, about } = planned;
  const { reference, fonts } = house;
  const own = [...(reference === undefined ? [] : [reference]), ...fonts].map(sha256);
  return {
    case: theCase.digest,
    recipient: digestOfValue({ recipient, about }),
    template: digestOfValue([...templates.map(({ digest }) => digest), ...own]),
    facts: digestOfValue(values),
  };
}

/** When a name was looked at is no fact of it: a fresh look that shows the same changes nothing that the letter says. */
const LEFT_OUT = 'seen_at';

/** The same for equal values, in whatever order their keys were set; a key without a value is no key. */
function digestOfValue(value: unknown): string {
  return sha256(JSON.stringify(value, sorted));
}

function sorted(key: string, value: unknown): unknown {
  if (key === LEFT_OUT) return undefined;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => byCodeUnit(a, b)));
}
