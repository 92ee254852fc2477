import { describe, expect, test } from 'vitest';
import { CHECKLIST } from '../../../src/letters/guards/checklist.ts';
import { foreignNames, guardRefusals } from '../../../src/letters/guards/guards.ts';
import { REFUSALS, type RefusalWord, refusalRow } from '../../../src/letters/guards/refusals.ts';
import { correspondenceOf } from '../../../src/letters/plan/correspondence.ts';
import type { Case } from '../../../src/model/case/case.ts';
import { DELEGATED, NS1, paragraph, scheduled, TRANSFER } from '../../relief/literals.ts';
import { at, name, prefix } from '../../support/values.ts';
import {
  type Asked,
  BAD,
  EXREG,
  FIRST_DAY,
  issued,
  LOSING,
  letterCase,
  letterTo,
  lookedAt,
  ONE,
  ORDER_TO_EXREG,
  plan,
  questionOf,
  reached,
  SENT_TO_EXREG,
  served,
  TEMPLATES,
  TESTREG,
  TRO,
  TWO,
  template,
  UNTOUCHED,
  words,
} from '../desk.ts';

const base = letterCase();
const without = (...keys: (keyof Case)[]): Case => {
  const entries = Object.entries(base).filter(([key]) => !keys.some((one) => one === key));
  return Object.fromEntries(entries) as unknown as Case;
};
const terms = (...keys: (keyof Case['letters'])[]): Case => {
  const entries = Object.entries(base.letters).filter(([key]) => !keys.some((one) => one === key));
  return { ...base, letters: Object.fromEntries(entries) as unknown as Case['letters'] };
};
const tro = (changes: object): Case => ({ ...base, orders: [{ ...TRO, ...changes }] });
const exreg = (changes: object): Case => ({ ...base, recipients: [{ ...EXREG, ...changes }, TESTREG, LOSING] });
const onlyTemplate = (changes: object): Asked => ({ templates: { ...TEMPLATES, templates: [template(changes)] } });
const SEAL = { until: at('2019-03-27T13:00:00Z'), touches: ['registry'] } as const;

type Row = readonly [word: RefusalWord, about: string, asked: Asked, to?: string];

/** What is wrong, in a letter that has nothing else against it. `losing`: in the letter to that recipient. */
const ROWS: readonly Row[] = [
  ['no-recipient', 'nobody listed for .test', { theCase: { ...base, recipients: [EXREG, LOSING] } }, '.test'],
  ['registrar-not-seen', 'not looked up', { looked: lookedAt(FIRST_DAY, {}) }, 'registrar not known'],
  ['order-not-in-force', 'ended at noon', { theCase: tro({ expires: at('2019-03-15T20:10:00Z') }) }],
  ['already-issued', 'lies there', { issued: [issued('a', { issued: at('2019-03-15T20:20:00Z') })] }],
  [
    'already-issued',
    'lies there from a time to come',
    { issued: [issued('a', { issued: at('2019-03-19T20:20:00Z') })], byClock: true },
  ],
  ['already-sent', 'went out', { issued: [ORDER_TO_EXREG], journal: SENT_TO_EXREG, asOf: at('2019-03-15T22:00:00Z') }],
  [
    'already-sent',
    'served by an entry from a time to come',
    {
      journalAhead: [{ at: at('2019-03-19T20:20:00Z'), event: 'served', recipient: 'exreg', by: 'courier' }],
      byClock: true,
    },
  ],
  ['never-looked-up', 'one of two', { looked: lookedAt(FIRST_DAY, { [ONE]: UNTOUCHED }) }],
  [
    'stale-lookups',
    '49 hours',
    { looked: lookedAt(at('2019-03-13T19:30:00Z'), { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED }) },
  ],
  ['no-template', 'none of the purpose', onlyTemplate({ purpose: 'release' })],
  ['no-template', 'none of the reach', onlyTemplate({ reach: ['requested'] })],
  ['no-template', 'none of the role', onlyTemplate({ roles: ['provider'] })],
  ['no-template', 'a kind of relief without words', onlyTemplate({ covers: ['registrar-of-record'] })],
  ['encloses-too-little', 'no copy of the order', onlyTemplate({ encloses: ['schedule', 'confirmation'] })],
  ['encloses-too-little', 'no names for a machine', onlyTemplate({ encloses: ['orders', 'confirmation'] })],
  ['encloses-too-little', 'no form', onlyTemplate({ encloses: ['orders', 'schedule'] })],
  ['sealed-without-non-disclosure', 'sealed', { theCase: { ...terms('nonDisclosure'), seal: SEAL } }],
  ['threshold', 'names', { theCase: { ...base, letters: { ...base.letters, most: { recipients: 60, names: 1 } } } }],
  [
    'threshold',
    'recipients',
    { theCase: { ...base, letters: { ...base.letters, most: { recipients: 2, names: 9 } } } },
  ],
  ['no-contact', 'no way at all', { theCase: exreg({ contacts: { address: [], email: [] } }) }],
  [
    'recipient-incomplete-for-letter',
    'no postal address',
    { theCase: exreg({ contacts: reached('exreg', { address: [] }) }) },
  ],
  ['recipient-incomplete-for-letter', 'a name of nothing', { theCase: exreg({ name: '\u202e\u200b' }) }],
  ['no-order-copy', 'none stated', { theCase: tro({ copy: undefined }) }],
  ['order-copy-differs', 'another file', { copies: { 'orders/tro.pdf': 'differs' } }],
  ['order-copy-differs', 'not there', { copies: {} }],
  ['no-docket-entry', 'none', { theCase: tro({ docketEntry: undefined }) }],
  ['no-judge', 'none', { theCase: without('judge') }],
  ['no-counsel', 'none', { theCase: without('counsel') }],
  [
    'no-counsel',
    'no telephone',
    { theCase: { ...base, counsel: { name: 'C', address: ['x'], email: 'c@x.example' } } },
  ],
  ['no-contacts-of-ours', 'none', { theCase: without('contacts') }],
  [
    'no-contacts-of-ours',
    'no telephone',
    { theCase: { ...base, contacts: { technical: { name: 'T' }, emergency: { name: 'E' } } } },
  ],
  [
    'gaining-registrar-incomplete',
    'no account',
    { theCase: { ...base, registrars: { custodian: { name: 'M', ianaId: 292, email: 'm@m.example' } } } },
  ],
  [
    'gaining-registrar-incomplete',
    'no mail',
    { theCase: { ...base, registrars: { custodian: { name: 'M', ianaId: 292, account: '1' } } } },
  ],
  ['no-costs', 'not said', { theCase: terms('costs') }],
  ['no-preservation', 'not said', { theCase: terms('preservation') }],
  ['no-objections', 'not said', { theCase: terms('objections') }],
  ['no-deadline', 'no paragraph has one', { theCase: tro({ paragraphs: [paragraph('2(a)', [TRANSFER])] }) }],
  [
    'no-glue',
    'a name server under a name of the letter',
    {
      theCase: {
        ...base,
        schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('sinkhole.example') }],
        sinkholes: { dcu: { operator: 'x', nameServers: [NS1], prefixes: [prefix('192.0.2.0/24')] } },
        orders: [{ ...TRO, paragraphs: [paragraph('2(b)', [DELEGATED], { due: { by: at('2019-03-22T21:00:00Z') } })] }],
      },
      looked: lookedAt(FIRST_DAY, { 'sinkhole.example': UNTOUCHED }),
    },
  ],
];

const TABLE = ROWS.map(([word, about, asked, to = 'exreg']) => ({ word, about, asked, to }));

describe('a letter that has nothing against it is refused for one reason', () => {
  test('the letter itself', () => expect(words(letterTo('exreg'))).toEqual([]));

  test.each(TABLE)('$word: $about', ({ word, asked, to }) => {
    const found = letterTo(to, asked);
    const texts = found.refusals.filter((one) => one.word === word);
    expect(words(found).filter((one) => one !== word)).toEqual(
      word === 'no-contact' ? ['recipient-incomplete-for-letter'] : [],
    );
    expect(texts[0]?.text).toMatch(/\S/);
    expect(texts[0]?.hint).toMatch(/\.$/);
    expect(texts[0]?.reasonOutweighs).toBe(REFUSALS[word].reasonOutweighs);
  });

  test.each(TABLE)('$word: $about, with a reason', ({ word, asked, to }) => {
    const outweighed = REFUSALS[word].reasonOutweighs;
    expect(words(letterTo(to, { ...asked, reason: 'the judge asked for it' })).includes(word)).toBe(!outweighed);
  });
});

describe('refusals of their own kind', () => {
  test('a registrar without its IANA ID', () => {
    const { ianaId: _id, ...nameless } = LOSING;
    const letters = plan({ theCase: { ...base, recipients: [EXREG, TESTREG, nameless] } });
    expect(letters.map(words).at(-1)).toEqual(['no-recipient']);
  });

  test('a registrar that nobody is listed for: its abuse desk is offered with its source, and never written to', () => {
    const looked = lookedAt(FIRST_DAY, {
      [ONE]: { ...UNTOUCHED, rdap: { ...UNTOUCHED.rdap, abuse: { email: 'abuse@losing.example\u202e' } } },
    });
    const [letter] = plan({ theCase: { ...base, recipients: [EXREG, TESTREG] }, looked }).filter((one) =>
      words(one).includes('no-recipient'),
    );
    expect(letter?.refusals[0]?.hint).toMatch(
      /iana-id: \d+\. To ask whom to write to: abuse@losing\.example, its abuse desk in RDAP of https:\/\/rdap\.example\/ on Fri 15 Mar 2019\.$/,
    );
    expect(letter?.recipient.contacts).toEqual({ address: [], email: [] });
    const silent = { ...LOSING, contacts: { address: [], email: [] } };
    const [unreached] = plan({ theCase: { ...base, recipients: [EXREG, TESTREG, silent] }, looked }).filter(
      (one) => one.recipient.id === LOSING.id,
    );
    expect(unreached?.refusals.find(({ word }) => word === 'no-contact')?.hint).toContain('abuse@losing.example');
  });

  test('a name of somebody else', () => {
    const letter = letterTo('exreg');
    const [foreign] = letterTo('testreg').names;
    const question = questionOf();
    const context = { theCase: base, correspondence: correspondenceOf(question) };
    expect(foreignNames(letter, context)).toEqual([]);
    const mixed = { ...letter, names: [...letter.names, ...(foreign === undefined ? [] : [foreign])] };
    expect(foreignNames(mixed, context).map(({ word, text }) => `${word}: ${text}`)).toEqual([
      `foreign-name: not Example Registry's: ${BAD}`,
    ]);
    expect(foreignNames({ ...mixed, recipient: LOSING }, context)).toEqual([]);
    expect(foreignNames({ ...letter, recipient: { ...LOSING, ianaId: 1 } }, context)).toHaveLength(1);
    expect(
      foreignNames({ ...letter, recipient: { ...TESTREG, role: 'provider', hosts: [name('dyn.test')] } }, context),
    ).toHaveLength(1);
  });

  test('a template that was chosen by hand for the other reach', () => {
    const context = { theCase: base, asOf: FIRST_DAY, correspondence: correspondenceOf(questionOf()) };
    const found = (reach: 'ordered' | 'requested') =>
      guardRefusals(letterTo('testreg'), { ...context, template: template({ reach: [reach] }) });
    expect(found('requested')).toEqual([]);
    expect(found('ordered').map(({ word, text }) => `${word}: ${text}`)).toEqual([
      'reach-differs: the template any is for ordered parties; Test Registry is requested',
    ]);
  });

  test('a complaint to ICANN about somebody who was never written to', () => {
    const complaint = { ...letterTo('exreg'), purpose: 'complain' } as const;
    const found = (asked: Asked) => {
      const question = questionOf({ asOf: at('2019-03-15T22:00:00Z'), ...asked });
      const correspondence = correspondenceOf(question);
      return guardRefusals(complaint, { ...question, correspondence, template: template() }).map(({ word }) => word);
    };
    expect(found({})).toEqual(['no-first-contact']);
    expect(found({ issued: [ORDER_TO_EXREG] })).toEqual(['no-first-contact']);
    expect(found({ issued: [ORDER_TO_EXREG], journal: SENT_TO_EXREG })).toEqual([]);
  });

  test('after the seal has ended the words against disclosure are not asked for', () => {
    const theCase = { ...terms('nonDisclosure'), seal: { ...SEAL, until: at('2019-03-15T20:10:00Z') } };
    expect(words(letterTo('exreg', { theCase }))).toEqual([]);
  });

  test('lookups exactly as old as the limit are fresh', () => {
    const looked = lookedAt(at('2019-03-13T20:30:00Z'), { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED });
    expect(words(letterTo('exreg', { looked }))).toEqual([]);
  });

  test('the limit on recipients counts those that were asked for, and none that is past', () => {
    const letters = { ...base.letters, most: { recipients: 2, names: 9 } };
    const theCase = { ...base, letters };
    expect(plan({ theCase, to: ['exreg', 'testreg'] }).map(words)).toEqual([[], []]);
    const past = plan({
      theCase,
      issued: [ORDER_TO_EXREG],
      journal: [served(ORDER_TO_EXREG.id)],
      asOf: at('2019-03-15T22:00:00Z'),
    });
    expect(past.map(words)).toEqual([['already-sent'], [], []]);
  });
});

test('every word of the table has been the reason once, in this file or beside it', () => {
  const elsewhere: readonly RefusalWord[] = ['foreign-name', 'reach-differs', 'no-first-contact'];
  const tested = new Set<string>([...TABLE.map(({ word }) => word), ...elsewhere]);
  expect(Object.keys(REFUSALS).filter((word) => !tested.has(word))).toEqual([]);
});

test('every row can be explained', () => {
  for (const word of Object.keys(REFUSALS)) {
    expect(refusalRow(word)?.means).toMatch(/[^.]$/);
    expect(refusalRow(word)?.remedy).toMatch(/\.$/);
  }
  expect(refusalRow('toString')).toBeUndefined();
});

test('every item of the checklist names the letters that need it', () => {
  expect(CHECKLIST.length).toBeGreaterThanOrEqual(12);
  for (const row of CHECKLIST) expect(row.purposes.length).toBeGreaterThan(0);
});
