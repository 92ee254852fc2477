import { expect, it } from 'vitest';
import { openEntries } from '../../../src/store/run-form/entry-ledger.ts';

const lines = (from: number) => ({ from, count: 2 });

it('gives back the entries of a name in the order in which they came, among those of others', () => {
  const entries = openEntries();
  for (let i = 0; i < 20_000; i += 1) {
    entries.put(`n${i}.example`, {
      lookup: 'delegation',
      lines: lines(i),
      fingerprint: `00000000${i.toString(16).padStart(8, '0')}`,
    });
  }
  entries.put('n7.example', { lookup: 'rdap-registry', lines: lines(90_000), fingerprint: 'fedcba9876543210' });
  expect(entries.of('n7.example')).toEqual([
    { lookup: 'delegation', lines: lines(7), fingerprint: '0000000000000007' },
    { lookup: 'rdap-registry', lines: lines(90_000), fingerprint: 'fedcba9876543210' },
  ]);
  expect(entries.of('n19999.example')).toHaveLength(1);
  expect(entries.count()).toBe(20_000);
});

it('a later entry of a lookup takes the place of the earlier one', () => {
  const entries = openEntries();
  entries.put('a.example', { lookup: 'addresses', lines: lines(1), fingerprint: '1111111111111111' });
  entries.put('a.example', { lookup: 'resolver', lines: lines(2), fingerprint: '2222222222222222' });
  entries.put('a.example', { lookup: 'addresses', lines: lines(3), fingerprint: '3333333333333333' });
  expect(entries.of('a.example').map(({ fingerprint }) => fingerprint[0])).toEqual(['3', '2']);
  expect(entries.has('a.example', 'resolver')).toBe(true);
  expect(entries.has('a.example', 'delegation')).toBe(false);
  expect(entries.has('b.example', 'resolver')).toBe(false);
  expect(entries.of('b.example')).toEqual([]);
});
