// The questions of `takedown new` about the order: what it is, where the names are to go, how many there are.
import { parsePrefix } from '../../model/address.ts';
import { ORDER_KINDS } from '../../model/case/order.ts';
import { parseInstant } from '../../model/instant.ts';
import { parseName } from '../../model/name.ts';
import { each, filled, matching, ORDER_ID, PERIOD, type Question } from './question.ts';

export const ORDER_QUESTIONS: readonly Question[] = [
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
    key: 'docketEntry',
    flag: '--docket-entry',
    asks: 'Number of the order on the docket (may stay empty)',
    needed: false,
    check: matching(/^[1-9]\d{0,6}$/, 'is no number'),
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
    asks: 'Its IANA ID, by which it is compared (may stay empty)',
    needed: false,
    when: ({ registrar = '' }) => registrar !== '',
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
    when: ({ sinkholeOperator = '' }) => sinkholeOperator !== '',
    check: (answer) => each(answer, (one) => parseName(one).ok, 'is no host name'),
  },
  {
    key: 'prefixes',
    flag: '--prefixes',
    asks: 'Its prefixes, with commas (may stay empty)',
    needed: false,
    when: ({ nameServers = '' }) => nameServers !== '',
    check: (answer) => each(answer, (one) => parsePrefix(one) !== undefined, 'is no prefix such as 192.0.2.0/24'),
  },
  {
    key: 'names',
    flag: '--names',
    asks: 'File with the names, one a line or CSV (may stay empty)',
    needed: false,
    check: filled,
  },
  {
    key: 'statedCount',
    flag: '--stated-count',
    asks: 'How many names the order says that there are (may stay empty)',
    needed: false,
    check: matching(/^\d{1,7}$/, 'is no number'),
  },
];
