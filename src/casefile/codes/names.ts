// Codes of schedules and of the names in them.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

function warning(means: string, remedy: string): CodeRow {
  return { severity: 'warning', means, remedy };
}

export const NAME_CODES = {
  'not-a-name': error('A line of a schedule is not a domain name.', 'Compare it with the order; one name a line.'),
  'name-form': warning(
    'A name is written in another way than the DNS keeps it: with capital letters, a final dot, blanks around it. It is read all the same.',
    'Write it in the usual form: takedown validate --fix',
  ),
  'public-suffix': error(
    'The name is a bare public suffix: strangers hold the names under it.',
    'Name what the order names; ask counsel if it really is the suffix.',
  ),
  'duplicate-name': error(
    'A name stands twice in one schedule.',
    'Remove one of the two lines; takedown validate --fix does it where the line says nothing else.',
  ),
  'name-in-two-schedules': warning(
    'A name stands in two schedules of the case. It has one row in every report, and what is asked in both is asked of it once.',
    'Compare both with the orders: an amended appendix may repeat names, one order rarely does.',
  ),
  'name-in-two-cases': warning(
    'A name stands in another case too.',
    'Make sure that the two orders do not ask for different things.',
  ),
  'count-mismatch': warning(
    'The schedule has another number of names than the order states. The difference is shown in every report.',
    'Compare the schedule with the order, name by name; keep the stated count as the order has it.',
  ),
  'empty-schedule': warning('The schedule has no name.', 'Add the names, one a line, or remove the schedule.'),
  'csv-header': error(
    'The first line of the schedule names no column for the names.',
    'Name one column "name" or "domain".',
  ),
  'csv-syntax': error('The line is not valid CSV (RFC 4180).', 'Close the quotes, and double a quote inside a field.'),
  'host-name': warning(
    'The name is a host under a registered domain that the schedules do not list: what concerns a registration cannot be asked for it.',
    'Ask the provider of the domain by letter, or list the domain itself if the order does.',
  ),
  'provider-missing': warning(
    "A host name stands under somebody else's domain, and no letter of this case would reach who gives names under it.",
    'Direct a paragraph to the provider (directed-to: [provider]) and add the provider to cases/recipients.yaml with its domains under hosts.',
  ),
  'shared-domain': warning(
    'The name is the domain of a provider who gives hosts under it to strangers: seizing it hits all of them.',
    'Weigh the collateral damage; ask for the hosts that the order is about instead.',
  ),
  'confusable-names': warning(
    'Two names look alike. Look-alikes are often meant; neither is ever corrected.',
    'Compare both with the order, letter by letter.',
  ),
  'international-name': warning(
    'The name has letters outside ASCII; the form that counts is the one that starts with xn--.',
    'Compare both forms with the order.',
  ),
} as const satisfies Record<string, CodeRow>;
