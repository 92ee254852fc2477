// A run is stamped by a real authority (openssl), kept, listed, checked offline by us and by openssl; what is changed afterwards is
// named, and what is no sound stamp is never kept.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Listening } from '../../../src/rehearsal/sockets.ts';
import { formatEnd } from '../../../src/store/run-form/foot.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { writeFiles } from '../../support/folders.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import {
  type Answering,
  type Authority,
  inEarnest,
  NO_OPENSSL,
  openAuthority,
  openStampServer,
  WITHOUT_OPENSSL,
} from '../../support/time-stamp-authority.ts';
import { CASE, openSmallCase, type SmallCase } from '../evidence/small-case.ts';

interface Stamp {
  readonly run: string;
  readonly file: string;
  readonly state: string;
  readonly why: string | null;
  readonly at: string | null;
  readonly by: string | null;
  readonly root: string | null;
}
interface Sealed {
  readonly simulated: boolean;
  readonly stamp: Stamp;
}
interface Verified {
  readonly sound: boolean;
  readonly stamps: readonly Stamp[];
  readonly findings: readonly {
    readonly kind: string;
    readonly file: string;
    readonly what: string;
    readonly octet?: number;
  }[];
}

const TSA = 'http://tsa.example/stamps';

describe.skipIf(NO_OPENSSL)(`time stamps${WITHOUT_OPENSSL}`, () => {
  let small: SmallCase;
  let authority: Authority;
  let server: Listening;
  let answer: Answering;
  let asked: { readonly question: Buffer; readonly path: string | undefined; readonly headers: object }[];
  const newest = () => small.runs.at(-1) ?? '';

  beforeAll(async () => {
    small = await openSmallCase();
    authority = openAuthority({ between: ['basicConstraints=critical,CA:TRUE', 'keyUsage=critical,keyCertSign'] });
    server = await openStampServer((question, response, request) => {
      asked.push({ question, path: request.url, headers: request.headers });
      answer(question, response, request);
    });
    writeFiles(small.folder, {
      'stamps.yaml': `simulated: true\nclosed: true\ntime-stamp:\n  routes:\n    tsa.example: "127.0.0.1:${server.port}"\n`,
      'ca.pem': authority.root,
    });
  }, 120_000);
  afterAll(async () => {
    await server?.close();
    authority?.close();
    small?.close();
  });
  beforeEach(() => {
    answer = inEarnest(authority);
    asked = [];
    for (const file of stampFiles()) rmSync(join(small.paths.folder, file));
  });

  const stampFiles = () =>
    readdirSync(join(small.paths.folder, 'runs'))
      .filter((file) => file.endsWith('.tsr'))
      .map((file) => `runs/${file}`);
  const run = (args: readonly string[], circumstances: Circumstances = {}) =>
    takedown(small.folder, args, circumstances);
  const seal = (more: readonly string[] = ['--ca', 'ca.pem'], circumstances: Circumstances = {}) =>
    run(['evidence', 'seal', CASE, '--network', 'stamps.yaml', '--tsa', TSA, ...more], circumstances);
  const verified = async (more: readonly string[] = []) => {
    const { code, out, err } = await run(['evidence', 'verify', CASE, '--json', ...more]);
    return { code, err, ...documentOf<Verified>(out, 'evidence-verify') };
  };

  test('the newest run is stamped, and whoever has openssl can check it', async () => {
    const { code, out, err } = await seal(['--ca', 'ca.pem', '--json']);
    expect([code, err]).toEqual([0, '']);
    const { stamp, simulated } = documentOf<Sealed>(out, 'evidence-seal');
    expect(simulated).toBe(true);
    expect(stamp).toMatchObject({
      run: newest(),
      state: 'vouched',
      by: 'O=Practice, CN=Practice signer',
      root: 'O=Practice, CN=Practice root',
    });
    expect(stampFiles()).toEqual([stamp.file]);
    const file = (path: string) => join(small.paths.folder, path);
    expect(authority.accepts(file(stamp.file), file(`runs/${newest()}.yaml`))).toBe(true);
    expect(authority.accepts(file(stamp.file), file(`runs/${small.runs[0]}.yaml`))).toBe(false);
    // Nothing of the case leaves but a digest.
    expect(asked).toHaveLength(1);
    expect(asked[0]).toMatchObject({
      path: '/stamps',
      headers: {
        host: 'tsa.example',
        'content-type': 'application/timestamp-query',
        'user-agent': 'time-stamp-client/1',
      },
    });
    expect(asked[0]?.question.length).toBeLessThan(100);
  });

  test('it goes along in a bag, whose README says how openssl checks it there', async () => {
    await seal();
    const bag = join(small.folder, 'bag');
    try {
      const exported = await run(['evidence', 'export', CASE, '-o', 'bag', '--run', newest()]);
      expect([exported.code, exported.err]).toEqual([0, '']);
      const readme = readFileSync(join(bag, 'README.txt'), 'utf8');
      const command = /^ +(openssl ts -verify .*)$/m.exec(readme)?.[1] ?? 'false';
      const checked = spawnSync('sh', ['-c', command.replace('AUTHORITY.pem', '../ca.pem')], { cwd: bag });
      expect([checked.status, checked.stdout.toString()]).toEqual([0, 'Verification: OK\n']);
      const args = [
        'evidence',
        'verify',
        CASE,
        '--cases',
        'bag/data/cases',
        '--run',
        newest(),
        '--ca',
        'ca.pem',
        '--json',
      ];
      const again = await run(args);
      expect([again.code, documentOf<Verified>(again.out, 'evidence-verify')]).toMatchObject([
        0,
        { sound: true, stamps: [{ state: 'vouched' }] },
      ]);
    } finally {
      rmSync(bag, { recursive: true, force: true });
    }
  });

  test('it is told to people, listed and verified', async () => {
    const { out } = await seal(['--ca', 'ca.pem'], { columns: 80 });
    expect(out).toMatch(/^SIMULATED: a stamp for practice, which proves nothing\.\n/);
    expect(out).toMatch(
      / {2}stamped \d+ \w+ \d{4} [\d:.]+ UTC, within 1\.5 s\n {2}by O=Practice, CN=Practice signer\n/,
    );
    expect(out).toContain('vouched for by O=Practice, CN=Practice root');
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    const list = await run(['evidence', 'list', CASE]);
    expect(list.out).toContain(`\n${newest()}  stamped `);
    expect(list.out).toContain(
      'not checked against an authority: nobody is given as trusted (evidence verify --ca FILE)',
    );
    const json = await run(['evidence', 'list', CASE, '--json']);
    expect(documentOf<{ stamps: readonly Stamp[] }>(json.out, 'evidence-list').stamps).toMatchObject([
      { run: newest(), state: 'not-checked', root: null },
    ]);
    const first = await run(['evidence', 'list', CASE, '--run', small.runs[0] ?? '']);
    expect(first.out).toContain('This run has no time stamp (takedown evidence seal).\n');
    const all = await run(['evidence', 'list', CASE, '--name', 'alpha.test']);
    expect(all.out).toContain('1 of 2 runs with a time stamp.\n');
    expect(await verified()).toMatchObject({ code: 0, sound: true, findings: [], stamps: [{ state: 'not-checked' }] });
    expect(await verified(['--ca', 'ca.pem'])).toMatchObject({
      code: 0,
      sound: true,
      stamps: [{ state: 'vouched', root: 'O=Practice, CN=Practice root' }],
    });
    expect(await verified(['--run', small.runs[0] ?? ''])).toMatchObject({ code: 0, stamps: [] });
    const text = await run(['evidence', 'verify', CASE, '--ca', 'ca.pem']);
    expect(text.out).toContain('vouched for by O=Practice, CN=Practice root');
  });

  test('without anybody to vouch it is kept, and never passes for more', async () => {
    const { code, out } = await seal([]);
    expect(code).toBe(0);
    expect(out).toContain('not checked against an authority');
    writeFileSync(join(small.folder, 'other.pem'), openAndClose().root);
    const found = await verified(['--ca', 'other.pem']);
    expect(found).toMatchObject({
      code: 20,
      sound: false,
      stamps: [{ state: 'untrusted', by: 'O=Practice, CN=Practice signer' }],
      findings: [
        { kind: 'untrusted', what: 'the time stamp comes from nobody whom the trusted certificates vouch for' },
      ],
    });
    const text = await run(['evidence', 'verify', CASE, '--ca', 'other.pem']);
    expect(text.out).toContain(
      'COUNTS FOR NOTHING: the stamp comes from nobody whom the trusted certificates vouch for',
    );
  });

  test('a changed bit of the stamp, or of the run, is named', async () => {
    await seal();
    const [file = ''] = stampFiles();
    const path = join(small.paths.folder, file);
    const octets = readFileSync(path);
    for (const octet of [0, 3, 100, octets.length >> 1, octets.length - 1]) {
      const changed = Buffer.from(octets);
      changed[octet] = (changed[octet] ?? 0) ^ 4;
      writeFileSync(path, changed);
      const found = await verified(['--ca', 'ca.pem']);
      expect(found, `octet ${octet}`).toMatchObject({ code: 22, sound: false, stamps: [{ state: 'damaged' }] });
      expect(found.findings).toMatchObject([{ kind: 'damaged', file, octet }]);
      expect(found.findings[0]?.what).toMatch(
        /^the time stamp is not the one that was kept: one bit differs, octet \d+ is /,
      );
    }
    writeFileSync(path, octets);
    const runFile = `runs/${newest()}.yaml`;
    const text = readFileSync(join(small.paths.folder, runFile));
    const wrong = Buffer.from(text);
    wrong[300] = (wrong[300] ?? 0) ^ 1;
    writeFileSync(join(small.paths.folder, runFile), wrong);
    const found = await verified();
    const again = await seal(['--again']);
    writeFileSync(join(small.paths.folder, runFile), text);
    expect(found.code).toBe(22);
    expect(found.findings).toContainEqual({
      kind: 'damaged',
      file: runFile,
      what: `${file} is of another run file than the one that is there`,
    });
    // What was changed is never stamped.
    expect([again.code, again.err]).toEqual([
      22,
      expect.stringContaining('not as it was written: nothing was stamped.'),
    ]);
    expect(stampFiles()).toEqual([file]);
  });

  test('a run that is gone leaves its stamp, which says so', async () => {
    await seal(['--run', small.runs[0] ?? '']);
    const [file = ''] = stampFiles();
    writeFileSync(
      join(small.paths.folder, file.replace(/^runs\/[^.]+/, 'runs/20250101T000000Z-0000')),
      readFileSync(join(small.paths.folder, file)),
    );
    const { code, findings } = await verified();
    expect(code).toBe(22);
    expect(findings).toMatchObject([{ kind: 'damaged', file: 'runs/20250101T000000Z-0000.yaml' }]);
  });

  test('a second one is asked for by name', async () => {
    await seal();
    const refused = await seal();
    expect([refused.code, refused.err]).toEqual([
      23,
      expect.stringContaining(`The run ${newest()} has a time stamp: runs/`),
    ]);
    expect(asked).toHaveLength(1);
    expect((await seal(['--again'])).code).toBe(0);
    expect(stampFiles()).toHaveLength(2);
    expect((await verified(['--ca', 'ca.pem'])).stamps.map(({ state }) => state)).toEqual(['vouched', 'vouched']);
  });

  test('a stamp of another time than that of this machine is not kept', async () => {
    // Nobody knows which of the two clocks is right.
    const off = await seal(undefined, { at: '2026-01-07T18:00:00Z' });
    expect([off.code, stampFiles()]).toEqual([1, []]);
    expect(off.err).toMatch(
      /the stamp is of \S+, and this machine's clock says 2026-01-07T18:00:\S+: one of the two is wrong/,
    );
  });

  test('a run that says that it ended after its stamp was made by a clock that was wrong', async () => {
    const path = join(small.paths.folder, 'runs', `${newest()}.yaml`);
    const text = readFileSync(path, 'utf8');
    const above = text.slice(0, text.lastIndexOf('\nsha-256: ') + 1).replace(/\nended: 2026-/, '\nended: 2096-');
    const digest = createHash('sha256').update(above).digest('hex');
    writeFileSync(path, above + formatEnd(digest));
    const sealed = await seal();
    const found = await verified(['--run', newest()]);
    writeFileSync(path, text);
    expect([sealed.code, sealed.err]).toEqual([0, '']);
    expect(found.code).toBe(20);
    expect(found.findings).toMatchObject([
      { kind: 'disagrees', file: `runs/${newest()}.yaml`, field: 'ended', stored: expect.stringMatching(/^2096-/) },
    ]);
  });

  test.each<readonly [string, Answering, string]>([
    ['a page', (_, response) => response.end('<!doctype html>'), 'the stamp is not a time stamp that can be read'],
    ['nothing', (_, response) => response.end(), 'the stamp is not a time stamp that can be read'],
    ['an error', (_, response) => response.writeHead(503).end(), 'it answered with status 503'],
    [
      'another place',
      (_, response) => response.writeHead(302, { location: 'http://127.0.0.1/' }).end(),
      'it leads elsewhere (status 302), which is not followed',
    ],
    ['too much', (_, response) => response.end(Buffer.alloc(400_000)), 'it answered with more than 262144 octets'],
    [
      'half of it',
      (question, response) => response.end(authority.reply(question).subarray(0, 700)),
      'the stamp is not a time stamp that can be read',
    ],
    ['a broken connection', (_, response) => response.socket?.destroy(), 'the connection failed'],
    [
      'the answer to an earlier question',
      (_, response) => response.end(old),
      'the stamp is the answer to another question',
    ],
  ])('an authority that gives %s gives no stamp', async (_what, how, why) => {
    await remember();
    answer = how;
    const { code, err } = await seal(['--ca', 'ca.pem', '--json']);
    expect([code, stampFiles()]).toEqual([1, []]);
    const { code: word, message, kind } = errorOf(err);
    expect([word, kind]).toEqual(['no-stamp', 'failed']);
    expect(message).toContain(`The time-stamping authority tsa.example gave no stamp: ${why}`);
  });

  let old: Buffer = Buffer.alloc(0);
  /** An answer for the same run, with another number. */
  async function remember(): Promise<void> {
    if (old.length > 0) return;
    answer = (question, response) => {
      old = authority.reply(question);
      response.end(old);
    };
    await seal();
    for (const file of stampFiles()) rmSync(join(small.paths.folder, file));
  }

  test('what the authority says of its refusal is made harmless', async () => {
    const { code, err } = await seal(['--policy', '1.2.3']);
    expect([code, stampFiles()]).toEqual([1, []]);
    expect(err).toContain('was refused by the authority (status 2): it does not have that policy');
    expect((await seal(['--policy', '1.3.6.1.4.1.99999.2'])).code).toBe(0);
  });

  test('a signer whom the given certificates do not vouch for is not kept', async () => {
    writeFileSync(join(small.folder, 'other.pem'), openAndClose().root);
    const { code, err } = await seal(['--ca', 'other.pem']);
    expect([code, stampFiles()]).toEqual([1, []]);
    expect(err).toContain('the stamp comes from nobody whom the trusted certificates vouch for');
  });

  test('an interruption ends the wait, and nothing is kept', async () => {
    const controller = new AbortController();
    answer = () => controller.abort();
    const { code } = await seal(undefined, { interruption: controller.signal });
    expect([code, stampFiles()]).toEqual([130, []]);
  });

  test('simulated and real never mix, and only a network file opens this machine', async () => {
    const real = await run(['evidence', 'seal', CASE, '--tsa', TSA, '--json']);
    expect([real.code, errorOf(real.err).code]).toEqual([23, 'simulated-and-real']);
    const elsewhere = await run([
      'evidence',
      'seal',
      CASE,
      '--network',
      'stamps.yaml',
      '--tsa',
      'https://elsewhere.example/',
      '--json',
    ]);
    expect([elsewhere.code, errorOf(elsewhere.err).message]).toEqual([
      1,
      'The time-stamping authority elsewhere.example gave no stamp: this network has no route to elsewhere.example.',
    ]);
    expect(asked).toEqual([]);
  });

  test.each([
    [['--tsa', 'ftp://tsa.example/'], 2, 'not-an-authority'],
    [['--tsa', 'http://me:secret@tsa.example/'], 2, 'not-an-authority'],
    [['--policy', '1.2.x'], 2, 'not-a-policy'],
    [['--ca', 'nowhere.pem'], 2, 'no-such-file'],
    [['--ca', 'stamps.yaml'], 22, 'not-a-certificate'],
    [['--run', '2019'], 2, 'no-such-run'],
  ] as const)('%j is told before anybody is asked', async (more, code, word) => {
    const found = await seal([...more, '--json']);
    expect([found.code, errorOf(found.err).code]).toEqual([code, word]);
    expect(asked).toEqual([]);
  });

  test('who is asked and who is trusted may stand in the settings, trust only in a person’s own', async () => {
    const bare = ['evidence', 'seal', CASE, '--network', 'stamps.yaml'];
    const none = await run([...bare, '--json']);
    expect([none.code, errorOf(none.err).code]).toEqual([2, 'no-authority']);
    const before = readFileSync(join(small.folder, 'takedown.yaml'), 'utf8');
    writeFiles(small.folder, {
      'takedown.yaml': `${before}time-stamp: { url: "${TSA}" }\n`,
      'home/takedown/config.yaml': 'time-stamp: { ca-file: ca.pem }\n',
      'home/takedown/ca.pem': authority.root,
    });
    const env = { XDG_CONFIG_HOME: join(small.folder, 'home') };
    const set = await run([...bare, '--json'], { env });
    expect(documentOf<Sealed>(set.out, 'evidence-seal').stamp.state).toBe('vouched');
    writeFiles(small.folder, { 'takedown.yaml': `${before}time-stamp: { ca-file: ca.pem }\n` });
    const workspace = await run([...bare, '--json'], { env });
    writeFiles(small.folder, { 'takedown.yaml': before });
    expect(workspace.code).toBe(22);
    expect(errorOf(workspace.err)).toMatchObject({ problems: [{ code: 'not-in-workspace' }] });
  });

  function openAndClose(): Authority {
    const other = openAuthority();
    other.close();
    return other;
  }
});
