// The closed list of reasons why a letter must not go as it is: what each means and what to do. `takedown explain WORD`
// shows a row. A guard refuses; only where the row says so does a reason, kept with the letter, outweigh it.
import type { Refusal } from '../../model/letter/letter.ts';

export interface RefusalRow {
  /** One sentence without a full stop. */
  readonly means: string;
  /** One sentence in the imperative. */
  readonly remedy: string;
  readonly reasonOutweighs: boolean;
}

function row(means: string, remedy: string): RefusalRow {
  return { means, remedy, reasonOutweighs: false };
}

function softRow(means: string, remedy: string): RefusalRow {
  return { means, remedy: `${remedy} A reason given with --reason outweighs this.`, reasonOutweighs: true };
}

/** In the order in which a person would see to them. */
export const REFUSALS = {
  'no-recipient': row(
    'nobody is listed for the part that a paragraph directs',
    'Add the organisation to cases/recipients.yaml.',
  ),
  'registrar-not-seen': row(
    'a paragraph directs the registrar, and the registrar of record was not seen',
    'Look the names up: takedown check.',
  ),
  'order-not-in-force': row(
    'on the letter’s date the order had ended, was not yet entered, or the paragraph had been replaced',
    'Add the order that extends or replaces it to case.yaml, or write under the paragraph that is in force.',
  ),
  'already-sent': softRow(
    'a letter of this kind about the same names went to the recipient before',
    'See what it answered: takedown due has the next step.',
  ),
  'already-issued': softRow(
    'a letter of this kind about the same names was issued and has not gone out',
    'Send that one, or record how it was served.',
  ),
  'never-looked-up': row('some of the names were never looked up', 'Look them up: takedown check.'),
  'stale-lookups': row(
    'the lookups that the letter rests on are too old, or older than the deadline that it says has passed',
    'Look again: takedown check. Nobody is chased for what is done.',
  ),
  'foreign-name': row(
    'a name in the letter is not this recipient’s',
    'Draft the letter anew: who has the name has changed.',
  ),
  'reach-differs': row(
    'the template is not for recipients of this reach: an order is cited to an ordered party, offered to a requested one',
    'Choose a template for the recipient’s reach, or correct `reach` in cases/recipients.yaml.',
  ),
  'no-template': row(
    'no template fits the recipient, the purpose and every kind of relief in the letter',
    'Write one: takedown template new.',
  ),
  'encloses-too-little': row(
    'the template does not enclose what such a letter needs',
    'Add it to `encloses` at the head of the template.',
  ),
  'sealed-without-non-disclosure': row(
    'the case is sealed, and the letter has no words of the order against disclosure',
    'Add letters: non-disclosure to case.yaml, with the order’s own words.',
  ),
  threshold: softRow(
    'there are more recipients, or more names in one letter, than the case allows without a second look',
    'Compare the letter with the order, or raise letters: most in case.yaml.',
  ),
  'no-contact': row(
    'there is no way to reach the recipient for this step',
    'Add its contacts to cases/recipients.yaml.',
  ),
  'recipient-incomplete-for-letter': row(
    'the letter has to name the recipient’s legal entity, its address and a registrar’s IANA ID',
    'Complete the entry in cases/recipients.yaml.',
  ),
  'no-order-copy': row(
    'the letter has to enclose the order, and there is no copy of it in the case folder',
    'Put the filed copy into the case folder and add `copy` to the order in case.yaml.',
  ),
  'order-copy-differs': row(
    'the copy of the order is not the file that the case states, or is not there',
    'Compare the file with the filed order, and correct the file or its SHA-256 in case.yaml.',
  ),
  'no-docket-entry': softRow(
    'the letter has to name the docket entry of every order that it relies on',
    'Add `docket-entry` to the order in case.yaml.',
  ),
  'no-judge': row('the letter has to name the judge', 'Add `judge` to case.yaml.'),
  'no-counsel': row(
    'the letter has to be signed: by name, with an address, a telephone number and a mail address',
    'Complete `counsel` in case.yaml.',
  ),
  'no-contacts-of-ours': row(
    'the letter has to name whom to ask: a technical contact and one for emergencies, with telephone numbers',
    'Complete `contacts` in case.yaml.',
  ),
  'gaining-registrar-incomplete': row(
    'the letter has to name the account that takes the names, and who takes authorisation codes',
    'Add `account` and `email` to the registrar in case.yaml.',
  ),
  'no-glue': row(
    'a name server stands under a name of the case, so the registry needs its addresses',
    'Add `glue` to the sinkhole in case.yaml.',
  ),
  'no-costs': row('the letter has to say who pays', 'Add letters: costs to case.yaml.'),
  'no-preservation': row(
    'the letter has to say what is to be kept, and for how long',
    'Add letters: preservation to case.yaml.',
  ),
  'no-objections': row(
    'the letter has to say what to do on an error, on harm to others or on an objection',
    'Add letters: objections to case.yaml.',
  ),
  'no-deadline': softRow(
    'the letter has to name a time, and no paragraph in it sets one',
    'Add `due` to the paragraph if the order sets a time.',
  ),
  'no-first-contact': row(
    'a complaint needs proof that the recipient was written to first: an issued letter that was served',
    'Issue and send the letter, or record how it was served: takedown record served --letter.',
  ),
} as const satisfies Record<string, RefusalRow>;

export type RefusalWord = keyof typeof REFUSALS;

export function refusalRow(word: string): RefusalRow | undefined {
  return Object.hasOwn(REFUSALS, word) ? REFUSALS[word as RefusalWord] : undefined;
}

/** `text`: one sentence without a full stop; `hint`, where the row's own remedy is not the best. */
export function refuse(word: RefusalWord, text: string, hint?: string): Refusal {
  const { remedy, reasonOutweighs } = REFUSALS[word];
  return { word, text, hint: hint ?? remedy, reasonOutweighs };
}

/** What still stands in the way when a reason is given. */
export function standing(refusals: readonly Refusal[], reason: string | undefined): readonly Refusal[] {
  if (reason === undefined || reason.trim() === '') return refusals;
  return refusals.filter(({ reasonOutweighs }) => !reasonOutweighs);
}
