import { describe, expect, test } from 'vitest';
import { expiriesOf } from '../../src/calendar/expiries.ts';
import type { Case } from '../../src/model/case/case.ts';
import type { Order } from '../../src/model/case/order.ts';
import { at, LETTER_TERMS } from '../support/values.ts';
import { DC } from './support.ts';

const TRO: Order = {
  id: 'tro',
  kind: 'temporary-restraining-order',
  entered: at('2019-03-15T16:00:00-04:00'),
  expires: at('2019-03-29T16:00:00-04:00'),
  action: 'transfer',
  paragraphs: [],
  changes: [],
};

const EXTENSION: Order = {
  id: 'tro-2',
  kind: 'amended-order',
  entered: at('2019-03-27T12:00:00-04:00'),
  action: 'transfer',
  paragraphs: [],
  changes: [{ change: 'extends', order: 'tro', until: at('2019-04-12T16:00:00-04:00') }],
};

function caseWith(orders: readonly Order[]): Case {
  return {
    id: 'phosphorus',
    title: 'Microsoft Corporation v. John Does 1-2',
    illustrative: true,
    rehearsal: false,
    court: DC,
    docket: '1:19-cv-00716',
    petitioner: { name: 'Microsoft Corporation', address: [] },
    seal: { until: at('2019-03-27T00:00:00-04:00'), touches: [] },
    registrars: {},
    sinkholes: {},
    schedules: [],
    orders,
    recipients: [],
    letters: LETTER_TERMS,
    digest: '00',
  };
}

const soon = at('2019-03-18T14:15:02Z');

describe('expiries', () => {
  test('a restraining order of 14 days with its arithmetic, and the seal, soonest first', () => {
    expect(expiriesOf(caseWith([TRO]), soon)).toEqual([
      { what: 'seal', at: '2019-03-27T04:00:00Z' },
      {
        what: 'temporary restraining order (tro)',
        at: '2019-03-29T20:00:00Z',
        arithmetic: '14 days after entry Fri 15 Mar 2019',
      },
    ]);
  });

  test.each([
    ['at the end of the day', '2019-03-29T23:59:59-04:00'],
    ['at midnight after it', '2019-03-30T00:00:00-04:00'],
  ])('the same days when it ends %s', (_, expires) => {
    const [, order] = expiriesOf(caseWith([{ ...TRO, expires: at(expires) }]), soon);
    expect(order?.arithmetic).toBe('14 days after entry Fri 15 Mar 2019');
  });

  test.each([
    ['Christmas Day', '2024-12-11T16:00:00-05:00', '2024-12-25T16:00:00-05:00', 'Wed 11 Dec 2024: Christmas Day'],
    ['a Saturday', '2024-11-30T16:00:00-05:00', '2024-12-14T23:59:59-05:00', 'Sat 30 Nov 2024: weekend'],
    [
      'the midnight that ends a Sunday',
      '2024-12-01T16:00:00-05:00',
      '2024-12-16T00:00:00-05:00',
      'Sun 1 Dec 2024: weekend',
    ],
  ])(
    '14 days that end on %s end there, and it is said: an outer limit, Rule 65(b)(2)',
    (_, entered, expires, words) => {
      const [, order] = expiriesOf(caseWith([{ ...TRO, entered: at(entered), expires: at(expires) }]), at(expires));
      expect(order?.at).toBe(at(expires));
      expect(order?.arithmetic).toBe(`14 days after entry ${words}, and not moved`);
    },
  );

  test.each([
    [
      'midnight to midnight',
      '2019-03-15T00:00:00-04:00',
      '2019-03-29T00:00:00-04:00',
      '14 days after entry Fri 15 Mar 2019',
    ],
    [
      'the last minute of a day',
      '2019-03-15T16:00:00-04:00',
      '2019-03-29T23:59:00-04:00',
      '14 days after entry Fri 15 Mar 2019',
    ],
    [
      'across the change of the clock',
      '2019-03-01T16:00:00-05:00',
      '2019-03-15T16:00:00-04:00',
      '14 days after entry Fri 1 Mar 2019',
    ],
    ['on the day of its entry', '2019-03-15T16:00:00-04:00', '2019-03-15T23:59:59-04:00', undefined],
    ['at the midnight after its entry', '2019-03-15T16:00:00-04:00', '2019-03-16T00:00:00-04:00', undefined],
  ])('the days of an order that lasts %s', (_, entered, expires, words) => {
    const found = expiriesOf(caseWith([{ ...TRO, entered: at(entered), expires: at(expires) }]), at(expires));
    expect(found.find(({ what }) => what !== 'seal')?.arithmetic).toBe(words);
  });

  test('ends at one instant stand in the order of their names, whichever was written first', () => {
    const end = at('2019-03-27T00:00:00-04:00');
    const twin: Order = { ...TRO, id: 'a-tro', expires: end };
    for (const orders of [
      [{ ...TRO, expires: end }, twin],
      [twin, { ...TRO, expires: end }],
    ]) {
      expect(expiriesOf(caseWith(orders), soon).map(({ what }) => what)).toEqual([
        'seal',
        'temporary restraining order (a-tro)',
        'temporary restraining order (tro)',
      ]);
    }
  });

  test('an instant that is no whole number of days after entry has no arithmetic', () => {
    const [, order] = expiriesOf(caseWith([{ ...TRO, expires: at('2019-03-29T12:00:00-04:00') }]), soon);
    expect(order).toEqual({ what: 'temporary restraining order (tro)', at: '2019-03-29T16:00:00Z' });
  });

  test('an extension counts from the day on which it was entered', () => {
    const theCase = caseWith([TRO, EXTENSION]);
    expect(expiriesOf(theCase, soon)[1]?.at).toBe('2019-03-29T20:00:00Z');
    expect(expiriesOf(theCase, at('2019-03-28T00:00:00Z'))[1]).toEqual({
      what: 'temporary restraining order (tro)',
      at: '2019-04-12T20:00:00Z',
      arithmetic: 'extended by order tro-2',
    });
  });

  test('an order in force until a further order does not expire', () => {
    const open: Order = { ...EXTENSION, changes: [{ change: 'extends', order: 'tro', until: 'further-order' }] };
    expect(expiriesOf(caseWith([TRO, open]), at('2019-03-28T00:00:00Z')).map((expiry) => expiry.what)).toEqual([
      'seal',
    ]);
  });
});
