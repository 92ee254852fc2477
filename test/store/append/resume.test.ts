import { appendFileSync, copyFileSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { addDays } from '../../../src/model/instant.ts';
import { type Resumed, resumeRun } from '../../../src/store/append/resume.ts';
import type { RunWriter } from '../../../src/store/append/writer.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { openRecord } from '../../../src/store/runs/record.ts';
import type { CasePaths } from '../../../src/store/workspace.ts';
import { checkRun } from '../../support/check-run.ts';
import { name } from '../../support/values.ts';
import { answers, begin, ENDED, MACHINE, STARTED, tempPaths } from '../support/made.ts';

const DIGEST = 'ab'.repeat(32);

function resume(paths: CasePaths, id: string, caseDigest = DIGEST): Resumed {
  return resumeRun({ paths, id, caseDigest, machine: MACHINE, at: addDays(STARTED, 1) });
}

function writerOf(resumed: Resumed): RunWriter {
  if (!resumed.ok || !('writer' in resumed)) throw new Error(JSON.stringify(resumed));
  return resumed.writer;
}

/** Three groups: one line, two lines, one line. */
function begun(paths: CasePaths): RunWriter {
  const writer = begin(paths);
  writer.append(name('a.example'), 'whois-registry', answers('a.example', 'whois-registry'));
  writer.append(name('a.example'), 'delegation', answers('a.example', 'delegation', 2));
  writer.append(name('b.example'), 'whois-registry', answers('b.example', 'whois-registry'));
  return writer;
}

function latest(paths: CasePaths) {
  const record = openRecord({ paths, asOf: addDays(ENDED, 9), journal: [] });
  const names = Object.fromEntries([...record.latest()].map((one) => [one.name, one.observations]));
  return { names, damaged: record.damaged };
}

test('a run that was left is taken up where it stood', () => {
  const paths = tempPaths();
  const left = begun(paths);
  left.leave();
  const writer = writerOf(resume(paths, left.id));
  expect([writer.has(name('a.example'), 'delegation'), writer.has(name('b.example'), 'delegation')]).toEqual([
    true,
    false,
  ]);
  const [added] = writer.append(name('b.example'), 'delegation', answers('b.example', 'delegation', 1));
  writer.finish(addDays(ENDED, 1));
  expect(added?.id).toBe(`${left.id}#5`);
  expect(latest(paths).names['b.example']?.map(({ id }) => id)).toEqual([`${left.id}#4`, `${left.id}#5`]);
  expect(checkRun(paths, left.id)).toEqual([]);
});

test('torn anywhere, the whole lines stay, and resuming makes a sound run of it', () => {
  const paths = tempPaths();
  const left = begun(paths);
  left.leave();
  const whole = runPaths(paths, left.id);
  const text = readFileSync(whole.partialRun, 'latin1');
  const head = text.indexOf('observations:\n') + 'observations:\n'.length;
  const groupEnds = [1, 3, 4].map((lines) => endOfLine(text, head, lines));
  for (const cut of cutsOf(text)) {
    const torn = { ...paths, runs: `${paths.folder}/cut-${cut}` };
    mkdirSync(torn.runs);
    const files = runPaths(torn, left.id);
    copyFileSync(whole.partialEvidence, files.partialEvidence);
    writeFileSync(files.partialRun, text.slice(0, cut), 'latin1');
    const resumed = resume(torn, left.id);
    if (cut < head) {
      expect(resumed).toEqual({ ok: false, refusal: { because: 'torn-head' } });
      continue;
    }
    const writer = writerOf(resumed);
    const kept = text.slice(0, text.lastIndexOf('\n', cut - 1) + 1);
    expect(readFileSync(files.partialRun, 'latin1').startsWith(kept)).toBe(true);
    const done = [
      writer.has(name('a.example'), 'whois-registry'),
      writer.has(name('a.example'), 'delegation'),
      writer.has(name('b.example'), 'whois-registry'),
    ];
    expect(done).toEqual(groupEnds.map((end) => cut >= end));
    for (const [i, [about, lookup, of]] of (
      [
        ['a.example', 'whois-registry', 1],
        ['a.example', 'delegation', 2],
        ['b.example', 'whois-registry', 1],
      ] as const
    ).entries()) {
      if (done[i] !== true) writer.append(name(about), lookup, answers(about, lookup, of));
    }
    writer.finish(addDays(ENDED, 1));
    const { names, damaged } = latest(torn);
    expect([names['a.example']?.length, names['b.example']?.length, damaged]).toEqual([3, 1, []]);
    if (cut % 2 === 0) expect(checkRun(torn, left.id)).toEqual([]);
  }
});

test('evidence torn in a record loses that record only; whole ones that nothing cites stay', () => {
  const paths = tempPaths();
  const left = begun(paths);
  left.leave();
  const files = runPaths(paths, left.id);
  const evidence = readFileSync(files.partialEvidence);
  const lastMember = evidence.lastIndexOf(Buffer.from([0x1f, 0x8b, 8, 0]));
  appendFileSync(files.partialEvidence, evidence.subarray(lastMember));
  appendFileSync(files.partialEvidence, evidence.subarray(lastMember, evidence.length - 3));
  const writer = writerOf(resume(paths, left.id));
  expect(readFileSync(files.partialEvidence)).toEqual(Buffer.concat([evidence, evidence.subarray(lastMember)]));
  writer.append(name('b.example'), 'delegation', answers('b.example', 'delegation'));
  writer.finish(addDays(ENDED, 1));
  expect(checkRun(paths, left.id)).toEqual([]);
});

test('a line whose evidence never reached the disk is asked again', () => {
  const paths = tempPaths();
  const left = begun(paths);
  left.leave();
  const files = runPaths(paths, left.id);
  truncateSync(files.partialEvidence, readFileSync(files.partialEvidence).length - 1);
  const writer = writerOf(resume(paths, left.id));
  expect([writer.has(name('a.example'), 'delegation'), writer.has(name('b.example'), 'whois-registry')]).toEqual([
    true,
    false,
  ]);
  writer.append(name('b.example'), 'whois-registry', answers('b.example', 'whois-registry'));
  writer.finish(addDays(ENDED, 1));
  expect(checkRun(paths, left.id)).toEqual([]);
});

test('killed while the end was being written, the end is written anew', () => {
  const paths = tempPaths();
  const done = begun(paths);
  done.finish(ENDED);
  const files = runPaths(paths, done.id);
  const text = readFileSync(files.run, 'latin1');
  for (const cut of [
    text.indexOf('index:\n') + 3,
    text.indexOf('index:\n') + 40,
    text.indexOf('ended:') + 2,
    text.length - 3,
  ]) {
    const torn = { ...paths, runs: `${paths.folder}/end-${cut}` };
    mkdirSync(torn.runs);
    const tornFiles = runPaths(torn, done.id);
    copyFileSync(files.evidence, tornFiles.partialEvidence);
    writeFileSync(tornFiles.partialRun, text.slice(0, cut), 'latin1');
    writerOf(resume(torn, done.id)).finish(addDays(ENDED, 1));
    expect(checkRun(torn, done.id)).toEqual([]);
  }
});

test.each([[false], [true]])('killed between the renames (evidence renamed: %s), resuming only renames', (renamed) => {
  const paths = tempPaths();
  const done = begun(paths);
  done.finish(ENDED);
  const files = runPaths(paths, done.id);
  const torn = { ...paths, runs: `${paths.folder}/between` };
  mkdirSync(torn.runs);
  const tornFiles = runPaths(torn, done.id);
  copyFileSync(files.run, tornFiles.partialRun);
  copyFileSync(files.evidence, renamed ? tornFiles.evidence : tornFiles.partialEvidence);
  expect(resume(torn, done.id)).toMatchObject({ ok: true, finished: { id: done.id, ended: ENDED, names: 2 } });
  expect(checkRun(torn, done.id)).toEqual([]);
  expect(resume(torn, done.id)).toEqual({ ok: false, refusal: { because: 'no-such-run' } });
});

test('resumption is refused with its reason, and changes nothing', () => {
  const paths = tempPaths();
  const left = begun(paths);
  const files = runPaths(paths, left.id);
  const before = readFileSync(files.partialRun, 'latin1');
  expect(resume(paths, left.id)).toMatchObject({
    ok: false,
    refusal: { because: 'held', file: files.lock, holder: { pid: process.pid } },
  });
  left.leave();
  expect(resume(paths, left.id, 'cd'.repeat(32))).toEqual({ ok: false, refusal: { because: 'case-changed' } });
  expect(resume(paths, '20190318T141502Z-ffff')).toEqual({ ok: false, refusal: { because: 'no-such-run' } });
  expect(resume(paths, '../../etc/passwd')).toEqual({ ok: false, refusal: { because: 'no-such-run' } });
  expect(readFileSync(files.partialRun, 'latin1')).toBe(before);
  writeFileSync(files.partialRun, before.replace('"took":12', '"took":xx'), 'latin1');
  expect(resume(paths, left.id)).toEqual({ ok: false, refusal: { because: 'damaged', line: 10 } });
});

test('a run may be resumed more than once', () => {
  const paths = tempPaths();
  const left = begun(paths);
  left.leave();
  const again = writerOf(resume(paths, left.id));
  again.append(name('c.example'), 'delegation', answers('c.example', 'delegation'));
  again.leave();
  const last = writerOf(resume(paths, left.id));
  expect(last.has(name('c.example'), 'delegation')).toBe(true);
  last.finish(addDays(ENDED, 2));
  expect(checkRun(paths, left.id)).toEqual([]);
});

/** Every octet beside a line break, and every 23rd of the others. */
function cutsOf(text: string): readonly number[] {
  const cuts = Array.from({ length: text.length + 1 }, (_, cut) => cut);
  return cuts.filter((cut) => cut % 23 === 0 || text.slice(Math.max(0, cut - 2), cut + 1).includes('\n'));
}

function endOfLine(text: string, from: number, lines: number): number {
  let at = from;
  for (let i = 0; i < lines; i += 1) at = text.indexOf('\n', at) + 1;
  return at;
}
