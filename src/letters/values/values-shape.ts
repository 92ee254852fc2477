// Every value that a template may name, with what it means: what the check of templates knows and docs/templates.md lists.

import { ACTIONS } from '../../model/case/order.ts';
import { PURPOSES } from '../../model/letter/letter.ts';
import { date, type GroupShape, group, instant, list, type MembersOf, maybe, number, text, truth } from './shape.ts';
import type { LetterValues } from './values.ts';

const lines = (about: string) => list(about, text('one line'));

const person = {
  name: text('name'),
  email: maybe(text('mail address')),
  phone: maybe(text('telephone number')),
  hours: maybe(text('when the person is there: `24 hours a day`')),
};

const deadline = {
  due: instant('the instant at which the time ends'),
  arithmetic: text('how it was counted, in one sentence'),
};

const organisation = {
  id: text('short name in recipients.yaml'),
  name: text('the legal entity'),
  role: text('its part in this letter', ['registry operator', 'registrar', 'provider']),
  because: maybe(text('why it is ordered or requested')),
  jurisdiction: maybe(text('where it is at home')),
  attention: maybe(text('the desk or person that handles orders')),
  address: lines('postal address'),
  email: lines('mail addresses'),
  phone: maybe(text('telephone number')),
  iana_id: maybe(number('a registrar’s IANA ID')),
  tlds: list('top-level domains of a registry operator, without a dot', text('one of them')),
  registered_agent: maybe(text('where process is served on it')),
  general_counsel: maybe(
    group('its general counsel', {
      name: maybe(text('name')),
      email: maybe(text('mail address')),
      phone: maybe(text('telephone number')),
    }),
  ),
};

const domain = group('a name', {
  name: text('the domain name in its ASCII form, which is the operative one'),
  unicode: text('the same with its own letters'),
  is_idn: truth('the two forms differ'),
  schedule: text('the schedule that lists it'),
  line: number('its line there'),
  action: text('what is to happen to it', ACTIONS),
  paragraphs: list('the paragraphs that cover it', text('one number')),
  target: maybe(text('the id of its target, which the schedule explains: `A`')),
  steps: list('what is to be done with it, in the order of work', text('one step')),
  registrar: maybe(text('registrar of record as last seen')),
  remove_ds: list('DS records to remove: `4711 8 2 ABCD…`', text('one record')),
  held: truth('it was seen on hold, and the hold is to be lifted'),
  open: list('what was seen not to be done, a sentence each', text('one sentence')),
  unknown: list('what could not be seen, a sentence each', text('one sentence')),
  seen_at: maybe(instant('when it was last looked up')),
  before: maybe(list('in a letter that releases it: how it stood before its order was served', text('one line'))),
});

const target = {
  registrar: maybe(
    group('the gaining registrar', {
      name: text('name'),
      iana_id: number('IANA ID'),
      account: maybe(text('the account there')),
      email: maybe(text('who receives auth codes and notices there')),
    }),
  ),
  registrant: maybe(text('who is to be the registrant')),
  name_servers: list('the name servers, and no others', text('one name server')),
  glue: list('their addresses where the registry needs them', text('one line: name server and address')),
  statuses: list('EPP statuses to set', text('one status')),
  ds_removed: truth('DS records are to be removed'),
  stays_registered: truth('the names are not to lapse'),
  states: list('what no figure says: `addresses inside 192.0.2.0/24`', text('one state')),
};

/** Typed by hand, since the type is made from the values and would name itself. */
const VALUE_MEMBERS: MembersOf<LetterValues> = {
  letter: group('the letter itself', {
    id: text('its id, by which replies name it: `2019-03-15-verisign-order`'),
    date: date('the date on it, at the court'),
    purpose: text('what it is for', PURPOSES),
    language: text('its language: `en`'),
  }),
  case: group('the case', {
    id: text('the name of its folder'),
    title: text('the caption: `Microsoft Corporation v. John Does 1-2`'),
    docket: text('docket number'),
    court: text('the court’s full name'),
    court_short: maybe(text('the court’s short name: `D.D.C.`')),
    judge: maybe(text('the judge')),
    time_zone: text('the court’s time zone: `America/New_York`'),
    petitioner: group('who asked for the orders', { name: text('name'), address: lines('postal address') }),
    illustrative: truth('the terms have not been compared with the orders; every page says so'),
    rehearsal: truth('a rehearsal; every page says so'),
    sealed: truth('the case is under seal on the letter’s date'),
    seal_until: maybe(instant('when the seal ends')),
  }),
  counsel: group('who signs', {
    ...person,
    firm: maybe(text('law firm')),
    address: lines('postal address'),
    bar: maybe(text('bar admission, as it stands below a signature')),
  }),
  technical_contact: maybe(group('whom a recipient asks about registrations and name servers', person)),
  emergency_contact: maybe(group('who can be reached at any hour', person)),
  recipient: group('who is written to', organisation),
  about: maybe(
    group(
      'whom the letter is about, where that is somebody else: the registrar, in a letter to the registry operator',
      organisation,
    ),
  ),
  reach: text('whether the orders bind the recipient or it is asked', ['ordered', 'requested']),
  orders: list(
    'the orders that the letter relies on, oldest first',
    group('an order', {
      id: text('short name in case.yaml'),
      title: text('`temporary restraining order`'),
      docket_entry: maybe(number('its number on the docket')),
      entered: instant('when it was entered'),
      in_force_until: maybe(instant('when it ends; absent: until a further order')),
      copy: maybe(
        group('the filed copy that is enclosed', {
          file: text('file name'),
          pages: number('pages'),
          sha256: text('SHA-256 of the file'),
        }),
      ),
    }),
  ),
  clauses: list(
    'the paragraphs that the recipient is to follow',
    group('a paragraph', {
      ref: text('order and paragraph: `tro/2(a)`'),
      order: text('the order’s short name'),
      paragraph: text('its number: `2(a)`'),
      text: text('the order’s own words, as the case file has them'),
      asks: list('what is asked, a sentence each, without a full stop', text('one sentence')),
      relief: list('kinds of relief', text('one kind: `delegated-to`')),
      rule: maybe(text('the period in words: `3 business days of receipt`')),
      deadline: maybe(group('the deadline, once the period runs', deadline)),
      count: number('how many of this letter’s names it covers'),
    }),
  ),
  names: list('this recipient’s names, and no others', domain),
  unconfirmed: maybe(list('names of which it could not be seen whether they are done', domain)),
  actions: list(
    'how many names each action is about',
    group('an action', { action: text('the action', ACTIONS), count: number('names') }),
  ),
  schedules: list(
    'the schedules that the names stand in',
    group('a schedule', {
      id: text('short name in case.yaml'),
      title: text('as the orders call it: `Appendix A`'),
      count: number('how many of this letter’s names it lists'),
    }),
  ),
  target: group('the state that the orders want, as far as it is the same for all names', {
    ...target,
    registrar_differs: truth('the gaining registrar is not the same for all names, and stands in the schedule'),
    name_servers_differ: truth('the name servers are not the same for all names, and stand in the schedule'),
  }),
  targets: list(
    'every state that names are to reach; mostly one',
    group('a target', { id: text('its letter in the schedule: `A`'), count: number('names'), ...target }),
  ),
  deadline: maybe(group('the earliest deadline of the paragraphs', deadline)),
  non_disclosure: maybe(
    group('the order’s words against disclosure', {
      paragraph: text('the paragraph that has them: `tro/4`'),
      text: text('the order’s own words'),
      until: maybe(instant('when the seal ends')),
    }),
  ),
  preservation: maybe(
    group('what is to be kept', {
      what: list('kinds of records', text('one kind')),
      period: text('for how long, in words'),
    }),
  ),
  costs: maybe(text('who pays, as one sentence')),
  objections: maybe(text('what to do on an error, on harm to others or on an objection')),
  earlier: list(
    'letters that this recipient was sent before, oldest first',
    group('a letter', {
      letter: text('its id'),
      date: date('the date on it'),
      purpose: text('what it was for', PURPOSES),
      by: maybe(text('how it was sent: `e-mail`')),
      sent_at: maybe(instant('when it was sent')),
      received_at: maybe(instant('when it was received, where that is known')),
    }),
  ),
  answers: list(
    'what the recipient answered, oldest first',
    group('an answer', {
      at: instant('when'),
      event: text('`received`, `acknowledged`, `refused`, `confirmed`'),
      note: maybe(text('what was noted of it')),
    }),
  ),
  enclosures: list(
    'what is enclosed',
    group('an enclosure', {
      title: text('what it is'),
      file: text('file name'),
      pages: maybe(number('pages')),
      sha256: maybe(text('SHA-256 of the file')),
    }),
  ),
};

export const VALUES: GroupShape = group('all values of a letter', VALUE_MEMBERS);
