// Which run was made before which, where clocks were wrong; and that no head can make it run in circles or lose a run.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactInstant, type Instant } from '../../../src/model/instant.ts';
import type { WholeRun } from '../../../src/store/runs/list.ts';
import { newestFirst, oldestEndFirst } from '../../../src/store/runs/order.ts';
import { at } from '../../support/values.ts';

const day = (number: number): Instant => at(new Date(Date.UTC(2026, 0, number, 15)).toISOString());
const idOf = (number: number) => `${compactInstant(day(number))}-0000`;

/** Of a day, and of the days of the runs that lay there when it began. */
function run(number: number, ...after: readonly number[]): WholeRun {
  const id = idOf(number);
  const evidence = { file: `${id}.warc.gz`, 'sha-256': '', length: 1 };
  const foot = { ended: day(number), names: 1, covers: '', evidence, indexAt: 0, digest: '' };
  const order = after.length > 0 && { begunAfter: after.map(idOf) };
  return { id, foot, path: id, file: `${id}.yaml`, size: 1, ...order };
}

const daysOf = (runs: readonly WholeRun[]) => runs.map(({ foot }) => Number(foot.ended.slice(8, 10)));
const oldestFirst = (runs: readonly WholeRun[], asOf?: Instant) => daysOf(newestFirst(runs, asOf)).reverse();

describe('runs in the order in which they were made', () => {
  it.each<readonly [string, readonly WholeRun[], readonly number[]]>([
    ['by their dates where no head says otherwise', [run(3), run(1), run(2)], [1, 2, 3]],
    ['one of a clock that was ahead', [run(1), run(17), run(10, 17), run(11, 17)], [1, 17, 10, 11]],
    ['several', [run(1), run(17), run(18), run(10, 17, 18), run(20)], [1, 17, 18, 10, 20]],
    ['two clocks that were ahead', [run(17), run(28), run(18, 28), run(10, 17, 18, 28)], [17, 28, 18, 10]],
    ['one clock after the other', [run(28), run(17, 28), run(10, 17), run(12, 17, 28)], [28, 17, 10, 12]],
    ['one of another machine, that knew nothing of it', [run(17), run(10, 17), run(12)], [17, 10, 12]],
    ['one of a clock that was behind', [run(10), run(11), run(12), run(1, 10, 11, 12), run(13)], [10, 11, 12, 1, 13]],
    ['names of runs that are not there', [run(1, 9), run(2, 9), run(3)], [1, 2, 3]],
    ['runs that name each other, or themselves', [run(1, 2, 1), run(2, 1, 2), run(3, 1)], [2, 1, 3]],
  ])('%s', (_, runs, days) => {
    expect(oldestFirst(runs)).toEqual(days);
    expect(oldestFirst(runs.toReversed())).toEqual(days);
  });

  it('at a chosen instant go by their dates where a head names what came only later', () => {
    const behind = [run(1, 10, 11, 12), run(10), run(11)];
    expect(oldestFirst(behind, day(11))).toEqual([1, 10, 11]);
    expect(oldestFirst([...behind, run(12)], day(12))).toEqual([10, 11, 12, 1]);
    expect(oldestFirst(behind)).toEqual([10, 11, 1]);
  });

  it('are each there once, whatever heads say, and a run that is named stands below those of older dates that name it', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 12 });
    const heads = numbers.chain((days) =>
      fc.tuple(...days.map((one) => fc.subarray(days).map((after) => run(one, ...after)))),
    );
    fc.assert(
      fc.property(heads, (runs) => {
        const order = oldestFirst(runs);
        expect(order.toSorted((a, b) => a - b)).toEqual(daysOf(runs).toSorted((a, b) => a - b));
        for (const { begunAfter = [], foot } of runs) {
          const own = Number(foot.ended.slice(8, 10));
          const later = begunAfter.map((id) => Number(id.slice(6, 8))).filter((one) => one > own);
          for (const one of later) expect(order.indexOf(one)).toBeLessThan(order.indexOf(own));
        }
      }),
    );
  });

  it('are soon told of years in which each names a thousand', () => {
    const all = Array.from({ length: 2000 }, (_, at) => at + 1);
    const ids = all.map(idOf);
    const hostile = all.map((one) => ({ ...run(one), begunAfter: ids.slice(one, one + 1000) }));
    expect(newestFirst(hostile)).toHaveLength(all.length);
  });
});

it('through time they stand by when they say that they ended', () => {
  expect(daysOf(oldestEndFirst(newestFirst([run(17), run(10, 17), run(1)])))).toEqual([1, 10, 17]);
});
