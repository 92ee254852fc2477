import { describe, expect, test } from 'vitest';
import { isUnderContract, LADDER, nextStepOf } from '../../../src/letters/plan/ladder.ts';
import { nextStepsOf } from '../../../src/letters/plan/next-steps.ts';
import { planLetters } from '../../../src/letters/plan/plan.ts';
import type { Case } from '../../../src/model/case/case.ts';
import type { JournalEntry } from '../../../src/model/case/journal.ts';
import type { Recipient } from '../../../src/model/case/party.ts';
import type { Instant } from '../../../src/model/instant.ts';
import { type IssuedLetter, isSettled, type Purpose } from '../../../src/model/letter/letter.ts';
import { scheduled } from '../../relief/literals.ts';
import { at, name } from '../../support/values.ts';
import {
  type Asked,
  DONE,
  DUE,
  EXREG,
  issued,
  LATE,
  LOSING,
  letterCase,
  lookedAt,
  namesIn,
  ONE,
  ORDER_TO_EXREG,
  plan,
  questionOf,
  received,
  recipient,
  SENT_TO_EXREG,
  served,
  TWO,
  UNTOUCHED,
  wentOut,
  words,
} from '../desk.ts';

const LATE_ONES: Asked = {
  issued: [ORDER_TO_EXREG],
  journal: SENT_TO_EXREG,
  asOf: LATE,
  looked: lookedAt(at('2019-03-21T12:00:00Z'), { [ONE]: UNTOUCHED, [TWO]: DONE }),
};
const due = (asked: Asked) => plan(asked).filter((one) => one.recipient.id === 'exreg' && !isSettled(one));

describe('when a step is due', () => {
  test('one second before the deadline nothing is; after it a reminder, about what is undone alone', () => {
    const looked = { ...LATE_ONES.looked, at: at('2019-03-21T03:00:00Z'), scenes: LATE_ONES.looked?.scenes ?? {} };
    expect(due({ ...LATE_ONES, looked, asOf: DUE })).toEqual([]);
    const [letter, ...others] = due(LATE_ONES);
    expect(others).toEqual([]);
    expect(letter?.purpose).toBe('remind');
    expect(letter && namesIn(letter)).toEqual([ONE]);
    expect(letter && words(letter)).toEqual([]);
    expect(letter?.clauses.map(({ ref }) => ref)).toEqual(['tro/2(a)', 'tro/2(b)']);
  });

  test('nobody is chased for what is done', () => {
    expect(due({ ...LATE_ONES, looked: lookedAt(LATE, { [ONE]: DONE, [TWO]: DONE }) })).toEqual([]);
  });

  test('nobody is chased for what could not be seen: it is told apart, where something else is undone', () => {
    const unseen = { [TWO]: { ...DONE, rdap: { registrar: { name: 'MarkMonitor' } } } };
    expect(due({ ...LATE_ONES, looked: lookedAt(LATE, { [ONE]: DONE, ...unseen }) })).toEqual([]);
    const [letter] = due({ ...LATE_ONES, looked: lookedAt(LATE, { [ONE]: UNTOUCHED, ...unseen }) });
    expect(letter && namesIn(letter)).toEqual([ONE]);
    expect(letter?.unconfirmed?.map((one) => [one.name, one.open.map(({ verdict }) => verdict)])).toEqual([
      [TWO, ['unknown']],
    ]);
  });

  test('a look from before the deadline shows nothing about being late', () => {
    const [letter] = due({
      ...LATE_ONES,
      looked: lookedAt(at('2019-03-21T03:00:00Z'), { [ONE]: UNTOUCHED, [TWO]: DONE }),
    });
    expect(letter && words(letter)).toEqual(['stale-lookups']);
    expect(letter?.refusals[0]?.text).toContain('before the deadline');
  });

  test('who was never served is written to, and not reminded', () => {
    const journal: readonly JournalEntry[] = [];
    const theCase = byDate(letterCase());
    const question = questionOf({ ...LATE_ONES, theCase, journal, issued: [] });
    expect(nextStepsOf(question).map(({ recipient: { id }, step }) => [id, step])).toContainEqual(['exreg', 'execute']);
    expect(planLetters(question).map(({ purpose }) => purpose)).not.toContain('remind');
  });

  test('a release, a hold, a lapsed order: a reminder under an order that ended is refused', () => {
    const [letter] = due({
      ...LATE_ONES,
      asOf: at('2019-03-30T00:00:00Z'),
      looked: lookedAt(at('2019-03-29T23:00:00Z'), { [ONE]: UNTOUCHED, [TWO]: DONE }),
    });
    expect(letter && words(letter)).toEqual(['order-not-in-force']);
  });
});

/** A deadline that needs no receipt. */
function byDate(theCase: Case): Case {
  return {
    ...theCase,
    orders: theCase.orders.map((one) => ({
      ...one,
      paragraphs: one.paragraphs.map((paragraph) => ({ ...paragraph, due: { by: DUE } })),
    })),
  };
}

/** Climbs the ladder of one recipient: each letter goes out as soon as it is planned; a day and an hour pass. */
function climb(
  theCase: Case,
  first: IssuedLetter,
  scenes: NonNullable<Asked['looked']>['scenes'],
): readonly (readonly [string, Purpose])[] {
  const all: IssuedLetter[] = [first];
  const journal: JournalEntry[] = [served(first.id), received(first.id)];
  const climbed: (readonly [string, Purpose])[] = [];
  for (let hours = 0; hours < 250; hours += 25) {
    const asOf = new Date(Date.parse(LATE) + hours * 3_600_000).toISOString().replace('.000Z', 'Z') as Instant;
    const letters = plan({ theCase, issued: all, journal, asOf, looked: lookedAt(asOf, scenes) }).filter(
      (one) => !isSettled(one) && (one.about ?? one.recipient).id === first.recipient && one.purpose !== 'execute',
    );
    for (const letter of letters) {
      climbed.push([letter.recipient.id, letter.purpose]);
      const { letter: made, entry } = wentOut(letter, asOf);
      all.push(made);
      journal.push(entry);
    }
  }
  return climbed;
}

describe('the whole ladder', () => {
  const lasting = { ...letterCase() };
  const forever = (recipients: readonly Recipient[]): Case => ({
    ...lasting,
    recipients,
    schedules: [{ id: 'appendix-a', file: 'a', names: scheduled('one.com', 'two.shop') }],
    orders: lasting.orders.map(({ expires: _end, ...one }) => one),
  });
  const gtld = recipient('gtld', { tlds: ['com', 'shop'] });
  const scenes = { 'one.com': UNTOUCHED, 'two.shop': UNTOUCHED };
  const NAMES = [name('one.com'), name('two.shop')];

  test('of a registry operator that is ordered', () => {
    const first = issued('2019-03-15-gtld-execute', { recipient: 'gtld', names: NAMES });
    expect(climb(forever([gtld, LOSING]), first, scenes)).toEqual([
      ['gtld', 'remind'],
      ['gtld', 'call'],
      ['gtld', 'general-counsel'],
      ['gtld', 'complain'],
      ['gtld', 'enforce'],
    ]);
  });

  test('of a registrar: its registry operator is told before ICANN', () => {
    const first = issued('2019-03-15-losing-execute', { recipient: 'losing', role: 'registrar', names: NAMES });
    expect(climb(forever([gtld, LOSING]), first, scenes)).toEqual([
      ['losing', 'remind'],
      ['losing', 'call'],
      ['losing', 'general-counsel'],
      ['gtld', 'registry'],
      ['losing', 'complain'],
      ['losing', 'enforce'],
    ]);
  });

  test('of a requested party it ends before the court', () => {
    const first = issued('2019-03-15-gtld-execute', { recipient: 'gtld', names: NAMES });
    const steps = climb(forever([{ ...gtld, reach: 'requested' }, LOSING]), first, scenes);
    expect(steps.map(([, step]) => step)).toEqual(['remind', 'call', 'general-counsel', 'complain']);
  });

  test('a paper for the house has no address that it could go to', () => {
    const first = issued('2019-03-15-gtld-execute', { recipient: 'gtld', names: NAMES });
    const theCase = forever([gtld, LOSING]);
    const asOf = at('2019-03-23T14:00:00Z');
    const reminder = issued('r', { recipient: 'gtld', names: NAMES, purpose: 'remind', issued: LATE });
    const journal = [served(first.id), received(first.id), served('r', LATE)];
    const call = plan({ theCase, issued: [first, reminder], journal, asOf, looked: lookedAt(asOf, scenes) }).find(
      ({ purpose }) => purpose === 'call',
    );
    expect(call?.recipient.contacts).toMatchObject({ email: [], phone: '+1 202 555 0100' });
    expect(call?.recipient.contacts.form).toBeUndefined();
  });

  test('the registry operator that is told of a registrar gets its own names alone', () => {
    const other = recipient('other', { tlds: ['shop'] });
    const first = issued('2019-03-15-losing-execute', { recipient: 'losing', role: 'registrar', names: NAMES });
    const theCase = forever([{ ...gtld, tlds: ['com'] }, other, LOSING]);
    const asOf = at('2019-03-25T00:00:00Z');
    const steps = (['remind', 'call', 'general-counsel'] as const).map((purpose) =>
      issued(purpose, {
        recipient: 'losing',
        role: 'registrar',
        names: NAMES,
        purpose,
        issued: at('2019-03-21T13:00:00Z'),
      }),
    );
    const journal = [
      served(first.id),
      received(first.id),
      ...steps.map(({ id }) => served(id, at('2019-03-21T14:00:00Z'))),
    ];
    const letters = plan({
      theCase,
      issued: [first, ...steps],
      journal,
      asOf,
      looked: lookedAt(asOf, scenes),
      purpose: 'registry',
    });
    expect(letters.map((one) => [one.recipient.id, one.about?.id, namesIn(one)])).toEqual([
      ['gtld', 'losing', [NAMES[0]]],
      ['other', 'losing', [NAMES[1]]],
    ]);
    expect(letters.map(words)).toEqual([[], []]);
    const unlisted = plan({
      theCase: { ...theCase, recipients: [LOSING] },
      issued: [first, ...steps],
      journal,
      asOf,
      looked: lookedAt(asOf, scenes),
      purpose: 'registry',
    });
    expect(unlisted.map((one) => [one.recipient.id, words(one)])).toEqual([
      ['.com', ['no-recipient']],
      ['.shop', ['no-recipient']],
    ]);
  });

  test('a complaint without an issued letter that went out is refused', () => {
    const theCase = forever([gtld, LOSING]);
    const asOf = at('2019-03-25T00:00:00Z');
    const counsel = issued('gc', { recipient: 'gtld', names: NAMES, purpose: 'general-counsel', issued: LATE });
    const byHand: readonly JournalEntry[] = [
      { at: at('2019-03-15T21:20:00Z'), event: 'served', recipient: 'gtld' },
      { at: at('2019-03-15T21:41:00Z'), event: 'received', recipient: 'gtld' },
    ];
    const asked = { theCase, asOf, looked: lookedAt(asOf, scenes), purpose: 'complain' } as const;
    const [with_] = plan({ ...asked, issued: [counsel], journal: [...byHand, served('gc', LATE)] });
    expect(with_ && words(with_)).toEqual([]);
  });
});

describe('the rule', () => {
  const question = {
    recipient: EXREG,
    name: name('one.com'),
    deadline: DUE,
    taken: new Map<Purpose, Instant>(),
    patienceHours: 24,
    timeZone: 'America/New_York',
  };

  test('the first step is due when the deadline has passed, each further one after some patience', () => {
    expect(nextStepOf(question)).toEqual({
      step: 'remind',
      from: DUE,
      because: 'the deadline passed on Wed 20 Mar 2019',
    });
    const taken = new Map([['remind', LATE]] as const);
    expect(nextStepOf({ ...question, taken })).toEqual({
      step: 'call',
      from: '2019-03-22T13:00:00Z',
      because: 'the reminder went out on Thu 21 Mar 2019, and 24 hours are given to each step',
    });
    expect(nextStepOf({ ...question, taken, patienceHours: 0 })?.from).toBe(LATE);
  });

  test('a step before the deadline belonged to an earlier one', () => {
    expect(nextStepOf({ ...question, taken: new Map([['remind', at('2019-03-18T00:00:00Z')]]) })?.step).toBe('remind');
  });

  test('a step that was left out by hand is not caught up with', () => {
    expect(nextStepOf({ ...question, taken: new Map([['general-counsel', LATE]]) })?.step).toBe('complain');
  });

  test('who has refused is neither reminded nor called, and at once', () => {
    expect(nextStepOf({ ...question, refusedAt: at('2019-03-18T00:00:00Z') })).toMatchObject({
      step: 'general-counsel',
      from: '2019-03-18T00:00:00Z',
      because: 'Example Registry refused on Sun 17 Mar 2019',
    });
    const taken = new Map([['remind', LATE]] as const);
    expect(nextStepOf({ ...question, taken, refusedAt: at('2019-03-21T15:00:00Z') })).toMatchObject({
      step: 'general-counsel',
      from: '2019-03-21T15:00:00Z',
    });
  });

  test('after the last step nothing follows', () => {
    expect(nextStepOf({ ...question, taken: new Map([['enforce', LATE]]) })).toBeUndefined();
  });

  test.each([
    ['one.com', true],
    ['one.info', true],
    ['one.shop', true],
    ['one.de', false],
    ['one.co.uk', false],
    ['one.gov', false],
    ['one.xn--p1ai', false],
  ])('a complaint about %s: %s', (text, complains) => {
    expect(isUnderContract(name(text))).toBe(complains);
    const taken = new Map([['general-counsel', LATE]] as const);
    expect(nextStepOf({ ...question, name: name(text), taken })?.step).toBe(complains ? 'complain' : 'enforce');
  });

  test('each step says what it needs', () => {
    expect(LADDER.map(({ step }) => step)).toEqual([
      'remind',
      'call',
      'general-counsel',
      'registry',
      'complain',
      'enforce',
    ]);
    for (const { needs } of LADDER) expect(needs).toMatch(/\S/);
  });
});
