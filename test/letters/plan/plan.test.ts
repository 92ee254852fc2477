import { describe, expect, test } from 'vitest';
import { planLetters } from '../../../src/letters/plan/plan.ts';
import { namesOfNobody } from '../../../src/letters/plan/recipients.ts';
import { isSettled } from '../../../src/model/letter/letter.ts';
import { order, paragraph, RESOLVES, relief, scheduled } from '../../relief/literals.ts';
import { at, name } from '../../support/values.ts';
import {
  ALL_UNTOUCHED,
  BAD,
  DONE,
  EXREG,
  FIRST_DAY,
  issued,
  LOSING,
  letterCase,
  letterTo,
  lookedAt,
  namesIn,
  ONE,
  ORDER_TO_EXREG,
  plan,
  questionOf,
  RECEIVED,
  recipient,
  SENT_TO_EXREG,
  served,
  TESTREG,
  TRO,
  TWO,
  UNTOUCHED,
  words,
} from '../desk.ts';

describe('who is written to', () => {
  test('each registry operator about its own names, each registrar about those it has', () => {
    const letters = plan();
    expect(letters.map((one) => [one.recipient.id, one.purpose, namesIn(one)])).toEqual([
      ['exreg', 'execute', [ONE, TWO]],
      ['testreg', 'execute', [BAD]],
      ['losing', 'execute', [ONE, TWO, BAD]],
    ]);
    expect(letters.map(words)).toEqual([[], [], []]);
  });

  test('no letter has a name that is not its recipient’s', () => {
    const own = { exreg: /\.example$/, testreg: /\.test$/ };
    for (const [id, pattern] of Object.entries(own))
      for (const one of namesIn(letterTo(id))) expect(one).toMatch(pattern);
  });

  test('only under the paragraphs that direct the part it plays', () => {
    expect(letterTo('exreg').clauses.map(({ ref }) => ref)).toEqual(['tro/2(a)', 'tro/2(b)', 'tro/2(d)']);
    expect(letterTo('losing').clauses.map(({ ref }) => ref)).toEqual(['tro/2(a)', 'tro/2(d)']);
  });

  test('a registrar that the order itself names takes the names and gets no letter', () => {
    const custodian = recipient('custodian', { role: 'registrar', ianaId: 292 });
    const looked = lookedAt(FIRST_DAY, { [ONE]: DONE, [TWO]: UNTOUCHED, [BAD]: UNTOUCHED });
    const letters = plan({ theCase: letterCase({ recipients: [EXREG, TESTREG, LOSING, custodian] }), looked });
    expect(letters.map(({ recipient: { id } }) => id)).toEqual(['exreg', 'testreg', 'losing']);
    expect(letters.at(-1)?.names.map((one) => one.name)).toEqual([TWO, BAD]);
  });

  test('a registrar that nobody is listed for stays in the plan, with what to write down', () => {
    const letters = plan({ theCase: letterCase({ recipients: [EXREG, TESTREG] }) });
    const [letter] = letters.filter(({ recipient: { role } }) => role === 'registrar');
    expect(letter?.refusals).toEqual([
      {
        word: 'no-recipient',
        text: 'nobody is listed for the registrar Losing Registrar (IANA ID 9999)',
        hint: 'Add an entry to cases/recipients.yaml with role: registrar, iana-id: 9999.',
        reasonOutweighs: false,
      },
    ]);
    expect(letter?.recipient.reach).toBe('requested');
    expect(letter && namesIn(letter)).toEqual([ONE, TWO, BAD]);
  });

  test('so does a registry operator', () => {
    const letter = letterTo('.test', { theCase: letterCase({ recipients: [EXREG, LOSING] }) });
    expect(words(letter)).toEqual(['no-recipient']);
    expect(letter.refusals[0]?.hint).toContain('role: registry-operator, tlds: [test]');
  });

  test('a registrar that was not seen is not guessed', () => {
    const looked = lookedAt(FIRST_DAY, { [ONE]: UNTOUCHED, [TWO]: UNTOUCHED });
    const letter = letterTo('registrar not known', { looked });
    expect(words(letter)).toEqual(['registrar-not-seen']);
    expect(namesIn(letter)).toEqual([BAD]);
  });

  test('a host name goes to the provider under whose domain it stands, and to no registry', () => {
    const host = name('evil.dyn.example');
    const dyn = recipient('dyn', { role: 'provider', hosts: [name('dyn.example')] });
    const theCase = letterCase({
      schedules: [
        {
          id: 'appendix-a',
          file: 'a.txt',
          names: [
            { name: host, unicode: host, registrable: name('dyn.example'), line: 1 },
            ...scheduled('one.example'),
          ],
        },
      ],
      orders: [order('tro', [paragraph('3', [RESOLVES], { directedTo: ['registry-operator', 'provider'] })], TRO)],
      recipients: [EXREG, LOSING, dyn],
    });
    const asked = {
      theCase: {
        ...theCase,
        orders: theCase.orders.map((one) => ({
          ...one,
          paragraphs: [paragraph('3', [RESOLVES], { directedTo: ['registry-operator', 'provider'] })],
        })),
      },
      looked: lookedAt(FIRST_DAY, { [host]: UNTOUCHED, [ONE]: UNTOUCHED }),
    };
    expect(plan(asked).map((one) => [one.recipient.id, namesIn(one)])).toEqual([
      ['exreg', [ONE]],
      ['dyn', [host]],
    ]);
    const unlisted = plan({ ...asked, theCase: { ...asked.theCase, recipients: [EXREG, LOSING] } });
    expect(unlisted.map((one) => [one.recipient.id, words(one)]).at(-1)).toEqual([
      'under dyn.example',
      ['no-recipient'],
    ]);
    const directed = [paragraph('3', [RESOLVES])];
    const nobody = { ...asked.theCase, orders: asked.theCase.orders.map((one) => ({ ...one, paragraphs: directed })) };
    expect(namesOfNobody(questionOf({ ...asked, theCase: nobody }))).toEqual([host]);
  });

  test('who is directed to preserve and to do nothing else gets a letter about preservation', () => {
    const keep = paragraph('2(d)', [relief('attested', { what: 'logs' })], { directedTo: ['registrar'] });
    const theCase = letterCase({ orders: [{ ...TRO, paragraphs: [...TRO.paragraphs.slice(1, 2), keep] }] });
    expect(letterTo('losing', { theCase }).purpose).toBe('preserve');
    expect(letterTo('exreg', { theCase }).purpose).toBe('execute');
  });

  test('a language without a template is no reason to write in another one', () => {
    const theCase = letterCase({ recipients: [EXREG, { ...TESTREG, language: 'de' }, LOSING] });
    expect(words(letterTo('testreg', { theCase }))).toEqual(['no-template']);
  });
});

describe('what went out before', () => {
  const issuedBefore = { issued: [ORDER_TO_EXREG] };

  test('a letter that was issued and not sent is not made again', () => {
    const letter = letterTo('exreg', { ...issuedBefore, asOf: at('2019-03-15T21:10:00Z') });
    expect(words(letter)).toEqual(['already-issued']);
    expect(letter.refusals[0]?.text).toContain(ORDER_TO_EXREG.id);
  });

  test('before it was issued, as of then, there is no such letter', () => {
    expect(words(letterTo('exreg', issuedBefore))).toEqual([]);
  });

  test('one that went out stays in the plan as past', () => {
    const letter = letterTo('exreg', { ...issuedBefore, journal: SENT_TO_EXREG, asOf: at('2019-03-15T22:00:00Z') });
    expect(isSettled(letter)).toBe(true);
    expect(words(letter)).toEqual(['already-sent']);
    expect(letter.sent).toEqual([{ letter: ORDER_TO_EXREG.id, at: SENT_TO_EXREG[0]?.at }]);
  });

  test('a reason outweighs that, and nothing that it may not', () => {
    const asked = { ...issuedBefore, journal: SENT_TO_EXREG, asOf: at('2019-03-15T22:00:00Z'), reason: 'they lost it' };
    expect(words(letterTo('exreg', asked))).toEqual([]);
    expect(words(letterTo('exreg', { ...asked, looked: lookedAt(at('2019-03-01T00:00:00Z'), ALL_UNTOUCHED) }))).toEqual(
      ['stale-lookups'],
    );
    expect(words(letterTo('exreg', { ...asked, reason: '  ' }))).toEqual(['already-sent']);
  });

  test('being sent to oneself is no service', () => {
    const asked = {
      ...issuedBefore,
      journal: [{ at: at('2019-03-15T21:05:00Z'), event: 'trial', letter: ORDER_TO_EXREG.id } as const],
    };
    expect(words(letterTo('exreg', { ...asked, asOf: at('2019-03-15T22:00:00Z') }))).toEqual(['already-issued']);
  });

  test('a service by courier, without a letter issued here, counts', () => {
    const journal = [{ at: at('2019-03-15T21:00:00Z'), event: 'served', recipient: 'exreg', by: 'courier' } as const];
    const letter = letterTo('exreg', { journal, asOf: at('2019-03-15T22:00:00Z') });
    expect(words(letter)).toEqual(['already-sent']);
    expect(letter.refusals[0]?.text).toContain('without a letter issued here');
  });

  test('a service that is still to come by the clock counts for whom and what it names, unless a reason is given', () => {
    const entry = { at: at('2019-03-19T20:20:00Z'), event: 'served', recipient: 'exreg', by: 'courier' } as const;
    const letter = letterTo('exreg', { journalAhead: [entry] });
    expect(words(letter)).toEqual(['already-sent']);
    expect(letter.refusals[0]?.text).toMatch(/19 Mar 2019, which is still to come by this machine's clock$/);
    expect(words(letterTo('exreg', { journalAhead: [entry], reason: 'it was not served' }))).toEqual([]);
    expect(words(letterTo('exreg', { journalAhead: [{ ...entry, recipient: 'testreg' }] }))).toEqual([]);
    expect(words(letterTo('exreg', { journalAhead: [{ ...entry, event: 'note' }] }))).toEqual([]);
  });

  test('a service before the order was entered was another order’s', () => {
    const journal = [{ at: at('2019-03-01T00:00:00Z'), event: 'served', recipient: 'exreg' } as const];
    expect(words(letterTo('exreg', { journal }))).toEqual([]);
  });

  test('a correction that takes the service back brings the letter back', () => {
    const wrong = served(ORDER_TO_EXREG.id);
    const note = {
      at: at('2019-03-15T21:30:00Z'),
      event: 'note',
      letter: ORDER_TO_EXREG.id,
      corrects: wrong.at,
    } as const;
    const asked = { ...issuedBefore, asOf: at('2019-03-15T22:00:00Z') };
    expect(words(letterTo('exreg', { ...asked, journal: [wrong] }))).toEqual(['already-sent']);
    expect(words(letterTo('exreg', { ...asked, journal: [wrong, note] }))).toEqual(['already-issued']);
  });

  test('names that were not in the letter that went out get one', () => {
    const part = issued('2019-03-15-exreg-execute', { names: [ONE] });
    const letter = letterTo('exreg', { issued: [part], journal: [served(part.id)], asOf: at('2019-03-15T22:00:00Z') });
    expect(namesIn(letter)).toEqual([TWO]);
    expect(words(letter)).toEqual([]);
  });
});

describe('deadlines', () => {
  test('are words alone until the recipient has received it', () => {
    const letter = letterTo('exreg');
    expect(letter.deadline).toBeUndefined();
    expect(letter.clauses.map(({ rule }) => rule)).toEqual([
      '3 business days of receipt',
      '3 business days of receipt',
      undefined,
    ]);
  });

  test('run from each recipient’s own receipt', () => {
    const journal = [
      { at: RECEIVED, event: 'received', recipient: 'exreg' },
      { at: at('2019-03-18T15:00:00Z'), event: 'received', recipient: 'testreg' },
    ] as const;
    const asked = { journal, asOf: at('2019-03-18T16:00:00Z') };
    expect(letterTo('exreg', asked).deadline?.due).toBe('2019-03-21T03:59:59Z');
    expect(letterTo('testreg', asked).deadline?.due).toBe('2019-03-22T03:59:59Z');
    expect(letterTo('losing', asked).deadline).toBeUndefined();
    expect(letterTo('exreg', asked).deadline?.arithmetic).toContain('Mon 18, Tue 19, Wed 20 Mar');
  });
});

test('forty recipients and a letter with five thousand names are planned', () => {
  const many = [...Array(5000).keys()].map((number) => `n${number}.example`);
  const labels = [...Array(40).keys()].map((number) => `t${number}`);
  const few = labels.flatMap((label) => [...Array(98).keys()].map((number) => `n${number}.${label}`));
  const theCase = letterCase({
    schedules: [{ id: 'appendix-a', file: 'a.txt', names: scheduled(...many, ...few) }],
    recipients: [EXREG, LOSING, ...labels.map((label) => recipient(`r-${label}`, { tlds: [label] }))],
  });
  const question = questionOf({
    theCase,
    looked: lookedAt(FIRST_DAY, Object.fromEntries([...many, ...few].map((one) => [one, UNTOUCHED]))),
  });
  const letters = planLetters(question);
  expect(letters).toHaveLength(42);
  expect(
    letters
      .map(({ names }) => names.length)
      .sort((a, b) => b - a)
      .slice(0, 3),
  ).toEqual([8920, 5000, 98]);
});
