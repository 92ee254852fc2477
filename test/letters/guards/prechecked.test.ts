import { describe, expect, it } from 'vitest';
import { precheckWarnings } from '../../../src/letters/guards/prechecked.ts';
import { at } from '../../support/values.ts';

const theCase = { id: 'acme', digest: 'ab' };
const signed = (digest: string) => ({
  at: at('2019-03-14T20:00:00Z'),
  event: 'signed-off' as const,
  by: 'Jane Roe',
  precheck: { run: '20190314T190000Z-7f3a', 'case-sha-256': digest },
});
const codes = (journal: Parameters<typeof precheckWarnings>[0]['journal'], purpose: 'execute' | 'remind' = 'execute') =>
  precheckWarnings({ theCase, journal, chosen: [{ purpose }] }).map(({ code, severity }) => `${code} ${severity}`);

describe('a first letter', () => {
  it('is issued with a warning where nobody has signed off a look before service', () => {
    expect(codes([])).toEqual(['not-prechecked warning']);
  });

  it('is issued with a warning where the case was changed since', () => {
    expect(codes([signed('ab'), signed('cd')])).toEqual(['precheck-older warning']);
  });

  it('is issued without one after a look at the case as it stands', () => {
    expect(codes([signed('cd'), signed('ab')])).toEqual([]);
  });
});

it('what follows it needs no look before service', () => {
  expect(codes([], 'remind')).toEqual([]);
});
