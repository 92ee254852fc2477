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
  'mapped-name': warning(
    'The name is written with wide forms, loose accents or a capital sigma at its end, and was read as RFC 5895 maps them.',
    'Compare what it was read as with the order; write it in that form to be done with it.',
  ),
  'not-idna-2008': warning(
    'The name is one that IDNA 2008 would not have made: registries should not have sold it, and programs differ in what they do with it.',
    'Compare the form that starts with xn-- with the order: it is the one that is looked up.',
  ),
  'read-otherwise': warning(
    'Programs older than IDNA 2008 read a letter of the name as another (sharp s, final sigma, joiners) and reach another name.',
    'Ask counsel whether the order means the other name as well.',
  ),
  'mixed-scripts': warning(
    'A label mixes writings that do not go together. Such names are mostly made to look like another; they are never corrected.',
    'Compare the form that starts with xn-- with the order.',
  ),
  'own-name': warning(
    "A name of the list is, or stands under, one of the petitioner's own domains.",
    'Compare with the order: hardly any court orders a petitioner to seize its own name.',
  ),
  'looks-like-mark': warning(
    "A label looks like the petitioner's mark and is written otherwise. That is mostly what the case is about.",
    'Compare it with the order letter by letter, and let nobody correct it.',
  ),
} as const satisfies Record<string, CodeRow>;
