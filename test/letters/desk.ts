// A small case that is ready for letters, and questions about it: three names at one registrar, two of one registry.
import { type PlanQuestion, planLetters } from '../../src/letters/plan/plan.ts';
import type { Template, TemplateSet } from '../../src/letters/templates/template.ts';
import { ENCLOSED } from '../../src/letters/templates/template.ts';
import type { Case } from '../../src/model/case/case.ts';
import type { JournalEntry } from '../../src/model/case/journal.ts';
import type { Contacts, Recipient } from '../../src/model/case/party.ts';
import type { Instant, LocalDate } from '../../src/model/instant.ts';
import { type IssuedLetter, type PlannedLetter, PURPOSES, type Purpose } from '../../src/model/letter/letter.ts';
import type { Name } from '../../src/model/name.ts';
import { progressOf } from '../../src/progress/progress.ts';
import { sightsOf } from '../../src/progress/sights.ts';
import { reliefs } from '../../src/relief/index.ts';
import { recordOf, type Scene, scene } from '../progress/sightings.ts';
import { aCase, DELEGATED, DS_VALID, EVIL1, order, paragraph, RESOLVES, relief, TRANSFER } from '../relief/literals.ts';
import { at, LETTER_TERMS, name, UNREACHED } from '../support/values.ts';

export const ONE = name('one.example');
export const TWO = name('two.example');
export const BAD = name('bad.test');

export const ENTERED = at('2019-03-15T20:00:00Z');
/** Before anything was served. */
export const FIRST_DAY = at('2019-03-15T20:30:00Z');
export const SERVED = at('2019-03-15T21:20:00Z');
export const RECEIVED = at('2019-03-15T21:41:00Z');
/** Wed 20 Mar at midnight in New York. */
export const DUE = at('2019-03-21T03:59:59Z');
export const LATE = at('2019-03-21T13:00:00Z');

const LOCKS = relief('epp-status-includes', {
  statuses: ['serverTransferProhibited', 'serverUpdateProhibited', 'serverDeleteProhibited'],
});
const WITHIN = { within: { count: 3, unit: 'business days' }, of: 'receipt' } as const;

export function reached(id: string, changes: Partial<Contacts> = {}): Contacts {
  return {
    address: ['1 Example Street', 'Example City'],
    email: [`orders@${id}.example`],
    phone: '+1 202 555 0100',
    generalCounsel: { name: 'General Counsel', email: `gc@${id}.example` },
    ...changes,
  };
}

export function recipient(id: string, changes: Partial<Recipient> = {}): Recipient {
  return {
    ...UNREACHED,
    id,
    name: `${id}, Inc.`,
    role: 'registry-operator',
    reach: 'ordered',
    tlds: [],
    contacts: reached(id),
    illustrative: true,
    ...changes,
  };
}

export const EXREG = recipient('exreg', { name: 'Example Registry', tlds: ['example'] });
export const TESTREG = recipient('testreg', { name: 'Test Registry', reach: 'requested', tlds: ['test'] });
export const LOSING = recipient('losing', { name: 'Losing Registrar', role: 'registrar', ianaId: 9999 });
export const GTLD = recipient('gtld', { tlds: ['com'] });

export const COPY = { file: 'orders/tro.pdf', pages: 12, sha256: 'ab'.repeat(32) };

export const TRO = order(
  'tro',
  [
    paragraph('2(a)', [TRANSFER, LOCKS], { directedTo: ['registry-operator', 'registrar'], due: WITHIN }),
    paragraph('2(b)', [DELEGATED, RESOLVES, DS_VALID], { due: WITHIN }),
    paragraph('2(d)', [relief('attested', { what: 'preservation of records' })], {
      directedTo: ['registry-operator', 'registrar'],
    }),
  ],
  { docketEntry: 11, copy: COPY, expires: at('2019-03-29T20:00:00Z') },
);

export function letterCase(changes: Partial<Case> = {}): Case {
  return aCase({
    judge: 'A. Judge',
    counsel: {
      name: 'C. Counsel',
      firm: 'Firm LLP',
      address: ['1 Law Street'],
      email: 'counsel@firm.example',
      phone: '+1 202 555 0199',
    },
    contacts: {
      technical: { name: 'Operations', phone: '+1 202 555 0101' },
      emergency: { name: 'Duty', phone: '+1 202 555 0102', hours: '24 hours a day' },
    },
    letters: {
      ...LETTER_TERMS,
      nonDisclosure: { paragraph: 'tro/2(d)', text: 'Tell nobody.' },
      preservation: { what: ['logs'], period: '180 days' },
      costs: 'The petitioner pays.',
      objections: 'Call counsel.',
    },
    registrars: {
      custodian: { name: 'MarkMonitor Inc.', ianaId: 292, account: '4711', email: 'in@custodian.example' },
    },
    orders: [TRO],
    recipients: [EXREG, TESTREG, LOSING],
    ...changes,
  });
}

/** As it stands before anything was done: at the losing registrar, delegated to the defendant. */
export const UNTOUCHED: Scene = {
  rdap: { registrar: { name: 'Losing Registrar', ianaId: 9999 }, statuses: ['ok'] },
  delegation: { nameServers: [EVIL1] },
};
export const DONE: Scene = {};

export interface Looked {
  readonly at: Instant;
  /** Names that are not here were not looked up. */
  readonly scenes: Readonly<Record<string, Scene>>;
}

export function lookedAt(when: Instant, scenes: Looked['scenes']): Looked {
  return { at: when, scenes };
}

export const ALL_UNTOUCHED = { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED, [BAD]: UNTOUCHED };

export interface Asked extends Partial<Omit<PlanQuestion, 'progress' | 'sights'>> {
  readonly looked?: Looked;
}

export function questionOf(asked: Asked = {}): PlanQuestion {
  const theCase = asked.theCase ?? letterCase();
  const asOf = asked.asOf ?? FIRST_DAY;
  const looked = asked.looked ?? lookedAt(asOf, ALL_UNTOUCHED);
  const sighted = Object.entries(looked.scenes).map(([text, seen]) => ({
    name: name(text),
    observations: scene({ ...seen, name: name(text) }).map((one) => ({ ...one, at: looked.at })),
  }));
  const record = { ...recordOf([{ day: 15, sighted }]), journal: asked.journal ?? [] };
  const { looked: _looked, ...others } = asked;
  return {
    theCase,
    asOf,
    progress: progressOf({ theCase, record, asOf }),
    sights: sightsOf({ theCase, record, asOf }),
    journal: [],
    issued: [],
    templates: TEMPLATES,
    ...others,
  };
}

export function plan(asked: Asked = {}): readonly PlannedLetter[] {
  return planLetters(questionOf(asked));
}

/** The one letter to a recipient; a test that has more of them says which. */
export function letterTo(id: string, asked: Asked = {}, purpose?: Purpose): PlannedLetter {
  const found = plan(asked).filter((one) => one.recipient.id === id && (purpose ?? one.purpose) === one.purpose);
  const [letter] = found;
  if (letter === undefined || found.length > 1) throw new Error(`${found.length} letters to ${id}`);
  return letter;
}

export const words = ({ refusals }: PlannedLetter): readonly string[] => refusals.map(({ word }) => word);
export const namesIn = ({ names }: PlannedLetter): readonly Name[] => names.map((one) => one.name);

export function template(changes: Partial<Template> = {}): Template {
  return {
    id: 'any',
    file: 'templates/any.md',
    title: 'Any',
    purpose: 'execute',
    roles: ['registry-operator', 'registrar', 'provider'],
    reach: ['ordered', 'requested'],
    language: 'en',
    short: 'order',
    subject: 'x',
    subjectPlace: { file: 'templates/any.md', line: 2, column: 1, length: 1, excerpt: 'x' },
    covers: reliefs.map(({ kind }) => kind),
    encloses: ENCLOSED,
    body: 'x',
    bodyLine: 1,
    digest: 'd',
    ...changes,
  };
}

export const TEMPLATES: TemplateSet = {
  templates: PURPOSES.map((purpose) => template({ id: purpose, purpose, short: purpose })),
  partials: {},
};

const DAY = '2019-03-15' as LocalDate;

export function issued(id: string, changes: Partial<IssuedLetter> = {}): IssuedLetter {
  return {
    id,
    caseId: 'acme',
    recipient: 'exreg',
    role: 'registry-operator',
    reach: 'ordered',
    purpose: 'execute',
    template: 'execute',
    language: 'en',
    dated: DAY,
    issued: at('2019-03-15T21:00:00Z'),
    tool: 't',
    illustrative: true,
    rehearsal: false,
    sealed: false,
    paragraphs: ['tro/2(a)', 'tro/2(b)', 'tro/2(d)'],
    names: [ONE, TWO],
    made: { case: 'a', recipient: 'b', template: 'c', facts: 'd' },
    files: [],
    digest: 'e',
    ...changes,
  };
}

export const served = (letter: string, when: Instant = SERVED): JournalEntry => ({ at: when, event: 'served', letter });
export const received = (letter: string, when: Instant = RECEIVED): JournalEntry => ({
  at: when,
  event: 'received',
  letter,
});

export const ORDER_TO_EXREG = issued('2019-03-15-exreg-execute');
export const SENT_TO_EXREG = [served(ORDER_TO_EXREG.id), received(ORDER_TO_EXREG.id)];

/** A letter that was issued and went out as it was planned. */
export function wentOut(
  letter: PlannedLetter,
  when: Instant,
): { readonly letter: IssuedLetter; readonly entry: JournalEntry } {
  const id = `${when.slice(0, 10)}-${letter.recipient.id}-${letter.purpose}`;
  const made = issued(id, {
    recipient: letter.recipient.id,
    role: letter.recipient.role,
    purpose: letter.purpose,
    issued: when,
    names: namesIn(letter),
    paragraphs: letter.clauses.map(({ ref }) => ref),
    ...(letter.about === undefined ? {} : { about: letter.about.id }),
  });
  const house = letter.purpose === 'call' || letter.purpose === 'complain' || letter.purpose === 'enforce';
  return {
    letter: made,
    entry: { at: when, event: house ? 'note' : 'served', letter: id, recipient: letter.recipient.id },
  };
}
