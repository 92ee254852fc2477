// The questions of `takedown new`, one row each: key, flag, words, whether it must be answered, and what makes it wrong.
import { isTimeZone } from '../calendar/zone.ts';
import { parsePrefix } from '../model/address.ts';
import { HOLIDAY_CALENDARS } from '../model/case.ts';
import { parseInstant } from '../model/instant.ts';
import { parseName } from '../model/name.ts';
import { ORDER_KINDS } from '../model/order.ts';

/** By the option's camel-case name; absent where nothing was answered. */
export type Answers = Readonly<Partial<Record<string, string>>>;

export interface Question {
  readonly key: string;
  readonly flag: string;
  readonly asks: string;
  readonly needed: boolean;
  /** Offered, and taken where nobody is asked. */
  readonly otherwise?: string;
  readonly choices?: readonly string[];
  /** What is wrong with an answer, in a few words; `undefined` when nothing is. */
  check(answer: string): string | undefined;
}

const filled = (answer: string) => (answer.trim() === '' ? 'is empty' : undefined);
const each = (answer: string, test: (one: string) => boolean, fault: string) => {
  const bad = answer
    .split(',')
    .map((one) => one.trim())
    .find((one) => !test(one));
  return bad === undefined ? undefined : bad === answer.trim() ? fault : `has ${bad}, which ${fault}`;
};
export const matching = (pattern: RegExp, fault: string) => (answer: string) =>
  pattern.test(answer) ? undefined : fault;
export const ORDER_ID = matching(/^[a-z0-9][a-z0-9-]*$/, 'may have small letters, digits and hyphens only');
export const oneOf = (known: readonly string[]) => (answer: string) =>
  known.includes(answer) ? undefined : `is none of ${known.join(', ')}`;
const PERIOD = /^\d{1,3} (?:hours?|days?|business days?)$/;

export const QUESTIONS: readonly Question[] = [
  {
    key: 'id',
    flag: 'CASE',
    asks: 'Folder of the case',
    needed: true,
    check: matching(/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/, 'may have letters, digits, dots and hyphens only'),
  },
  { key: 'title', flag: '--title', asks: 'Title (caption)', needed: true, check: filled },
  { key: 'docket', flag: '--docket', asks: 'Docket number', needed: true, check: filled },
  { key: 'court', flag: '--court', asks: 'Court, its full name', needed: true, check: filled },
  {
    key: 'courtShort',
    flag: '--court-short',
    asks: 'Court, its short name (may stay empty)',
    needed: false,
    check: filled,
  },
  {
    key: 'timeZone',
    flag: '--time-zone',
    asks: 'Time zone of the court',
    needed: false,
    otherwise: 'America/New_York',
    check: (answer) => (isTimeZone(answer) ? undefined : 'is no IANA time zone'),
  },
  {
    key: 'holidays',
    flag: '--holidays',
    asks: 'Holidays of the court',
    needed: false,
    otherwise: 'us-federal',
    check: (answer) =>
      each(
        answer,
        (one) => HOLIDAY_CALENDARS.some((known) => known === one),
        `is none of ${HOLIDAY_CALENDARS.join(', ')}`,
      ),
  },
  { key: 'petitioner', flag: '--petitioner', asks: 'Petitioner', needed: true, check: filled },
  {
    key: 'order',
    flag: '--order',
    asks: 'Short id of the order',
    needed: false,
    otherwise: 'tro',
    check: ORDER_ID,
  },
  {
    key: 'orderKind',
    flag: '--order-kind',
    asks: 'Kind of order',
    needed: false,
    otherwise: 'temporary-restraining-order',
    choices: ORDER_KINDS,
    check: (answer) =>
      each(answer, (one) => ORDER_KINDS.some((known) => known === one), `is none of ${ORDER_KINDS.join(', ')}`),
  },
  {
    key: 'entered',
    flag: '--entered',
    asks: 'Entered, with the offset, such as 2026-01-05T16:00:00-05:00',
    needed: true,
    check: (answer) => (parseInstant(answer) === undefined ? 'is no instant with its offset' : undefined),
  },
  {
    key: 'expires',
    flag: '--expires',
    asks: 'Ends: "14 days" after entry, or an instant (may stay empty)',
    needed: false,
    check: (answer) =>
      /^\d{1,3} days?$/.test(answer) || parseInstant(answer) !== undefined
        ? undefined
        : 'is neither "14 days" nor an instant',
  },
  {
    key: 'due',
    flag: '--due',
    asks: 'To be done within, from receipt, such as "3 business days" (may stay empty)',
    needed: false,
    check: matching(PERIOD, 'is no period such as "3 business days"'),
  },
  {
    key: 'registrar',
    flag: '--registrar',
    asks: 'Registrar that the names are moved to (may stay empty)',
    needed: false,
    check: filled,
  },
  {
    key: 'ianaId',
    flag: '--iana-id',
    asks: 'Its IANA ID (may stay empty)',
    needed: false,
    check: matching(/^\d{1,6}$/, 'is no number'),
  },
  {
    key: 'sinkholeOperator',
    flag: '--sinkhole-operator',
    asks: 'Operator of the sinkhole (may stay empty)',
    needed: false,
    check: filled,
  },
  {
    key: 'nameServers',
    flag: '--name-servers',
    asks: 'Its name servers, with commas (may stay empty)',
    needed: false,
    check: (answer) => each(answer, (one) => parseName(one).ok, 'is no host name'),
  },
  {
    key: 'prefixes',
    flag: '--prefixes',
    asks: 'Its prefixes, with commas (may stay empty)',
    needed: false,
    check: (answer) => each(answer, (one) => parsePrefix(one) !== undefined, 'is no prefix such as 192.0.2.0/24'),
  },
  {
    key: 'statedCount',
    flag: '--stated-count',
    asks: 'How many names the order says that there are (may stay empty)',
    needed: false,
    check: matching(/^\d{1,7}$/, 'is no number'),
  },
];
