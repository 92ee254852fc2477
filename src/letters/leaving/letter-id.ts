// The id of a letter, which is the name of its folder: `2019-03-15-verisign-order`, with `-2` and so on when that is taken.
import type { LocalDate } from '../../model/instant.ts';

interface LetterIdParts {
  /** The date on the letter. */
  readonly date: LocalDate;
  /** The recipient's id. */
  readonly recipient: string;
  /** The template's short word. */
  readonly template: string;
  /** Ids of letters that are there already. */
  readonly taken: Iterable<string>;
}

export function letterIdOf({ date, recipient, template, taken }: LetterIdParts): string {
  const all = new Set(taken);
  const plain = `${date}-${recipient}-${template}`;
  let id = plain;
  for (let next = 2; all.has(id); next += 1) id = `${plain}-${next}`;
  return id;
}
