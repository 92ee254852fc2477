// A bag in the hands of others: Python unpacks the zip, and the commands of README.txt are carried out as they stand there.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CASE, done, openSmallCase, type SmallCase } from '../journeys/evidence/small-case.ts';
import { faultsOfBag } from '../support/bag.ts';
import { readersHere } from './readers.ts';

const { asked, missing, reason } = readersHere(['python3', 'sha256sum', 'gunzip']);

it('the laboratory asks for its programs', () => {
  if (asked) expect(missing).toEqual([]);
});

describe.skipIf(!asked || missing.length > 0)(`a bag in the hands of others (${reason})`, () => {
  let small: SmallCase;
  let bag = '';
  beforeAll(async () => {
    small = await openSmallCase();
    await done(small.folder, ['evidence', 'export', CASE, '-o', 'bag.zip']);
    execFileSync('python3', ['-m', 'zipfile', '-t', 'bag.zip'], { cwd: small.folder });
    execFileSync('python3', ['-m', 'zipfile', '-e', 'bag.zip', '.'], { cwd: small.folder });
    bag = join(small.folder, 'bag');
  }, 120_000);
  afterAll(() => small?.close());

  const sh = (command: string) => execFileSync('sh', ['-c', command], { cwd: bag, encoding: 'utf8' });

  it('is a bag by the RFC', () => {
    expect(faultsOfBag(bag)).toEqual([]);
  });

  it('is what its README says, command by command', () => {
    const lines = readFileSync(join(bag, 'README.txt'), 'utf8').split('\n');
    const commands = lines.filter((line) => line.startsWith('       ')).map((line) => line.trim());
    const ran = (start: string, end = '') =>
      sh(commands.find((one) => one.startsWith(start) && one.endsWith(end)) ?? 'false');
    expect(ran('sha256sum --check')).toBe('');
    expect(ran('sha256sum tagmanifest')).toMatch(/^[0-9a-f]{64} /);
    expect(ran('gunzip', '| less').startsWith('WARC/1.1\r\n')).toBe(true);
    const foot = ran('tail -n 4');
    expect(foot).toContain(ran('head -n -2').slice(0, 64));
    expect(foot).toContain(ran('sha256sum data/').slice(0, 64));
  });

  it('has evidence in which each observation stands where the run says', () => {
    const [run = ''] = small.runs;
    const file = join(bag, `data/cases/${CASE}/runs/${run}`);
    const stated = /"evidence":\{"offset":(\d+),"length":(\d+),"sha-256":"([0-9a-f]+)"\}/.exec(
      readFileSync(`${file}.yaml`, 'utf8'),
    );
    const [, offset, length, digest] = stated ?? [];
    expect(digest).toBeDefined();
    expect(sh(`tail -c +$((${offset} + 1)) ${file}.warc.gz | head -c ${length} | sha256sum`).slice(0, 64)).toBe(digest);
  });
});
