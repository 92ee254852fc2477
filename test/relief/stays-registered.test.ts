import { expect, test } from 'vitest';
import { at } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import { dossier, known, lacking } from './literals.ts';

const ends = (text: string) => ({ expires: known(at(text), 'run#3') });

test.each([
  ['long enough', {}, 'met', 'as-ordered'],
  ['91 days ahead', ends('2019-06-24T12:00:00Z'), 'met', 'as-ordered'],
  ['90 days ahead', ends('2019-06-23T12:00:00Z'), 'unmet', 'expires-too-soon'],
  ['over', ends('2019-03-01T00:00:00Z'), 'unmet', 'expires-too-soon'],
  ['pendingDelete', { statuses: known(['pendingDelete'] as const) }, 'unmet', 'leaving-registry'],
  [
    'pendingDelete, date not known',
    { statuses: known(['pendingDelete'] as const), expires: lacking('not-stated') },
    'unmet',
    'leaving-registry',
  ],
  ['serverRenewProhibited', { statuses: known(['serverRenewProhibited'] as const) }, 'unmet', 'leaving-registry'],
  ['not registered', { registered: known('no-such-object') }, 'unmet', 'not-registered'],
  ['date not known', { expires: lacking('not-stated') }, 'unknown', 'not-stated'],
  ['statuses not known', { statuses: lacking('not-stated') }, 'unknown', 'not-stated'],
  ['no answer', { statuses: lacking('timeout'), expires: lacking('timeout') }, 'unknown', 'timeout'],
] as const)('%s', (_what, facts, verdict, word) => {
  expectSays(judged('stays-registered', {}, dossier(facts)), verdict, word);
});

test.each([
  'pendingDelete',
  'redemptionPeriod',
  'pendingRestore',
  'serverRenewProhibited',
  'clientRenewProhibited',
] as const)('%s lets it lapse, however far the date is', (status) => {
  const judgement = judged('stays-registered', {}, dossier({ statuses: known(['ok', status] as const, 'run#4') }));
  expect(judgement).toMatchObject({
    word: 'leaving-registry',
    reason: `on its way out: ${status}`,
    citations: ['run#4'],
  });
});

test('the sentences give days, and what is met cites the date and the statuses, each once', () => {
  const soon = judged('stays-registered', {}, dossier(ends('2019-04-30T23:59:59Z')));
  expect(soon.reason).toBe('the registration ends on 2019-04-30, and has to last beyond 2019-06-23');
  const cited = (id: string) => {
    const statuses = known(['serverTransferProhibited'] as const, id, 'run#3');
    return judged('stays-registered', {}, dossier({ ...ends('2021-01-01T00:00:00Z'), statuses }));
  };
  expect(cited('run#3')).toMatchObject({ reason: 'registered until 2021-01-01', citations: ['run#3'] });
  expect(cited('run#4').citations).toEqual(['run#3', 'run#4']);
});

test('the terms’ time counts from now, the order’s end by itself', () => {
  const facts = dossier(ends('2019-12-01T00:00:00Z'));
  expectSays(judged('stays-registered', { 'at-least': '12 months' }, facts), 'unmet', 'expires-too-soon');
  expectSays(judged('stays-registered', { 'at-least': '8 months' }, facts), 'met', 'as-ordered');
  const short = dossier(ends('2019-04-01T00:00:00Z'));
  expectSays(judged('stays-registered', {}, short, { until: at('2019-03-29T20:00:00Z') }), 'met', 'as-ordered');
  expectSays(judged('stays-registered', {}, short, { until: at('2019-04-01T00:00:00Z') }), 'unmet', 'expires-too-soon');
  const over = dossier(ends('2019-03-20T00:00:00Z'));
  expectSays(judged('stays-registered', {}, over, { until: at('2019-03-16T00:00:00Z') }), 'unmet', 'expires-too-soon');
});

test('a grace period that nobody may have paid for is a note', () => {
  expect(judged('stays-registered', {}, dossier({ statuses: known(['autoRenewPeriod'] as const) })).notes).toHaveLength(
    1,
  );
});
