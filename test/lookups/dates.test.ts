import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { orderShown, readDate } from '../../src/lookups/dates.ts';

describe('a date as registries write it', () => {
  it.each([
    ['2019-03-15T14:00:00Z', '2019-03-15T14:00:00Z'],
    ['2019-03-15t14:00:00.0z', '2019-03-15T14:00:00Z'],
    ['2019-03-15T14:00:00+01:00', '2019-03-15T13:00:00Z'],
    ['2019-03-15 14:00:00+0100', '2019-03-15T13:00:00Z'],
    ['2019-03-15 14:00:00', '2019-03-15T14:00:00Z'],
    ['2019-03-15 14:00:00 UTC', '2019-03-15T14:00:00Z'],
    ['2019-03-15', '2019-03-15T00:00:00Z'],
    ['2019.03.15 14:00:00', '2019-03-15T14:00:00Z'],
    ['2019/03/15', '2019-03-15T00:00:00Z'],
    ['15-Mar-2019 14:00:00 UTC', '2019-03-15T14:00:00Z'],
    ['15-Mar-2019', '2019-03-15T00:00:00Z'],
    ['5 March 2019', '2019-03-05T00:00:00Z'],
    ['Wednesday 17th September 2003', '2003-09-17T00:00:00Z'],
    ['18 Apr 2003 00:00 EAT', '2003-04-17T21:00:00Z'],
    ['28 Aug 2009 01:00 WAT', '2009-08-28T00:00:00Z'],
    ['10.03.2008', '2008-03-10T00:00:00Z'],
    ['1.2.2019 14:00:00', '2019-02-01T14:00:00Z'],
    ['Fri Mar 15 23:59:59 GMT 2019', '2019-03-15T23:59:59Z'],
    ['15/03/2019', '2019-03-15T00:00:00Z'],
    ['03-15-2019', '2019-03-15T00:00:00Z'],
    ['2019/03/15 14:00:00 (JST)', '2019-03-15T05:00:00Z'],
    ['0-UANIC 20190315140000', '2019-03-15T14:00:00Z'],
  ])('%s is %s', (text, instant) => {
    expect(readDate(text)).toBe(instant);
  });

  it.each([
    '',
    'soon',
    '03/04/2019',
    '2019-02-30',
    '2019-13-01',
    '31.11.2019',
    '15-Foo-2019',
    '294247-01-10T04:00:54Z',
    '2019-03-15T25:00:00Z',
    '2019-03-15 2020-03-15',
    'before Aug-1996',
    'until 17th September 2003',
    '2019-03-15 14:00:00 (CET)',
  ])('%j is none', (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it.each([
    [['03/04/2019', '15/04/2019'], 'day-first'],
    [['03/04/2019', '04/15/2019', 'soon'], 'month-first'],
    [['03/04/2019', '05/06/2019'], 'unknown'],
    [['15/04/2019', '04/15/2019'], 'unknown'],
    [['2019-04-15'], 'unknown'],
  ])('among %j the order is %s', (texts, order) => {
    expect(orderShown(texts)).toBe(order);
  });

  it('of which the order is known is read by it', () => {
    expect(readDate('03/04/2019', 'day-first')).toBe('2019-04-03T00:00:00Z');
    expect(readDate('03/04/2019', 'month-first')).toBe('2019-03-04T00:00:00Z');
    expect(readDate('15/04/2019', 'month-first')).toBeUndefined();
  });

  it('does not depend on chance: any text is read or not, without an exception', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(readDate(text) ?? '').toBeTypeOf('string')));
  });
});
