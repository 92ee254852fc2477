// `check --notify`: told once, by every way, against real servers on loopback; what could not be told is told the next time.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:https';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Listening, listening, portOf } from '../../../src/rehearsal/sockets.ts';
import { selfSigned } from '../../support/certificate.ts';
import { documentOf, errorOf } from '../../support/documents.ts';
import { writeFiles } from '../../support/folders.ts';
import { type Circumstances, takedown } from '../../support/takedown.ts';
import { CASE, openPractice, type Practice } from '../kill/practice.ts';

const own = selfSigned('hooks.example');
/** As a service would have it: who knows the path may write there. */
const URL = 'https://hooks.example/services/hidden';
const FROM = { TAKEDOWN_FROM: 'ops@law.example', TAKEDOWN_NOTIFY_TO: 'duty@law.example, ops@law.example' };

let practice: Practice;
let hook: Listening & { readonly heard: string[] };
let status: number;
let network: string;

beforeAll(async () => {
  practice = await openPractice('2026-01-09T15:00:00Z');
  hook = await openHook();
  network = readFileSync(join(practice.folder, 'network.yaml'), 'utf8');
  const route = `webhook:\n  routes:\n    hooks.example: "127.0.0.1:${hook.port}"\n`;
  writeFiles(practice.folder, {
    'network.yaml': `${network}${route}`,
    'home/takedown/config.yaml': `notify: { webhook: { ca-file: ca.pem, secret-file: key } }\n`,
    'home/takedown/ca.pem': own.certificate,
    'home/takedown/key': 'open sesame\n',
  });
});
afterAll(async () => {
  await hook?.close();
  await practice?.close();
});
beforeEach(() => {
  practice.enter(2);
  status = 200;
  hook.heard.length = 0;
  for (const one of ['runs', 'alarms']) rmSync(join(practice.paths.folder, one), { recursive: true, force: true });
  for (const file of ['told.jsonl', 'told.txt']) rmSync(join(practice.folder, file), { force: true });
});

async function openHook(): Promise<typeof hook> {
  const heard: string[] = [];
  const server = createServer({ cert: own.certificate, key: own.key }, (request, response) => {
    buffer(request).then(
      (octets) => {
        if (status === 200) heard.push(octets.toString());
        response.writeHead(status);
        response.end();
      },
      () => undefined,
    );
  });
  await listening(server);
  return { port: portOf(server), heard, close: () => new Promise((done) => server.close(() => done())) };
}

const run = (args: readonly string[], { env, ...more }: Circumstances = {}) =>
  takedown(practice.folder, args, {
    env: { XDG_CONFIG_HOME: join(practice.folder, 'home'), ...env },
    ...more,
  });
const check = (more: readonly string[], circumstances: Circumstances = {}) =>
  run(['check', CASE, '--network', 'network.yaml', '--max-age', '1d', '--fail-on', 'never', ...more], circumstances);
/** Everything is asked anew, as by the job of the next night. */
const anew = (more: readonly string[], circumstances: Circumstances = {}) =>
  run(['check', CASE, '--network', 'network.yaml', '--fail-on', 'never', ...more], circumstances);
const told = (file: string) => {
  const path = join(practice.folder, file);
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
};
const linesOf = () => told('told.jsonl').map((line) => documentOf<Line>(`${line}\n`, 'alarm'));
const tellings = () => {
  const folder = join(practice.paths.folder, 'alarms');
  return existsSync(folder) ? readdirSync(folder) : [];
};
interface Line {
  readonly word: string;
  readonly about: string;
  readonly of?: string;
  readonly simulated: boolean;
}
interface Posted {
  readonly simulated: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly alarms: readonly Line[];
  readonly text: string;
}

describe('what slips back', () => {
  test('is told once by a file, by mail and by webhook', async () => {
    const ways = ['--notify', 'told.jsonl', '--notify', 'told.txt', '--notify', 'mail', '--notify', 'webhook'];
    const env = { ...FROM, TAKEDOWN_WEBHOOK: URL };
    const first = await anew(ways, { env });
    expect(first).toMatchObject({ code: 0 });
    expect([linesOf(), told('told.txt'), hook.heard, tellings()]).toEqual([[], [], [], []]);
    const mailsBefore = practice.mails().length;

    practice.enter(3);
    const second = await anew(ways, { env });
    expect(second.code).toBe(0);
    expect(second.err).toContain('Told in told.jsonl: 3 new things.');
    expect(second.err).toContain('Told by mail to duty@law.example, ops@law.example: 3 new things.');
    expect(second.err).toContain('Told by the webhook at hooks.example: 3 new things.');
    expect(linesOf().map(({ word, about, of }) => [word, about, of])).toEqual([
      ['sinkhole-held', 'sinkhole.example', undefined],
      ['reverted', 'alpha.test', 'locks'],
      ['reverted', 'alpha.test', 'redirection'],
    ]);
    expect(linesOf().every(({ simulated }) => simulated)).toBe(true);
    expect(told('told.txt')[1]).toMatch(
      /^2026-01-09T15:\S+ {2}REHEARSAL {2}twelve\.rehearsal {2}reverted {2}alpha\.test {2}locks: as ordered when last seen so on 2026-01-09 15:\d\d UTC, and not any more$/,
    );
    const [mail, ...more] = practice.mails().slice(mailsBefore);
    expect(more).toEqual([]);
    expect(mail?.to).toEqual(['duty@law.example', 'ops@law.example']);
    const text = Buffer.from(mail?.octets ?? [])
      .toString('latin1')
      .replaceAll('=\r\n', '');
    expect(text).toMatch(/^Subject: \[takedown\] REHEARSAL twelve\.rehearsal: sinkhole held 1,\s+reverted 2\r\n/m);
    expect(text).toContain('alpha[.]test');
    expect(text).not.toMatch(/alpha\.test|203\.0\.113|quayside|harbour/);
    const [posted = '', ...others] = hook.heard;
    expect(others).toEqual([]);
    const { simulated, counts, alarms } = documentOf<Posted>(`${posted}\n`, 'alarms');
    expect({ simulated, counts }).toEqual({ simulated: true, counts: { 'sinkhole-held': 1, reverted: 2 } });
    expect(alarms).toHaveLength(3);
    for (const said of [second.out, second.err]) expect(said).not.toContain('hidden');

    const third = await check(ways, { env });
    expect(third.err).not.toContain('Told');
    expect([linesOf().length, hook.heard.length, practice.mails().length - mailsBefore]).toEqual([3, 1, 1]);
    expect(tellings()).toHaveLength(4);
  }, 120_000);

  test('is told again when it was put right and slips back anew', async () => {
    practice.enter(2);
    await anew([]);
    for (const day of [3, 2, 3]) {
      practice.enter(day);
      await anew(['--notify', 'told.jsonl']);
    }
    const count = (word: string, of?: string) => linesOf().filter((one) => one.word === word && one.of === of).length;
    expect([count('reverted', 'locks'), count('sinkhole-held')]).toEqual([2, 2]);
  }, 120_000);
});

describe('what could not be told', () => {
  test('is said, ends with 1, and is told the next time; a gate that holds says more', async () => {
    await anew([]);
    practice.enter(3);
    const env = { TAKEDOWN_WEBHOOK: URL };
    status = 503;
    const failed = await anew(['--notify', 'webhook', '--notify', 'told.jsonl', '--quiet'], { env });
    expect(failed.code).toBe(1);
    expect(failed.err).toBe(
      'NOT told by the webhook at hooks.example: The webhook at hooks.example was not told: it answered with status 503.\n  The next check tells it again.\n',
    );
    expect(linesOf()).toHaveLength(3);
    const held = await check(['--notify', 'webhook', '--fail-on', 'reverted'], { env });
    expect(held.code).toBe(20);
    status = 200;
    expect(await check(['--notify', 'webhook', '--notify', 'told.jsonl'], { env })).toMatchObject({ code: 0 });
    expect(hook.heard).toHaveLength(1);
    expect(linesOf()).toHaveLength(3);
  }, 120_000);

  test('is not told where nobody can say what was told before', async () => {
    await anew([]);
    practice.enter(3);
    writeFileSync(join(practice.paths.folder, 'alarms'), 'a file in the way');
    const { code, err } = await anew(['--notify', 'told.jsonl']);
    expect(code).toBe(1);
    expect(err).toContain('NOT told in told.jsonl: ');
    expect(err).toContain('alarms cannot be opened or written: a file stands where a folder belongs.');
    expect(linesOf()).toEqual([]);
  });
});

describe('nothing is looked up', () => {
  const refused = async (args: readonly string[], circumstances: Circumstances = {}) => {
    const { code, err } = await anew([...args, '--json'], circumstances);
    expect(existsSync(practice.paths.runs)).toBe(false);
    return [code, errorOf(err).code];
  };

  test('under a seal', async () => {
    const file = practice.paths.caseFile;
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, text.replace('registrars:', 'seal: { until: 2026-06-01, touches: [any] }\nregistrars:'));
    try {
      for (const way of ['mail', 'webhook', 'told.jsonl'])
        expect(await refused(['--notify', way])).toEqual([23, 'notify-sealed']);
    } finally {
      writeFileSync(file, text);
    }
  });

  test('where what is needed is not set, or is no such thing', async () => {
    expect(await refused(['--notify', 'webhook'])).toEqual([2, 'no-webhook']);
    expect(await refused(['--notify', 'mail'])).toEqual([2, 'no-sender']);
    expect(await refused(['--notify', 'no/folder/told.jsonl'])).toEqual([2, 'no-such-folder']);
    expect(await refused(['--notify', ''])).toEqual([2, 'no-notify']);
    expect(await refused(['--notify', 'told.jsonl', '--shard', '1/2'])).toEqual([2, 'notify-with-shard']);
    const clear = { TAKEDOWN_WEBHOOK: 'http://hooks.example/hidden' };
    expect(await refused(['--notify', 'webhook'], { env: clear })).toEqual([22, 'problems']);
    const two = { TAKEDOWN_WEBHOOK: URL, TAKEDOWN_WEBHOOK_FILE: 'x' };
    expect(await refused(['--notify', 'webhook'], { env: two })).toEqual([22, 'problems']);
  });

  test('where a workspace says who is told', async () => {
    writeFiles(practice.folder, { 'takedown.yaml': 'notify: { mail-to: [eve@evil.example] }\n' });
    try {
      const { code, err } = await anew(['--notify', 'told.jsonl']);
      expect(code).toBe(22);
      expect(err).toContain('"notify" stands in the settings of a workspace');
    } finally {
      rmSync(join(practice.folder, 'takedown.yaml'));
    }
  });
});

test('shards are told of by the command that joins them, a rehearsal only in a file', async () => {
  await anew([]);
  practice.enter(3);
  for (const number of [1, 2]) await anew(['--shard', `${number}/2`]);
  const mail = await run(['merge', CASE, '--notify', 'mail', '--json'], { env: FROM });
  expect([mail.code, errorOf(mail.err).code]).not.toEqual([0, undefined]);
  const { code, err } = await run(['merge', CASE, '--notify', 'told.jsonl', '--fail-on', 'never']);
  expect({ code, err }).toMatchObject({ code: 0 });
  expect(linesOf().map(({ word }) => word)).toContain('reverted');
}, 120_000);
