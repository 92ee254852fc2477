// One bit changed in a run or a shard that is not whole yet is told, where a line, a record or the head can show it.
import { readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EvidenceFinding } from '../../../src/model/seen/evidence.ts';
import type { Shard } from '../../../src/model/shard.ts';
import { besideRuns } from '../../../src/store/examine/beside-runs.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { name } from '../../support/values.ts';
import { answers, begin, ENDED, tempPaths } from '../support/made.ts';

const NAMES = ['a.example', 'b.example'];

function written(paths: ReturnType<typeof tempPaths>, shard?: Shard) {
  const writer = begin(paths, shard === undefined ? {} : { shard });
  for (const one of NAMES) {
    writer.append(name(one), 'whois-registry', answers(one, 'whois-registry'));
    writer.append(name(one), 'delegation', answers(one, 'delegation', 2));
  }
  return writer;
}

function findings(paths: ReturnType<typeof tempPaths>): readonly EvidenceFinding[] {
  return [...besideRuns(paths)].flatMap(({ examined }) =>
    [...examined].flatMap((one) => (one.is === 'finding' ? [one.finding] : [])),
  );
}

function places(seed: number, count: number, below: number): readonly number[] {
  let state = seed;
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % below;
  });
}

function changed(path: string, bit: number, look: () => readonly EvidenceFinding[]): readonly EvidenceFinding[] {
  const octets = readFileSync(path);
  const other = Buffer.from(octets);
  other[bit >> 3] = (other[bit >> 3] ?? 0) ^ (1 << (bit & 7));
  writeFileSync(path, other);
  const found = look();
  writeFileSync(path, octets);
  return found;
}

describe('a run that was begun', () => {
  const paths = tempPaths();
  const writer = written(paths);
  writer.leave();
  const files = runPaths(paths, writer.id);
  const [run, evidence] = [`runs/${writer.id}.yaml.partial`, `runs/${writer.id}.warc.gz.partial`];

  it('that is as it was written is told to be vouched for by nothing yet, and hands on its observations', () => {
    expect(findings(paths)).toEqual([
      { kind: 'edited', file: run, what: expect.stringMatching(/^it is not whole yet: until it is, nothing vouches/) },
    ]);
    const [only] = [...besideRuns(paths)];
    expect([...(only?.examined ?? [])].filter(({ is }) => is === 'sound')).toHaveLength(NAMES.length * 3);
  });

  it('one bit of its evidence: the file is named, with the octet where its record begins', () => {
    const size = readFileSync(files.partialEvidence).length;
    for (const bit of places(11, 120, size * 8)) {
      const found = changed(files.partialEvidence, bit, () => findings(paths)).filter(({ kind }) => kind === 'damaged');
      expect(found.length, `bit ${bit}`).toBeGreaterThan(0);
      for (const { file, octet } of found) {
        expect([file, octet ?? Number.NaN], `bit ${bit}`).toEqual([evidence, expect.any(Number)]);
        expect(octet, `bit ${bit}`).toBeLessThanOrEqual(bit >> 3);
      }
    }
  });

  it('one bit of a line that is told by its form or by what it says of its evidence: the line is named', () => {
    const text = readFileSync(files.partialRun);
    const line = (at: number) => text.subarray(0, at).toString('latin1').split('\n').length;
    for (const [what, bit] of [
      ['"offset":', 0],
      ['"sha-256":"', 1],
      ['"lookup":"', 0],
      ['{"name"', 2],
      [',"of":', 4],
    ] as const) {
      const at = text.lastIndexOf(what) + what.length - (what.startsWith('{') ? what.length : 0);
      const found = changed(files.partialRun, at * 8 + bit, () => findings(paths)).filter(
        ({ kind }) => kind === 'damaged',
      );
      expect(found.length, what).toBeGreaterThan(0);
      const numbers = found.map((one) => one.line ?? line(at));
      expect(numbers, what).toContain(line(at));
    }
  });

  it('half a line at the end is left aside, and a line whose records were lost is named', () => {
    const [text, octets] = [readFileSync(files.partialRun), readFileSync(files.partialEvidence)];
    for (const cut of [1, 40, 300]) {
      writeFileSync(files.partialRun, text.subarray(0, text.length - cut));
      expect(findings(paths).map(({ kind }) => kind)).toEqual(['edited']);
    }
    writeFileSync(files.partialRun, text);
    writeFileSync(files.partialEvidence, octets.subarray(0, octets.length - 40));
    expect(findings(paths)).toMatchObject([
      { kind: 'damaged', file: run, observation: `${writer.id}#6`, what: expect.stringContaining('were lost') },
      { kind: 'edited' },
    ]);
    writeFileSync(files.partialEvidence, octets);
  });
});

describe('a shard', () => {
  const paths = tempPaths();
  const writer = written({ ...paths, runs: paths.shards }, { number: 2, of: 3 });
  writer.finish(ENDED);
  const shard = runPaths({ runs: paths.shards }, writer.id);

  it('is looked through as a run is, by its own name, until the bit', () => {
    expect(findings(paths)).toEqual([]);
    for (const [path, file] of [
      [shard.run, `shards/${writer.id}.yaml`],
      [shard.evidence, `shards/${writer.id}.warc.gz`],
    ] as const) {
      for (const bit of places(5, 60, readFileSync(path).length * 8)) {
        const found = changed(path, bit, () => findings(paths));
        expect(
          found.filter(({ kind }) => kind === 'damaged').map((one) => one.file),
          `bit ${bit}`,
        ).toContain(file);
      }
    }
  });
});
