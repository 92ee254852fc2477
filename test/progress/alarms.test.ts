// What is to be told to somebody who is not looking, and what of it is over.
import { describe, expect, test } from 'vitest';
import type { Case } from '../../src/model/case/case.ts';
import { ALARM_WORDS, alarmKey } from '../../src/model/judged/alarm.ts';
import type { CaseRecord } from '../../src/model/judged/record.ts';
import { alarmsOf, isOver, openAlarms } from '../../src/progress/alarms.ts';
import { summaryOf } from '../../src/progress/progress.ts';
import { WORDS } from '../../src/relief/words.ts';
import { AS_OF, aCase, DELEGATED, EVIL1, order, paragraph, RESOLVES, relief, TRANSFER } from '../relief/literals.ts';
import { at, name } from '../support/values.ts';
import { REGISTRATION, recordOf, type Scene, saw, scene } from './sightings.ts';

const ONE = name('one.example');
const OWN = name('sinkhole.example');
const LOCKED = relief('epp-status-includes', { statuses: ['serverTransferProhibited'] });
const DUE = { within: { count: 3, unit: 'business days' }, of: 'receipt' } as const;
const { dcu } = aCase().sinkholes;
if (dcu === undefined) throw new Error('the case of the tests has a sinkhole');
const CASE = aCase({
  sinkholes: { dcu: { ...dcu, registered: [OWN] } },
  orders: [
    order('tro', [paragraph('1', [TRANSFER, LOCKED]), paragraph('2', [DELEGATED, RESOLVES])], {
      expires: at('2019-03-29T20:00:00Z'),
    }),
  ],
});
const HOSTILE = '\u001b[2Jevil.example <b>`';

const seen = (changes: Scene = {}) => ({ name: ONE, observations: scene({ ...changes, name: ONE }) });
const own = (changes: object = {}) => ({
  name: OWN,
  observations: [saw('rdap-registry', { ...REGISTRATION, ...changes }, { name: OWN })],
});

function standing(record: CaseRecord, theCase: Case = CASE, asOf = AS_OF) {
  const names = openAlarms(asOf);
  const progress = summaryOf({ theCase, record, asOf }, names.add);
  return { progress, names, alarms: alarmsOf(theCase, progress, names) };
}
const words = ({ alarms }: ReturnType<typeof standing>) => alarms.map(({ word, about, of }) => [word, about, of]);
const SOON = ['order-expiring', 'tro', undefined];

describe('alarms', () => {
  test('have words that are explained', () => {
    expect(ALARM_WORDS.filter((word) => !(word in WORDS))).toEqual([]);
  });

  test('are few where all is well: an order that ends soon, once and by its end', () => {
    const all = standing(recordOf([{ day: 24, sighted: [seen(), own()] }]));
    expect(all.alarms).toEqual([
      {
        word: 'order-expiring',
        about: 'tro',
        at: '2019-03-29T20:00:00Z',
        text: 'the order ends on 2019-03-29 20:00 UTC',
      },
    ]);
  });

  test('tell of the deadlines that have passed, and not of one to come, nor of an order that lasts longer than a fortnight', () => {
    const due = (text: string) => ({ due: { by: at(text) } });
    const paragraphs = [
      paragraph('1', [TRANSFER], due('2019-03-20T20:00:00Z')),
      paragraph('2', [DELEGATED], due('2019-03-25T12:00:00Z')),
      paragraph('3', [DELEGATED], due('2019-04-20T20:00:00Z')),
    ];
    const theCase = aCase({ orders: [order('tro', paragraphs, { expires: at('2019-04-08T12:00:01Z') })] });
    const evil = seen({ rdap: { registrar: { name: 'Evil', ianaId: 9 } }, delegation: { nameServers: [EVIL1] } });
    const { alarms } = standing(recordOf([{ day: 24, sighted: [evil] }]), theCase);
    expect(alarms).toEqual([
      {
        word: 'overdue',
        about: ONE,
        at: '2019-03-20T20:00:00Z',
        text: 'not done, and it was due on 2019-03-20 20:00 UTC',
      },
    ]);
  });

  test('tell what slipped back, by what it is and when it was last as ordered', () => {
    const now = seen({ rdap: { statuses: ['ok'] }, delegation: { nameServers: [EVIL1] } });
    const days = [
      { day: 24, sighted: [now, own()] },
      { day: 23, sighted: [now] },
      { day: 22, sighted: [seen()] },
      { day: 21, sighted: [seen()] },
    ];
    const all = standing(recordOf(days));
    expect(words(all)).toEqual([['reverted', ONE, 'locks'], ['reverted', ONE, 'redirection'], SOON]);
    expect(all.alarms[0]).toMatchObject({
      at: '2019-03-22T14:16:02Z',
      text: 'locks: as ordered when last seen so on 2019-03-22 14:16 UTC, and not any more',
    });
    const later = standing(recordOf([{ day: 25, sighted: [now, own()] }, ...days]));
    expect(later.alarms.map(alarmKey)).toEqual(all.alarms.map(alarmKey));
    const again = [{ day: 26, sighted: [now, own()] }, { day: 25, sighted: [seen()] }, ...days];
    expect(standing(recordOf(again)).alarms.map(alarmKey)[0]).not.toBe(all.alarms.map(alarmKey)[0]);
  });

  test('tell what is late by its deadline, and what ends soon by its end', () => {
    const theCase = {
      ...CASE,
      orders: [order('tro', [paragraph('1', [TRANSFER], { due: DUE })])],
    };
    const journal = [{ at: at('2019-03-15T20:00:00Z'), event: 'received', recipient: 'exreg' }] as const;
    const moved = seen({ rdap: { registrar: { name: HOSTILE, ianaId: 9 }, expires: at('2019-05-01T00:00:00Z') } });
    const record = { ...recordOf([{ day: 24, sighted: [moved, own()] }]), journal };
    const all = standing(record, theCase);
    expect(words(all)).toEqual([
      ['overdue', ONE, undefined],
      ['expiring', ONE, undefined],
    ]);
    expect(all.alarms.map(({ at: since }) => since)).toEqual(['2019-03-21T03:59:59Z', '2019-05-01T00:00:00Z']);
    expect(JSON.stringify(all.alarms)).not.toMatch(/evil|\\u001b/);
  });

  test('tell of the sinkhole’s own domain, before all else where it is gone', () => {
    const held = own({ statuses: ['serverHold'], expires: at('2019-04-10T00:00:00Z') });
    expect(words(standing(recordOf([{ day: 24, sighted: [seen(), held] }])))).toEqual([
      ['sinkhole-held', OWN, undefined],
      ['sinkhole-expiring', OWN, undefined],
      ['sinkhole-unlocked', OWN, undefined],
      SOON,
    ]);
  });

  test('tell that an order has ended only where that leaves names without one', () => {
    const record = recordOf([{ day: 24, sighted: [seen(), own()] }]);
    const after = at('2019-04-02T00:00:00Z');
    expect(words(standing(record, CASE, after))).toEqual([['order-lapsed', 'tro', undefined]]);
    const followed = {
      ...CASE,
      orders: [...CASE.orders, order('pi', [paragraph('1', [TRANSFER])], { entered: at('2019-03-28T00:00:00Z') })],
    };
    expect(words(standing(record, followed, after)).map(([word]) => word)).not.toContain('order-lapsed');
  });
});

describe('what was told and has no instant of its own', () => {
  const held = { word: 'sinkhole-held', about: OWN } as const;

  test('is over when the statuses are known without it, and not while they are unknown', () => {
    const over = (...observations: Parameters<typeof recordOf>[0][number]['sighted']) => {
      const { progress, names } = standing(recordOf([{ day: 24, sighted: observations }]));
      return isOver(held, progress, names);
    };
    expect(over(own())).toBe(true);
    expect(over(own({ statuses: ['serverHold'] }))).toBe(false);
    expect(over()).toBe(false);
  });

  test('is over where a registration that was on its way out is known to last, and not while its end is unknown', () => {
    const over = (record: CaseRecord) => {
      const { progress, names } = standing(record);
      return isOver({ word: 'expiring', about: ONE }, progress, names);
    };
    const lasting = seen({ rdap: { expires: at('2030-01-01T00:00:00Z') } });
    expect(over(recordOf([{ day: 24, sighted: [lasting] }]))).toBe(true);
    expect(over(recordOf([{ day: 24, sighted: [seen({ rdap: { expires: at('2019-03-30T00:00:00Z') } })] }]))).toBe(
      false,
    );
    expect(over(recordOf([]))).toBe(false);
  });

  test('never is where an instant tells it from its next time', () => {
    const { progress, names } = standing(recordOf([{ day: 24, sighted: [seen(), own()] }]));
    const key = { word: 'reverted', about: ONE, of: 'locks', at: at('2019-03-22T14:16:02Z') } as const;
    expect(isOver(key, progress, names)).toBe(false);
  });
});
