// Letters that never were and have everything; see examples.ts.
import type { Instant, LocalDate } from '../../model/instant.ts';
import type { LetterValues, NameValues, RecipientValues, TargetValues } from '../values/values.ts';
import { DUE, ENDS, ENTERED, FIRST_LETTER, NAME, RECIPIENTS, SEEN } from './examples-least.ts';

function known(recipient: RecipientValues): RecipientValues {
  return {
    ...recipient,
    because: 'a company within the court’s reach',
    jurisdiction: 'Exampleland',
    attention: 'Legal Department',
    address: ['1 Example Street', '00000 Example'],
    phone: '+1 202 555 0100',
    registered_agent: 'Example Agents, Inc.',
    general_counsel: { name: 'Pat Example', email: 'counsel@registry.example', phone: '+1 202 555 0101' },
  };
}

const TARGET: TargetValues = {
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
  states: ['addresses inside 192.0.2.0/24'],
};

export function fullValues(least: LetterValues): LetterValues {
  const [clause] = least.clauses;
  const recipient = known(least.recipient);
  return {
    ...least,
    case: { ...least.case, court_short: 'D. Ex.', judge: 'Jo Example', sealed: true, seal_until: ENDS },
    counsel: {
      ...least.counsel,
      firm: 'Example & Roe LLP',
      address: ['1000 Example Avenue'],
      email: 'counsel@lawfirm.example',
      phone: '+1 202 555 0143',
      hours: '9 to 18',
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
    ...(least.letter.purpose === 'registry' ? { about: known({ ...RECIPIENTS.registrar, tlds: ['example'] }) } : {}),
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
        target: 'A',
        name: 'fourth.example',
        unicode: 'fourth.example',
        line: 5,
        registrar: 'Example Registrar Ltd. (IANA ID 9999)',
        remove_ds: ['4712 8 2 ABCD'],
        open: ['the hold is on it'],
        unknown: ['the registry did not answer'],
        seen_at: SEEN,
        before: BEFORE,
      },
    ],
    actions: [
      { action: 'transfer', count: 2 },
      { action: 'hold', count: 1 },
    ],
    schedules: [{ id: 'appendix-a', title: 'Appendix A', count: 3 }],
    target: { ...TARGET, registrar_differs: false, name_servers_differ: false },
    targets: [{ ...TARGET, id: 'A', count: 3 }],
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

const BEFORE = ['registrar of record Example Registrar Ltd. (IANA ID 9999)', 'name servers ns1.before.example'];

function namesOf(purpose: string): readonly NameValues[] {
  const open = purpose === 'execute' || purpose === 'preserve' ? [] : ['the registrar of record is Example Registrar'];
  return [
    { ...NAME, target: 'A', registrar: 'Example Registrar Ltd. (IANA ID 9999)', open, seen_at: SEEN, before: BEFORE },
    {
      ...NAME,
      target: 'A',
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
      target: 'A',
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
