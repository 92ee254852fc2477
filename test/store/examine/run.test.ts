// One bit changed anywhere in a run or in its evidence is told, with the file, and with the record where it stands in one.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvidenceFinding } from '../../../src/model/seen/evidence.ts';
import { examineRun } from '../../../src/store/examine/run.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { checkRun } from '../../support/check-run.ts';
import { finishedRun, madeAnew, tempPaths } from '../support/made.ts';

const NAMES = ['a.example', 'b.example', 'c.example'];

/** The same places every time: a linear congruential generator (Numerical Recipes). */
function places(seed: number, count: number, below: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  });
}

function findingsIn(paths: ReturnType<typeof tempPaths>, id: string): readonly EvidenceFinding[] {
  return [...examineRun(paths, id)].flatMap((one) => (one.is === 'finding' ? [one.finding] : []));
}

describe('a run', () => {
  const paths = tempPaths();
  const id = finishedRun(paths, NAMES);
  const files = runPaths(paths, id);
  const [run, evidence] = [readFileSync(files.run), readFileSync(files.evidence)];

  function changed(file: 'run' | 'evidence', bit: number): readonly EvidenceFinding[] {
    const octets = Buffer.from(file === 'run' ? run : evidence);
    const at = bit >> 3;
    octets[at] = (octets[at] ?? 0) ^ (1 << (bit & 7));
    writeFileSync(files[file], octets);
    const found = findingsIn(paths, id);
    writeFileSync(files[file], file === 'run' ? run : evidence);
    return found;
  }

  it('that is as it was written has nothing to tell, and hands on every observation with its exchanges', () => {
    const examined = [...examineRun(paths, id)];
    expect(checkRun(paths, id)).toEqual([]);
    expect(examined.every((one) => one.is === 'sound' && one.sound.exchanges.length === 1)).toBe(true);
    expect(examined).toHaveLength(NAMES.length * 3);
  });

  it('one bit of its text: the file is named, and the line with its observation or its name', () => {
    const lines = run.toString('latin1').split('\n');
    for (const bit of places(7, 150, run.length * 8)) {
      const found = changed('run', bit);
      const line = run
        .subarray(0, bit >> 3)
        .toString('latin1')
        .split('\n').length;
      const label = `bit ${bit}, line ${line}: ${JSON.stringify(found)}`;
      expect(
        found.some(({ file }) => file === `runs/${id}.yaml`),
        label,
      ).toBe(true);
      const text = lines[line - 1] ?? '';
      const number = /"lookup"/.test(text) ? line - lines.indexOf('observations:') - 1 : undefined;
      if (number === undefined) continue;
      expect(found, label).toContainEqual(expect.objectContaining({ line, observation: `${id}#${number}` }));
      // Only its own line: what stands around it is as it was.
      expect(found.filter(({ observation }) => observation !== undefined && observation !== `${id}#${number}`)).toEqual(
        [],
      );
    }
  });

  it('a line tells which octet of it changed, and what stood there', () => {
    const at = run.indexOf('"took":12') + '"took":1'.length;
    const [found] = changed('run', at * 8);
    expect(found?.what).toMatch(
      /^the line is not the one that was written: octet \d+ is 0x33 \(3\) and was 0x32 \(2\)$/,
    );
  });

  it('the head tells it as well', () => {
    const at = run.indexOf('ops-1');
    const [found, ...more] = changed('run', at * 8);
    expect(found).toMatchObject({ file: `runs/${id}.yaml`, line: 8, octet: at });
    expect(found?.what).toContain('is 0x6e (n) and was 0x6f (o)');
    expect(more).toEqual([]);
  });

  it.each([
    ['covers', '"covers" is not what the lines cover'],
    ['facts', '"facts" is not what the lines come to'],
  ])('a foot with another %s, and every digest made anew', (key, what) => {
    madeAnew(files.run, (text) => text.replace(new RegExp(`^${key}: .*$`, 'm'), `${key}: "0123456789abcdef"`));
    expect(findingsIn(paths, id)).toMatchObject([{ file: `runs/${id}.yaml`, what }]);
    writeFileSync(files.run, run);
  });

  it('one bit of its evidence: the file is named, and the observation that cites the place', () => {
    const sound = [...examineRun(paths, id)].flatMap((one) => (one.is === 'sound' ? [one.sound.observation] : []));
    for (const bit of places(11, 150, evidence.length * 8)) {
      const found = changed('evidence', bit);
      const at = bit >> 3;
      const label = `bit ${bit}, octet ${at}: ${JSON.stringify(found)}`;
      const cites = sound.find((one) => {
        const { offset, length } = one.evidence ?? { offset: 0, length: 0 };
        return at >= offset && at < offset + length;
      });
      expect(found, label).toHaveLength(1);
      expect(found[0], label).toMatchObject({
        file: `runs/${id}.warc.gz`,
        ...(cites === undefined ? { octet: 0 } : { observation: cites.id, name: cites.name, lookup: cites.lookup }),
      });
      expect(found[0]?.octet ?? Number.NaN, label).toBeLessThanOrEqual(at);
    }
  });

  it('cut, emptied or taken away: the file is named', () => {
    for (const [file, octets] of [
      ['evidence', evidence.subarray(0, evidence.length - 9)],
      ['evidence', Buffer.alloc(0)],
      ['run', run.subarray(0, run.length - 9)],
      ['run', Buffer.alloc(0)],
    ] as const) {
      writeFileSync(files[file], octets);
      const name = file === 'run' ? `runs/${id}.yaml` : `runs/${id}.warc.gz`;
      expect(findingsIn(paths, id).map((one) => one.file)).toContain(name);
      writeFileSync(files[file], file === 'run' ? run : evidence);
    }
    expect(findingsIn(paths, '20190101T000000Z-0000')).toMatchObject([{ kind: 'damaged' }]);
  });
});
