import { expect, test } from 'vitest';
import { decodeMessage } from '../../../src/lookups/dns/codec/decode.ts';
import { OPTIONS, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { queryOctets } from '../../../src/lookups/dns/query.ts';
import { padded } from '../../../src/lookups/encrypted/padding.ts';

const query = (name: string) =>
  padded(queryOctets({ name, type: TYPES.A, recursion: true, checkingDisabled: false, edns: true }));

test('questions about names of any length are of one length, and say what they said', () => {
  const names = Array.from({ length: 60 }, (_, at) => `${'n'.repeat(at + 1)}.test`);
  expect(new Set(names.map((name) => query(name).length))).toEqual(new Set([128]));
  for (const name of names) {
    const decoded = decodeMessage(query(name));
    if (!decoded.ok) throw new Error(decoded.reason);
    const { questions, edns } = decoded.message;
    expect([questions[0]?.name, edns?.dnssecOk, edns?.options.map(({ code }) => code)]).toEqual([
      name,
      true,
      [OPTIONS.PADDING],
    ]);
    expect(edns?.options[0]?.octets.every((octet) => octet === 0)).toBe(true);
    expect(decoded.trailing).toBe(0);
  }
});

test('a long name takes the next block', () => {
  expect(query(`${'n'.repeat(60)}.${'n'.repeat(60)}.test`).length).toBe(256);
});
