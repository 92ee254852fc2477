// Codes of what a case file, the recipients, the journal and the network file say, taken together.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

function warning(means: string, remedy: string): CodeRow {
  return { severity: 'warning', means, remedy };
}

export const CASE_CODES = {
  'wrong-case-id': error(
    'The case file names another case than its folder.',
    'Make "case:" and the name of the folder equal.',
  ),
  'unknown-schedule': error(
    'A schedule is named that the case does not have.',
    'Correct the name, or add the schedule.',
  ),
  'unknown-registrar': error(
    'A registrar is named that the case does not have.',
    'Correct the name, or add it under "registrars".',
  ),
  'unknown-sinkhole': error(
    'A sinkhole is named that the case does not have.',
    'Correct the name, or add it under "sinkholes".',
  ),
  'unknown-order': error('An order is named that the case does not have.', 'Correct the name of the order.'),
  'unknown-paragraph': error('A paragraph is named that no order has.', 'Name it as order/number, such as tro/2(a).'),
  'unknown-time-zone': error('The time zone is none of the IANA list.', 'Write it as America/New_York.'),
  'duplicate-id': error('Two orders have one id, or two paragraphs of an order one number.', 'Give each its own.'),
  'no-relief': error(
    'A paragraph asks for nothing that could be checked or attested.',
    'Add relief; where only a person can tell, use { kind: attested, what: … }.',
  ),
  'order-without-effect': error('An order has no paragraph and changes no other order.', 'Add what it orders.'),
  'unused-schedule': warning(
    'No paragraph applies to the schedule: its names are asked for nothing.',
    'Name it under "applies-to" or "adds".',
  ),
  'unused-definition': warning('A registrar or a sinkhole is defined that no paragraph uses.', 'Use it or remove it.'),
  'server-lock-of-registrar': error(
    'A status that starts with "server" is asked of a registrar only, and only the registry can set it.',
    'Direct the paragraph to the registry operator, or ask for the "client" status.',
  ),
  'long-restraining-order': warning(
    'A restraining order without notice lasts at most 14 days from entry (Fed. R. Civ. P. 65(b)(2)), and this one lasts longer without an extension.',
    'Check the expiry, or add the order that extends it.',
  ),
  'no-expiry': warning('A restraining order has no expiry.', 'Add "expires", such as { after: 14 days }.'),
  'impossible-dates': error(
    'Two instants of the case stand in an order in which they cannot have happened.',
    'Compare both with the docket.',
  ),
  'change-before-order': error(
    'An order changes one that was entered later.',
    'Compare the two dates of entry with the docket.',
  ),
  'unknown-release': warning('An order releases a name that no schedule has.', 'Compare the name with the schedules.'),
  'duplicate-sinkhole-server': error('A sinkhole names one name server twice.', 'Name each server once.'),
  'sinkhole-of-one': warning('The sinkhole has one name server: most registries want two.', 'Add the second one.'),
  'recipient-incomplete': warning(
    'A recipient lacks what a letter needs.',
    'Add it; look it up with the organisation itself, and write down the source and the day.',
  ),
  'duplicate-tld': error('Two registry operators are listed for one top-level domain.', 'Keep the one that runs it.'),
  'unlisted-registry': warning(
    'No registry operator is listed for a top-level domain of the case: nobody can be written to.',
    'Add the operator to cases/recipients.yaml.',
  ),
  'unknown-entry': warning(
    'A journal entry corrects one that is not there.',
    'Write the "at" of the entry that is corrected.',
  ),
} as const satisfies Record<string, CodeRow>;
