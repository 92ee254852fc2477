// The record handed out as a bag: whole and as it lies, verified before and verifiable after, with nothing in it that nobody meant to
// hand out, and nothing at all where that cannot be had.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { faultsOfBag, infoOfBag } from '../../support/bag.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import { CASE, LETTER, openSmallCase, type SmallCase } from './small-case.ts';

const AT = '2026-01-09T15:00:00Z';

const ROOT = process.getuid?.() === 0;
const reason = ROOT ? ' (left out: nothing is closed to root)' : '';

interface Exported {
  readonly bag: string;
  readonly digest: string;
  readonly files: number;
  readonly runs: readonly string[];
  readonly unfinished: readonly string[];
  readonly shared: readonly string[];
  readonly leftOut: readonly { readonly file: string; readonly why: string }[];
  readonly sound: boolean;
  readonly totals: { readonly damaged: number };
}

let small: SmallCase;
/** What a test puts into the case's folder; gone afterwards. */
const put: string[] = [];

beforeAll(async () => {
  small = await openSmallCase();
}, 120_000);
afterAll(() => small?.close());
afterEach(() => {
  for (const file of put.splice(0)) rmSync(inCase(file), { recursive: true, force: true });
  for (const name of readdirSync(small.folder)) {
    if (/^bag|\.bag|\.partial$/.test(name)) rmSync(join(small.folder, name), { recursive: true });
  }
});

const inCase = (file: string) => join(small.paths.folder, file);
const inFolder = (file: string) => join(small.folder, file);
const inBag = (file: string) => join(small.folder, 'bag', file);
const HOME = `data/cases/${CASE}`;

function lay(file: string, text = 'laid there\n'): void {
  put.push(
    file.split('/').length > 1 && !existsSync(inCase(file.split('/')[0] ?? '')) ? (file.split('/')[0] ?? file) : file,
  );
  mkdirSync(join(inCase(file), '..'), { recursive: true });
  writeFileSync(inCase(file), text);
}

const exported = (args: readonly string[] = [], circumstances: Circumstances = {}) =>
  takedown(small.folder, ['evidence', 'export', CASE, ...args], { at: AT, ...circumstances });

async function bagOf(args: readonly string[] = []): Promise<Exported> {
  const { code, out, err } = await exported(['-o', 'bag', '--json', ...args]);
  expect([code, err]).toEqual([0, '']);
  return documentOf<Exported>(out, 'evidence-export');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '');

/** What stands beside the cases, to see that nothing was left. */
const beside = () => readdirSync(small.folder).sort();

describe('a bag of the whole record', () => {
  it('is valid by the RFC, and has every octet of the case as it lies', async () => {
    const { digest, files, runs, shared, leftOut } = await bagOf();
    expect(faultsOfBag(inFolder('bag'))).toEqual([]);
    expect(runs).toEqual(small.runs);
    expect(leftOut).toEqual([]);
    for (const file of ['case.yaml', 'names.txt', 'journal.yaml', 'orders/pi.pdf', `letters/${LETTER}/letter.md`]) {
      expect(readFileSync(inBag(`${HOME}/${file}`)).equals(readFileSync(inCase(file))), file).toBe(true);
    }
    for (const run of small.runs) {
      for (const file of [`runs/${run}.yaml`, `runs/${run}.warc.gz`]) {
        expect(readFileSync(inBag(`${HOME}/${file}`)).equals(readFileSync(inCase(file))), file).toBe(true);
      }
    }
    expect(shared).toEqual([
      'data/cases/recipients.yaml',
      'data/takedown.yaml',
      'data/templates/fonts/house.ttf',
      'data/templates/ours.md',
      'data/templates/partials/closing.md',
    ]);
    const lines = readFileSync(inBag('manifest-sha256.txt'), 'utf8').split('\n');
    expect(lines).toHaveLength(files + 1);
    const said = execFileSync('sha256sum', ['tagmanifest-sha256.txt'], { cwd: inFolder('bag'), encoding: 'utf8' });
    expect(said.slice(0, 64)).toBe(digest);
  });

  it('is checked by sha256sum, which finds a changed octet', async () => {
    await bagOf();
    const args = ['--check', '--quiet', 'manifest-sha256.txt', 'tagmanifest-sha256.txt'];
    const check = () => spawnSync('sha256sum', args, { cwd: inFolder('bag'), encoding: 'utf8' });
    expect(check()).toMatchObject({ status: 0, stdout: '', stderr: '' });
    writeFileSync(inBag(`${HOME}/journal.yaml`), '[]\n');
    expect(check()).toMatchObject({ status: 1, stdout: `${HOME}/journal.yaml: FAILED\n` });
  });

  it('is a workspace in which evidence verify finds all of it sound', async () => {
    await bagOf();
    const args = ['evidence', 'verify', CASE, '--cases', 'data/cases', '--json'];
    const before = readdirSync(inFolder('bag'), { recursive: true }).length;
    const { code, out } = await takedown(inFolder('bag'), args, { env: { XDG_CACHE_HOME: inFolder('.cache') } });
    expect(code).toBe(0);
    expect(documentOf(out, 'evidence-verify')).toMatchObject({ sound: true, findings: [] });
    expect(readdirSync(inFolder('bag'), { recursive: true })).toHaveLength(before);
  });

  it('carries the word of a rehearsal on the screen, in bag-info.txt and in README.txt', async () => {
    const { out } = await exported(['-o', 'bag', '--by', 'Jane Roe'], { columns: 80 });
    expect(plain(out).split('\n')[0]).toBe('REHEARSAL');
    const info = infoOfBag(readFileSync(inBag('bag-info.txt'), 'utf8'));
    expect(info.get('Takedown-Marks')).toBe('REHEARSAL');
    expect(info.get('External-Description')).toMatch(/^REHEARSAL: the record of Acme Corp\./);
    expect(info.get('Contact-Name')).toBe('Jane Roe');
    expect(info.get('Bagging-Date')).toBe('2026-01-09');
    const readme = readFileSync(inBag('README.txt'), 'utf8');
    expect(readme.startsWith('*** REHEARSAL ***\n')).toBe(true);
    expect(readme).toContain(`takedown evidence verify ${CASE} --cases data/cases\n`);
    expect(readme).toContain('Every octet is as it was written, and every answer reads as it was read.');
  });

  it('fits a terminal of 80 columns, commands apart', async () => {
    lay('notes.txt');
    const { out } = await exported(['-o', 'bag'], { columns: 80 });
    const wide = plain(out)
      .split('\n')
      .filter((line) => line.length > 80 && !line.startsWith('  cd '));
    expect(wide).toEqual([]);
    expect(out).toContain('left out    notes.txt: nothing in the record names it\n');
  });

  it('is named by the case and the day where nobody names it', async () => {
    expect((await exported()).code).toBe(0);
    expect(faultsOfBag(inFolder(`${CASE}-2026-01-09.bag`))).toEqual([]);
  });

  it('as a zip unpacks to the same bag', async () => {
    await bagOf();
    const manifest = readFileSync(inBag('manifest-sha256.txt'), 'utf8');
    rmSync(inFolder('bag'), { recursive: true });
    const { code, out } = await exported(['-o', 'bag.zip', '--json']);
    expect(code).toBe(0);
    const zipped = documentOf<Exported & { form: string }>(out, 'evidence-export');
    expect(zipped.form).toBe('zip');
    for (const [file, octets] of Object.entries(unzipSync(readFileSync(inFolder('bag.zip'))))) {
      mkdirSync(join(inFolder(file), '..'), { recursive: true });
      writeFileSync(inFolder(file), octets);
    }
    expect(faultsOfBag(inFolder('bag'))).toEqual([]);
    expect(readFileSync(inBag('manifest-sha256.txt'), 'utf8')).toBe(manifest);
    expect(beside()).not.toContain('bag.zip.partial');
  });
});

describe('a bag of one run', () => {
  it('has that run, what it was made with, and nothing of the journal, the letters or other runs', async () => {
    const [, run = ''] = small.runs;
    const { runs } = await bagOf(['--run', run.slice(-4), '--case-only']);
    expect(runs).toEqual([run]);
    expect(faultsOfBag(inFolder('bag'))).toEqual([]);
    const there = readdirSync(inBag('data'), { recursive: true, withFileTypes: true });
    expect(
      there
        .filter((entry) => entry.isFile())
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['case.yaml', 'names.txt', 'pi.pdf', `${run}.warc.gz`, `${run}.yaml`].sort());
    expect(infoOfBag(readFileSync(inBag('bag-info.txt'), 'utf8')).get('Takedown-Only-Run')).toBe(run);
    const readme = readFileSync(inBag('README.txt'), 'utf8');
    expect(readme).toContain('It is not the whole record');
    expect(readme).toContain(`--cases data/cases --run ${run}\n`);
  });

  it('says what is in it, and speaks of no journal', async () => {
    const { out } = await exported(['-o', 'bag', '--run', small.runs[0] ?? '']);
    expect(out).toContain(': 1 run; not the whole record\n');
    expect(out).toContain('It has everything as it is: names, registrants where they were seen and addresses.\n');
  });

  it('is verified as that run', async () => {
    const [, run = ''] = small.runs;
    await bagOf(['--run', run]);
    const args = ['evidence', 'verify', CASE, '--cases', 'data/cases', '--run', run, '--json'];
    const { code, out } = await takedown(inFolder('bag'), args, { env: { XDG_CACHE_HOME: inFolder('.cache') } });
    expect([code, documentOf(out, 'evidence-verify')]).toMatchObject([0, { sound: true }]);
  });
});

describe('what nobody meant to hand out', () => {
  it('stays behind and is told, and goes along where it is asked for by name', async () => {
    for (const file of ['notes.txt', 'strategy/memo.txt', 'strategy/old.txt', 'drafts/x/letter.md', 'runs/.hidden'])
      lay(file);
    expect((await bagOf()).leftOut).toEqual([
      { file: 'drafts/', why: 'drafts, which may be deleted at any time' },
      { file: 'notes.txt', why: 'nothing in the record names it' },
      { file: 'runs/.hidden', why: 'hidden, and nothing of the record is' },
      { file: 'strategy/', why: 'nothing in the record names it' },
    ]);
    expect(existsSync(inBag(`${HOME}/notes.txt`))).toBe(false);
    expect(readFileSync(inBag('README.txt'), 'utf8')).toContain('not in it: notes.txt');
    rmSync(inFolder('bag'), { recursive: true });
    const { leftOut } = await bagOf(['--with', 'notes.txt', '--with', './strategy/memo.txt']);
    expect(leftOut.map(({ file }) => file)).toEqual(['drafts/', 'runs/.hidden', 'strategy/old.txt']);
    expect(existsSync(inBag(`${HOME}/strategy/memo.txt`))).toBe(true);
    expect(faultsOfBag(inFolder('bag'))).toEqual([]);
  });

  it('is not guessed at', async () => {
    lay('notes.txt');
    const { code, err } = await exported(['-o', 'bag', '--with', 'note.txt']);
    expect([code, err]).toEqual([
      2,
      '--with "note.txt": there is no such file in the folder of the case.\n' +
        "  It is named by its way in the case's folder. Left out there: notes.txt.\n",
    ]);
  });

  it('does not leave the folder of the case', async () => {
    expect((await exported(['-o', 'bag', '--with', '../../takedown.yaml', '--case-only'])).code).toBe(2);
    expect(beside()).not.toContain('bag');
  });
});

describe('an unfinished run', () => {
  const torn = () => {
    const [run = ''] = small.runs;
    const id = `${run.slice(0, -4)}fade`;
    const text = readFileSync(inCase(`runs/${run}.yaml`), 'utf8').replaceAll(run, id);
    put.push(`runs/${id}.yaml.partial`, `runs/${id}.warc.gz.partial`, `runs/${id}.lock`);
    writeFileSync(inCase(`runs/${id}.yaml.partial`), text.slice(0, text.indexOf('\n- ') + 1));
    writeFileSync(inCase(`runs/${id}.warc.gz.partial`), '');
    return id;
  };

  it('goes along as it lies, and is told', async () => {
    const id = torn();
    const { unfinished, runs } = await bagOf();
    expect([unfinished, runs]).toEqual([[id], small.runs]);
    expect(existsSync(inBag(`${HOME}/runs/${id}.yaml.partial`))).toBe(true);
    expect(infoOfBag(readFileSync(inBag('bag-info.txt'), 'utf8')).get('Takedown-Unfinished-Run')).toBe(id);
    expect(readFileSync(inBag('README.txt'), 'utf8')).toContain(`${id} was begun and never finished.`);
  });

  it('stays behind while somebody writes it', async () => {
    const id = torn();
    const self = { pid: process.pid, host: hostname(), began: '' };
    writeFileSync(inCase(`runs/${id}.lock`), `${JSON.stringify(self)}\n`);
    const { unfinished, leftOut } = await bagOf();
    expect(unfinished).toEqual([]);
    expect(leftOut.map(({ file, why }) => [file, why])).toEqual([
      [`runs/${id}.warc.gz.partial`, 'a run that is under way'],
      [`runs/${id}.yaml.partial`, 'a run that is under way'],
    ]);
  });
});

describe('a record that is not as it was written', () => {
  const evidence = () => inCase(`runs/${small.runs[0]}.warc.gz`);
  const withDamage = async (look: () => Promise<void>) => {
    const octets = readFileSync(evidence());
    writeFileSync(evidence(), Buffer.concat([octets.subarray(0, 999), Buffer.from('?'), octets.subarray(1000)]));
    try {
      await look();
    } finally {
      writeFileSync(evidence(), octets);
    }
  };

  it('makes no bag', () =>
    withDamage(async () => {
      const before = beside();
      const { code, err, out } = await exported(['-o', 'bag']);
      expect([code, out]).toEqual([22, '']);
      expect(err).toMatch(/^\d+ places? of the record (is|are) not as written; no bag was made\.\n/);
      expect(err).toContain(`  runs/${small.runs[0]}.warc.gz: `);
      expect(err).toContain('--as-is');
      expect(errorOf((await exported(['-o', 'bag', '--json'])).err)).toMatchObject({ code: 'damaged', kind: 'input' });
      expect(beside()).toEqual(before);
    }));

  it('is handed out as it is where somebody says so, and the bag says what is wrong', () =>
    withDamage(async () => {
      const { sound, totals } = await bagOf(['--as-is']);
      expect(sound).toBe(false);
      expect(totals.damaged).toBeGreaterThan(0);
      expect(faultsOfBag(inFolder('bag'))).toEqual([]);
      expect(readFileSync(inBag(`${HOME}/runs/${small.runs[0]}.warc.gz`)).equals(readFileSync(evidence()))).toBe(true);
      const info = infoOfBag(readFileSync(inBag('bag-info.txt'), 'utf8'));
      expect(info.get('Takedown-Verified')).toMatch(/NOT SOUND: \d+ damaged/);
      expect(readFileSync(inBag('README.txt'), 'utf8')).toContain(`damaged: runs/${small.runs[0]}.warc.gz`);
    }));
});

describe('what cannot be copied', () => {
  it('is told, all at once, and makes no bag', async () => {
    symlinkSync('/etc/hostname', inCase('replies/link.eml'));
    execFileSync('mkfifo', [inCase('signed-pipe'), inCase('orders/pipe.pdf')]);
    put.push('replies/link.eml', 'orders/pipe.pdf', 'signed-pipe');
    const before = beside();
    const { code, err } = await exported(['-o', 'bag']);
    expect(code).toBe(22);
    expect(err).toContain(
      '2 files of the record cannot go into a bag; none was made.\n' +
        '  orders/pipe.pdf: it is no file but a pipe or a device\n' +
        '  replies/link.eml: it is a link, and where links lead is not followed\n',
    );
    expect(beside()).toEqual(before);
  });

  it.skipIf(ROOT)(`is also what is closed to this user${reason}`, async () => {
    lay('signed/table.json');
    execFileSync('chmod', ['000', inCase('signed/table.json')]);
    expect((await exported(['-o', 'bag'])).err).toContain('signed/table.json: this user may not read it');
  });

  it('in a zip, is a name that leads elsewhere', async () => {
    lay('replies/a\\..\\..\\evil.eml');
    expect((await exported(['-o', 'bag.zip'])).code).toBe(2);
    expect((await exported(['-o', 'bag'])).code).toBe(0);
    expect(faultsOfBag(inFolder('bag'))).toEqual([]);
  });
});

describe('hostile names and words', () => {
  it('are listed as the RFC says, and reach no terminal', async () => {
    lay('replies/50%\nof \u001b[31mit.eml');
    const { out } = await exported(['-o', 'bag', '--by', 'Jane\u001b[2J\nRoe'], { columns: 80 });
    expect(plain(out)).not.toContain('\u001b');
    expect(faultsOfBag(inFolder('bag'))).toEqual([]);
    expect(readFileSync(inBag('manifest-sha256.txt'), 'utf8')).toContain('/replies/50%25%0Aof \u001b[31mit.eml\n');
    expect(infoOfBag(readFileSync(inBag('bag-info.txt'), 'utf8')).get('Contact-Name')).toBe('Jane Roe');
    expect(readFileSync(inBag('README.txt'), 'utf8')).not.toContain('\u001b');
    expect(readFileSync(inBag('README.txt'), 'utf8')).toContain('sha256sum does not find those');
  });
});

describe('a place that is not free', () => {
  it.each([
    ['what is there already', 'takedown.yaml', 23],
    ['the folder of the case', `cases/${CASE}/bag`, 2],
    ['a folder that is not there', 'no/such/bag', 1],
    ['standard output', '-', 2],
  ] as const)('%s', async (_what, place, expected) => {
    const before = beside();
    const { code, err } = await exported(['-o', place]);
    expect(code).toBe(expected);
    expect(err.trim().split('\n')).toHaveLength(2);
    expect(beside()).toEqual(before);
  });

  it.skipIf(ROOT)(`a folder that is closed to this user${reason}`, async () => {
    const { code, err } = await exported(['-o', '/bag']);
    expect([code, err]).toEqual([1, '/bag cannot be written: this user may not.\n  Choose another place with -o.\n']);
  });

  it('what another export left', async () => {
    mkdirSync(inFolder('bag.partial'));
    const { code, err } = await exported(['-o', 'bag']);
    expect([code, err]).toEqual([
      23,
      'bag.partial is there: an export that is under way, or one that was killed.\n' +
        '  If none is running, remove it. It is no bag.\n',
    ]);
  });

  it('a link that leads nowhere', async () => {
    symlinkSync('nowhere', inFolder('bag'));
    expect((await exported(['-o', 'bag'])).code).toBe(23);
  });
});

it('an interruption leaves nothing', async () => {
  const before = beside();
  const stopping = new AbortController();
  stopping.abort();
  const { code, err } = await exported(['-o', 'bag'], { interruption: stopping.signal });
  expect([code, err]).toEqual([130, 'Interrupted.\n']);
  expect(beside()).toEqual(before);
});

it('a case under seal says so, until it is lifted', async () => {
  const text = readFileSync(inCase('case.yaml'), 'utf8');
  cpSync(inCase('case.yaml'), inFolder('case.before'));
  try {
    writeFileSync(inCase('case.yaml'), `${text}seal: { until: 2026-01-20, touches: [registry, tld] }\n`);
    const { out } = await exported(['-o', 'bag']);
    expect(out).toContain('The case is UNDER SEAL until Wed 21 Jan');
    expect(infoOfBag(readFileSync(inBag('bag-info.txt'), 'utf8')).get('Takedown-Sealed-Until')).toMatch(/^2026-01-2/);
    expect(readFileSync(inBag('README.txt'), 'utf8')).toContain('UNDER SEAL until');
    writeFileSync(inCase('case.yaml'), `${text}seal: { until: 2026-01-05, touches: [registry, tld] }\n`);
    rmSync(inFolder('bag'), { recursive: true });
    expect((await exported(['-o', 'bag'])).out).not.toContain('UNDER SEAL');
  } finally {
    writeFileSync(inCase('case.yaml'), text);
    rmSync(inFolder('case.before'));
  }
});
