import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readEvidence } from '../../../src/store/evidence/read-back.ts';
import { runPaths } from '../../../src/store/run-form/paths.ts';
import { readEnds } from '../../../src/store/runs/ends.ts';
import { checkRun } from '../../support/check-run.ts';
import { at as instant, name } from '../../support/values.ts';
import {
  answers,
  begin,
  counting,
  ENDED,
  exchange,
  finishedRun,
  STARTED,
  sighting,
  tempPaths,
} from '../support/made.ts';

test('a finished run is YAML, ASCII, and says what was observed', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  const [first] = writer.append(name('a.example'), 'whois-registry', answers('a.example', 'whois-registry'));
  writer.append(name('a.example'), 'delegation', answers('a.example', 'delegation', 2));
  expect(readdirSync(paths.runs).sort()).toEqual([
    `${writer.id}.lock`,
    `${writer.id}.warc.gz.partial`,
    `${writer.id}.yaml.partial`,
  ]);
  const summary = writer.finish(ENDED);
  expect(readdirSync(paths.runs).sort()).toEqual([`${writer.id}.warc.gz`, `${writer.id}.yaml`]);
  const text = readFileSync(runPaths(paths, writer.id).run, 'latin1');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not be there
  expect(text).not.toMatch(/[^\x0a\x20-\x7e]/);
  const document = parse(text);
  expect(document).toMatchObject({
    'takedown-run': 1,
    id: writer.id,
    case: 'acme',
    started: '2019-03-18T14:15:02Z',
    ended: ENDED,
    names: 1,
    complete: true,
  });
  expect(document.observations).toHaveLength(3);
  expect({ ...document.observations[0], id: `${writer.id}#1` }).toEqual(first);
  expect(document.index).toEqual([
    expect.objectContaining({ name: 'a.example', lookups: ['whois-registry', 'delegation'] }),
  ]);
  for (const [number, offset] of document.index[0].lines) {
    const line = text.slice(offset, text.indexOf('\n', offset));
    expect(JSON.parse(line.slice(2))).toEqual(document.observations[number - 1]);
  }
  expect(text.slice(document['index-at'])).toMatch(/^index:\n/);
  expect(summary).toMatchObject({ id: writer.id, names: 1, simulated: true });
});

test('a run does not end before it began, though the clock was set back on the way', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  const early = answers('a.example', 'delegation', 2).map(({ sighting, exchanges }) => ({
    sighting: { ...sighting, at: instant('2019-03-17T09:00:00Z') },
    exchanges,
  }));
  const [seen] = writer.append(name('a.example'), 'delegation', early);
  expect(writer.finish(instant('2019-03-17T09:00:01Z'))).toMatchObject({ started: STARTED, ended: STARTED });
  expect(readEnds(runPaths(paths, writer.id).run)).toMatchObject({ ok: true, foot: { ended: STARTED } });
  expect(seen?.at).toBe('2019-03-17T09:00:00Z');
  expect(checkRun(paths, writer.id)).toEqual([]);
});

test('the foot vouches for the text above it and for the evidence', () => {
  const paths = tempPaths();
  const files = runPaths(paths, finishedRun(paths, ['a.example', 'b.example']));
  const text = readFileSync(files.run, 'latin1');
  const ends = readEnds(files.run);
  if (!ends.ok) throw new Error(ends.reason);
  expect(ends.foot.digest).toBe(sha256(text.slice(0, text.lastIndexOf('sha-256: '))));
  expect(ends.foot.evidence).toMatchObject({
    length: readFileSync(files.evidence).length,
    'sha-256': sha256(readFileSync(files.evidence)),
  });
});

test('an observation cites exactly its own records', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  const two = [
    exchange({ received: Buffer.from('one') }),
    exchange({ received: Buffer.from('two'), because: 'again' }),
  ];
  const observations = writer.append(name('a.example'), 'whois-registry', [
    { sighting: sighting('a.example', 'whois-registry'), exchanges: two },
    { sighting: sighting('a.example', 'whois-registry'), exchanges: [] },
    { sighting: sighting('a.example', 'whois-registry'), exchanges: [exchange({ received: Buffer.from('three') })] },
  ]);
  writer.finish(ENDED);
  const blocks = observations.map(({ evidence }) => {
    if (evidence === undefined) return undefined;
    const reading = readEvidence(join(paths.runs, `${writer.id}.warc.gz`), evidence);
    return reading.ok ? reading.records.map((record) => Buffer.from(record.block).toString()) : reading.reason;
  });
  expect(blocks).toEqual([
    ['outlook.example\r\n', 'one', 'outlook.example\r\n', 'two'],
    undefined,
    ['outlook.example\r\n', 'three'],
  ]);
});

test('two runs that draw the same digits get different ids', () => {
  const paths = tempPaths();
  const first = begin(paths, { random: counting(7) });
  const second = begin(paths, { random: counting(7) });
  expect(second.id).not.toBe(first.id);
  first.append(name('a.example'), 'delegation', answers('a.example', 'delegation'));
  second.append(name('b.example'), 'delegation', answers('b.example', 'delegation'));
  first.finish(ENDED);
  second.finish(ENDED);
  expect(readFileSync(runPaths(paths, first.id).run, 'latin1')).not.toContain('b.example');
});

test('an answer about another name, or none at all, is a bug and is not filed', () => {
  const writer = begin(tempPaths());
  expect(() => writer.append(name('a.example'), 'delegation', answers('b.example', 'delegation'))).toThrow('b.example');
  expect(() => writer.append(name('a.example'), 'delegation', [])).toThrow('no answer');
});

test('a run never replaces another one, and can still be left', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  const files = runPaths(paths, writer.id);
  writeFileSync(files.run, 'not mine');
  expect(() => writer.finish(ENDED)).toThrow('not replaced');
  writer.leave();
  expect(readFileSync(files.run, 'utf8')).toBe('not mine');
  expect(existsSync(files.lock)).toBe(false);
});

test('a run that is left keeps its partial files and gives up its lock', () => {
  const paths = tempPaths();
  const writer = begin(paths);
  writer.leave();
  expect(existsSync(runPaths(paths, writer.id).lock)).toBe(false);
  expect(existsSync(runPaths(paths, writer.id).partialRun)).toBe(true);
});

function sha256(octets: string | Uint8Array): string {
  return createHash('sha256').update(octets).digest('hex');
}
