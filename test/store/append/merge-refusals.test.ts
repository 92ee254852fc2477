// What keeps shards from being joined, each by itself: shards as literals in, codes out.
import { expect, test } from 'vitest';
import { holds } from '../../../src/model/part.ts';
import { partOf } from '../../../src/model/shard.ts';
import {
  type MergeQuestion,
  mergeRefusals,
  missingOf,
  type ShardStated,
} from '../../../src/store/append/merge-refusals.ts';
import { at, name } from '../../support/values.ts';

const NAMES = Array.from({ length: 40 }, (_, i) => name(`n${i}.example`));
const HEADER = {
  id: '20190318T141502Z-7f3a.1of3',
  caseId: 'acme',
  caseDigest: 'a'.repeat(64),
  tool: 'takedown 0.1.0',
  started: at('2019-03-18T14:15:02Z'),
  simulated: false,
  vantage: { host: 'ops-1', resolvers: [] },
};

function stated(number: number, over: Partial<ShardStated> = {}): ShardStated {
  const shard = { number, of: 3 };
  const names = NAMES.filter((one) => holds(partOf(shard), one));
  return { header: HEADER, shard, path: `s${number}.yaml`, counted: names.length, names, ...over };
}

function codes(shards: readonly ShardStated[], over: Partial<MergeQuestion> = {}): readonly string[] {
  const [first, ...rest] = shards;
  if (first === undefined) throw new Error('no shard');
  const theCase = { id: 'acme', digest: HEADER.caseDigest, names: new Set(NAMES) };
  const question = { shards: [first, ...rest] as const, theCase, tool: HEADER.tool, allowMissing: false };
  return mergeRefusals({ ...question, ...over }).map(({ code }) => code);
}

const ALL = [stated(1), stated(2), stated(3)];
const withHeader = (over: Partial<ShardStated['header']>) => [
  stated(1),
  stated(2),
  stated(3, { header: { ...HEADER, ...over } }),
];

test('whole and alike they are joined', () => {
  expect(codes(ALL)).toEqual([]);
});

test.each([
  ['another case', withHeader({ caseId: 'other' }), ['mixed-cases']],
  ['another state of the case', withHeader({ caseDigest: 'b'.repeat(64) }), ['mixed-case-files']],
  ['another version', withHeader({ tool: 'takedown 0.2.0' }), ['mixed-versions']],
  ['a simulated one among real ones', withHeader({ simulated: true }), ['mixed-networks']],
  [
    'another count',
    [stated(1), stated(2, { shard: { number: 2, of: 4 } }), stated(3)],
    ['mixed-counts', 'foreign-name'],
  ],
  ['one missing', [stated(1), stated(3)], ['missing-shard']],
  ['one twice', [...ALL, stated(2)], ['double-shard']],
  ['one twice in the place of another', [stated(1), stated(2), stated(2)], ['missing-shard', 'double-shard']],
  [
    'a name that the case does not have',
    [stated(1), stated(2), stated(3, { names: [...stated(3).names, 'x.example'] })],
    ['foreign-name', 'counts-differ'],
  ],
  [
    'a name of another shard',
    [stated(1), stated(2), stated(3, { names: [...stated(3).names, ...stated(1).names] })],
    ['foreign-name', 'counts-differ'],
  ],
  ['a name short', [stated(1), stated(2), stated(3, { names: stated(3).names.slice(1) })], ['counts-differ']],
  ['a count that is not that of its names', [stated(1), stated(2), stated(3, { counted: 1 })], ['counts-differ']],
] as const)('%s', (_, shards, expected) => {
  const told = codes(shards);
  for (const code of expected) expect(told).toContain(code);
});

test('the case and the program have to be those of the shards', () => {
  expect(codes(ALL, { tool: 'takedown 0.9.0' })).toEqual(['other-version']);
  const changed = { id: 'acme', digest: 'c'.repeat(64), names: new Set(NAMES) };
  expect(codes(ALL, { theCase: changed })).toEqual(['case-changed']);
});

test('a missing one is let pass where that is wanted, and nothing else is', () => {
  const [one, , three] = ALL;
  if (one === undefined || three === undefined) throw new Error('no shard');
  expect(codes([one, three], { allowMissing: true })).toEqual([]);
  expect(missingOf([one, three])).toEqual([2]);
  expect(codes([one, three, three], { allowMissing: true })).toEqual(['double-shard']);
});
