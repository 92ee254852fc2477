// Letters that never were and have only what every letter has; see examples.ts. All names are reserved ones.

import type { Reach, Role } from '../../model/case/party.ts';
import type { Instant, LocalDate } from '../../model/instant.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { LetterValues, NameValues, RecipientValues, TargetValues } from '../values/values.ts';

export const RECIPIENTS: Readonly<Record<Role, RecipientValues>> = {
  'registry-operator': {
    id: 'example-registry',
    name: 'Example Registry, Inc.',
    role: 'registry operator',
    address: [],
    email: ['legal@registry.example'],
    tlds: ['example', 'test'],
  },
  registrar: {
    id: 'example-registrar',
    name: 'Example Registrar Ltd.',
    role: 'registrar',
    address: [],
    email: ['legal@registrar.example'],
    iana_id: 9999,
    tlds: [],
  },
  provider: {
    id: 'example-provider',
    name: 'Example Hosts LLC',
    role: 'provider',
    address: [],
    email: ['abuse@provider.example'],
    tlds: [],
  },
};

export const ENTERED = '2019-03-15T20:00:00Z' as Instant;
export const ENDS = '2019-03-29T20:00:00Z' as Instant;
export const SEEN = '2019-03-21T14:15:00Z' as Instant;
export const DUE = {
  due: '2019-03-21T03:59:59Z' as Instant,
  arithmetic: '3 business days from receipt Fri 15 Mar 2019: Wed 20 Mar',
};

export const NAME: NameValues = {
  name: 'first.example',
  unicode: 'first.example',
  is_idn: false,
  schedule: 'appendix-a',
  line: 2,
  action: 'transfer',
  paragraphs: ['tro/2(a)'],
  steps: ['transfer it to Gaining Registrar Inc. (IANA ID 9998)'],
  remove_ds: [],
  held: false,
  open: [],
  unknown: [],
};

const NO_TARGET: TargetValues = {
  name_servers: [],
  glue: [],
  statuses: [],
  ds_removed: false,
  stays_registered: false,
  states: [],
};

export const FIRST_LETTER = { letter: '2019-03-15-example-order', date: '2019-03-15' as LocalDate, purpose: 'execute' };

export function leastValues(purpose: Purpose, reach: Reach, recipient: RecipientValues): LetterValues {
  return {
    letter: { id: `2019-03-15-${recipient.id}-${purpose}`, date: '2019-03-15' as LocalDate, purpose, language: 'en' },
    case: {
      id: 'acme',
      title: 'Acme Corporation v. John Does 1-2',
      docket: '1:19-cv-00001',
      court: 'United States District Court for the District of Example',
      time_zone: 'America/New_York',
      petitioner: { name: 'Acme Corporation', address: ['1 Acme Way'] },
      illustrative: true,
      rehearsal: false,
      sealed: false,
    },
    counsel: { name: 'Example Counsel', address: [] },
    recipient,
    reach,
    orders: [{ id: 'tro', title: 'temporary restraining order', entered: ENTERED }],
    clauses: [
      {
        ref: 'tro/2(a)',
        order: 'tro',
        paragraph: '2(a)',
        text: 'The operators of the registries shall transfer the names in Appendix A.',
        asks: ['transfer the names to Gaining Registrar Inc. (IANA ID 9998)'],
        relief: ['registrar-of-record'],
        count: 1,
      },
    ],
    names: [NAME],
    actions: [{ action: 'transfer', count: 1 }],
    schedules: [{ id: 'appendix-a', title: 'Appendix A', count: 1 }],
    target: { ...NO_TARGET, registrar_differs: false, name_servers_differ: false },
    targets: [],
    earlier: purpose === 'complain' || purpose === 'enforce' ? [FIRST_LETTER] : [],
    answers: [],
    enclosures: [],
  };
}
