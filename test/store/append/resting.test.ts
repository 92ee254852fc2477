// What the head of a run says of the runs that are there when it begins.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { addDays, type Instant } from '../../../src/model/instant.ts';
import { beginRun } from '../../../src/store/append/begin.ts';
import { amongRuns } from '../../../src/store/append/resting.ts';
import { resumeRun } from '../../../src/store/append/resume.ts';
import { examineRun } from '../../../src/store/examine/run.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { listRuns } from '../../../src/store/runs/list.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { at as instant } from '../../support/values.ts';
import { begin, counting, ENDED, finishedRun, MACHINE, madeAnew, STARTED, tempPaths } from '../support/made.ts';

const LATER = instant('2026-11-01T00:00:00Z');
const FROM = instant('2019-04-01T00:00:00Z');
const NO_FILES = { schedules: [] };

/** Three of a clock that was ahead: two whole and one not; and one before them. */
function clocksWrong(paths: CasePaths): readonly string[] {
  const made = (days: number) => ({ started: addDays(STARTED, days), random: counting(days) });
  finishedRun(paths, ['a.example'], made(0));
  const whole = [20, 30].map((days) => finishedRun(paths, ['a.example'], made(days)));
  const { id } = begin(paths, made(40));
  return [...whole, id];
}

function beginAt(paths: CasePaths, started: Instant) {
  const vantage = { host: 'ops-1', resolvers: [] };
  const head = { caseDigest: 'ab'.repeat(32), tool: 'takedown 0.0.0', started, simulated: true, vantage };
  return beginRun({
    paths,
    machine: MACHINE,
    random: counting(90),
    header: { ...head, ...amongRuns(paths, NO_FILES, started) },
  });
}

it('names the runs of a later date, whole or not, and rests on the one that was made last', () => {
  const paths = tempPaths();
  const later = clocksWrong(paths);
  expect(amongRuns(paths, NO_FILES, FROM)).toMatchObject({ begunAfter: later, restsOn: { run: { id: later[1] } } });
  const writer = beginAt(paths, FROM);
  writer.finish(addDays(FROM, 1));
  expect(
    listRuns(paths, LATER)
      .whole.map(({ id }) => id)
      .slice(0, 3),
  ).toEqual([writer.id, later[1], later[0]]);
  expect(amongRuns(paths, NO_FILES, addDays(FROM, 2)).restsOn.run?.id).toBe(writer.id);
  expect([...examineRun(paths, writer.id)]).toEqual([]);
});

it('names none where all are of an earlier date', () => {
  const paths = tempPaths();
  clocksWrong(paths);
  expect(amongRuns(paths, NO_FILES, addDays(STARTED, 41))).not.toHaveProperty('begunAfter');
});

it('a run that is taken up again says what it said when it was begun', () => {
  const paths = tempPaths();
  const later = clocksWrong(paths);
  const begun = beginAt(paths, FROM);
  const { id } = begun;
  begun.leave();
  finishedRun(paths, ['a.example'], { started: addDays(FROM, 1), random: counting(95) });
  const resumed = resumeRun({ paths, id, caseDigest: 'ab'.repeat(32), machine: MACHINE, at: ENDED });
  if (!resumed.ok || 'finished' in resumed) throw new Error(JSON.stringify(resumed));
  resumed.writer.finish(addDays(FROM, 2));
  expect(listRuns(paths, LATER).whole.find((run) => run.id === id)?.begunAfter).toEqual(later);
});

it.each([
  ['more than its foot counts', (text: string) => text.replace(/^begun-after: 3$/m, 'begun-after: 2')],
  ['what is no run', (text: string) => text.replace(/^begun-after: \["/m, 'begun-after: ["../')],
  [
    'thousands',
    (text: string) =>
      text.replace(/^begun-after: \[.*$/m, (line) => thousands(line)).replace(/^begun-after: 3$/m, 'begun-after: 9000'),
  ],
])('a head that names %s orders nothing, and is told', (_, change) => {
  const paths = tempPaths();
  const later = clocksWrong(paths);
  const writer = beginAt(paths, FROM);
  writer.finish(addDays(FROM, 1));
  const { run } = runPaths(paths, writer.id);
  const before = readFileSync(run, 'latin1');
  madeAnew(run, change);
  expect(readFileSync(run, 'latin1')).not.toBe(before);
  expect(listRuns(paths, LATER).whole[0]?.id).toBe(later[1]);
  expect([...examineRun(paths, writer.id)]).toContainEqual(
    expect.objectContaining({
      finding: expect.objectContaining({ what: expect.stringMatching(/^its foot says that \d+ runs/) }),
    }),
  );
});

function thousands(line: string): string {
  const id = /"([^"]+)"/.exec(line)?.[1] ?? '';
  return `begun-after: ${JSON.stringify(Array.from({ length: 9000 }, () => id))}`;
}
