// Letters that never were, to try templates on: for each purpose, role and reach one that has everything and one that has only
// what every letter has. All names are reserved ones.
import type { Instant, LocalDate } from '../model/instant.ts';
import type { Purpose } from '../model/letter.ts';
import type { Reach } from '../model/party.ts';
import type { LetterValues, NameValues, RecipientValues } from './values.ts';

export interface ExampleKind {
  readonly purpose: Purpose;
  readonly role: 'registry-operator' | 'registrar' | 'provider';
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
  readonly roles: readonly ExampleKind['role'][];
  readonly reach: readonly Reach[];
}): readonly LetterValues[] {
  const amounts: readonly ExampleKind['amount'][] = ['full', 'least'];
  return template.roles.flatMap((role) =>
    template.reach.flatMap((reach) =>
      amounts.map((amount) => exampleValues({ purpose: template.purpose, role, reach, amount })),
    ),
  );
}

const RECIPIENTS: Readonly<Record<ExampleKind['role'], RecipientValues>> = {
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

const ENTERED = '2019-03-15T20:00:00Z' as Instant;
const ENDS = '2019-03-29T20:00:00Z' as Instant;
const SEEN = '2019-03-21T14:15:00Z' as Instant;
const DUE = {
  due: '2019-03-21T03:59:59Z' as Instant,
  arithmetic: '3 business days from receipt Fri 15 Mar 2019: Wed 20 Mar',
};

const NAME: NameValues = {
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

const FIRST_LETTER = { letter: '2019-03-15-example-order', date: '2019-03-15' as LocalDate, purpose: 'execute' };

function leastValues(purpose: Purpose, reach: Reach, recipient: RecipientValues): LetterValues {
  return {
    letter: { id: `2019-03-15-${recipient.id}-${purpose}`, date: '2019-03-15' as LocalDate, purpose, language: 'en' },
    case: {
      id: 'acme',
      title: 'Acme Corporation v. John Does 1-2',
      docket: '1:19-cv-00001',
      court: 'United States District Court for the District of Example',
      time_zone: 'America/New_York',
      petitioner: { name: 'Acme Corporation', address: [] },
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
    target: { name_servers: [], glue: [], statuses: [], ds_removed: false, stays_registered: false },
    earlier: purpose === 'complain' || purpose === 'enforce' ? [FIRST_LETTER] : [],
    answers: [],
    enclosures: [],
  };
}

function fullValues(least: LetterValues): LetterValues {
  const [clause] = least.clauses;
  const recipient: RecipientValues = {
    ...least.recipient,
    because: 'a company within the court’s reach',
    jurisdiction: 'Exampleland',
    attention: 'Legal Department',
    address: ['1 Example Street', '00000 Example'],
    phone: '+1 202 555 0100',
    registered_agent: 'Example Agents, Inc.',
    general_counsel: { name: 'Pat Example', email: 'counsel@registry.example', phone: '+1 202 555 0101' },
  };
  return {
    ...least,
    case: { ...least.case, court_short: 'D. Ex.', judge: 'Jo Example', sealed: true, seal_until: ENDS },
    counsel: {
      ...least.counsel,
      firm: 'Example & Roe LLP',
      address: ['1000 Example Avenue'],
      email: 'counsel@lawfirm.example',
      phone: '+1 202 555 0143',
      bar: 'Bar No. 000000',
    },
    technical_contact: {
      name: 'Domain operations',
      email: 'domains@acme.example',
      phone: '+1 202 555 0144',
      hours: '9 to 18',
    },
    emergency_contact: {
      name: 'Duty officer',
      email: 'duty@acme.example',
      phone: '+1 202 555 0145',
      hours: '24 hours a day',
    },
    recipient,
    ...(least.letter.purpose === 'registry' ? { about: { ...RECIPIENTS.registrar } } : {}),
    orders: [
      {
        id: 'tro',
        title: 'temporary restraining order',
        docket_entry: 11,
        entered: ENTERED,
        in_force_until: ENDS,
        copy: { file: 'orders/tro.pdf', pages: 12, sha256: 'a'.repeat(64) },
      },
      { id: 'pi', title: 'preliminary injunction', docket_entry: 21, entered: '2019-03-28T15:00:00Z' as Instant },
    ],
    clauses: clause === undefined ? [] : [{ ...clause, rule: '3 business days of receipt', deadline: DUE, count: 3 }],
    names: namesOf(least.letter.purpose),
    unconfirmed: [
      {
        ...NAME,
        name: 'fourth.example',
        unicode: 'fourth.example',
        line: 5,
        unknown: ['the registry did not answer'],
        seen_at: SEEN,
      },
    ],
    actions: [
      { action: 'transfer', count: 2 },
      { action: 'hold', count: 1 },
    ],
    schedules: [{ id: 'appendix-a', title: 'Appendix A', count: 3 }],
    target: {
      registrar: {
        name: 'Gaining Registrar Inc.',
        iana_id: 9998,
        account: 'acme-custody',
        email: 'transfers@gaining.example',
      },
      registrant: 'Acme Corporation',
      name_servers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
      glue: ['ns1.sinkhole.example 192.0.2.53', 'ns2.sinkhole.example 2001:db8:5::53'],
      statuses: ['serverTransferProhibited', 'serverUpdateProhibited', 'serverDeleteProhibited'],
      ds_removed: true,
      stays_registered: true,
    },
    deadline: DUE,
    non_disclosure: {
      paragraph: 'tro/2(a)',
      text: 'Those who are served shall tell nobody of this order.',
      until: ENDS,
    },
    preservation: { what: ['records of payment', 'logs of access'], period: 'for 180 days' },
    costs: 'The petitioner pays the fees of transfers and renewals.',
    objections: 'If a name is listed in error, please lock it as it stands and call counsel.',
    earlier: [
      {
        ...FIRST_LETTER,
        by: 'e-mail',
        sent_at: '2019-03-15T21:20:00Z' as Instant,
        received_at: '2019-03-15T21:41:00Z' as Instant,
      },
      { letter: '2019-03-21-example-registry-reminder', date: '2019-03-21' as LocalDate, purpose: 'remind' },
    ],
    answers: [
      { at: SEEN, event: 'acknowledged', note: 'Ticket 4711, see https://tickets.registry.example/4711' },
      { at: SEEN, event: 'received' },
    ],
    enclosures: [
      { title: 'copy of the temporary restraining order', file: 'orders/tro.pdf', pages: 12, sha256: 'a'.repeat(64) },
      { title: 'names of this letter, for a machine', file: 'schedule.csv' },
    ],
  };
}

function namesOf(purpose: string): readonly NameValues[] {
  const open = purpose === 'execute' || purpose === 'preserve' ? [] : ['the registrar of record is Example Registrar'];
  return [
    { ...NAME, registrar: 'Example Registrar Ltd. (IANA ID 9999)', open, seen_at: SEEN },
    {
      ...NAME,
      name: 'xn--bcher-kva.example',
      unicode: 'bücher.example',
      is_idn: true,
      line: 3,
      remove_ds: ['4711 8 2 ABCD'],
      open,
      seen_at: SEEN,
    },
    {
      ...NAME,
      name: 'third.example',
      unicode: 'third.example',
      line: 4,
      action: 'hold',
      held: true,
      open,
      unknown: ['the DS could not be seen'],
    },
  ];
}
