// Every name is in exactly one shard, and in the same one on every machine and in every version.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { holds } from '../../src/model/part.ts';
import { isShard, MOST_SHARDS, partOf, type Shard } from '../../src/model/shard.ts';

const allOf = (of: number): readonly Shard[] => Array.from({ length: of }, (_, at) => ({ number: at + 1, of }));
const holding = (name: string, of: number) =>
  allOf(of)
    .filter((shard) => holds(partOf(shard), name))
    .map(({ number }) => number);

test('each name is in exactly one shard', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: MOST_SHARDS }), fc.domain(), (of, name) => {
      expect(holding(name, of)).toHaveLength(1);
    }),
  );
});

test('which one it is does not change: shards of different machines would not fit together', () => {
  const names = ['outlook-verify.net', 'com-mailbox.com', 'alpha.test', 'xn--mnchen-3ya.com', 'a.b.c.example', 'ab.cd'];
  expect(names.map((name) => [2, 3, 8, 64].map((of) => holding(name, of)[0]))).toMatchInlineSnapshot(`
    [
      [
        2,
        2,
        5,
        38,
      ],
      [
        2,
        2,
        6,
        41,
      ],
      [
        1,
        1,
        1,
        8,
      ],
      [
        2,
        3,
        6,
        45,
      ],
      [
        2,
        3,
        6,
        47,
      ],
      [
        1,
        2,
        4,
        31,
      ],
    ]
  `);
});

test('shards are of about one size', () => {
  const names = Array.from({ length: 20_000 }, (_, at) => `name-${at}.example`);
  const counts = allOf(8).map((shard) => names.filter((name) => holds(partOf(shard), name)).length);
  for (const count of counts) expect(Math.abs(count - 2500)).toBeLessThan(250);
});

test('what is no shard', () => {
  expect(isShard(1, 1)).toBe(true);
  expect(isShard(MOST_SHARDS, MOST_SHARDS)).toBe(true);
  for (const [number, of] of [
    [0, 1],
    [2, 1],
    [1, 0],
    [1.5, 2],
    [1, MOST_SHARDS + 1],
    ['1', 2],
    [Number.NaN, 2],
  ])
    expect(isShard(number, of)).toBe(false);
});
