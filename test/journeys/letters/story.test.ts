// One letter from the plan to the deadline that runs because of it: planned, issued, tried, sent, received, answered.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type MailListening, openMailServer } from '../../../src/rehearsal/mail.ts';
import { documentOf } from '../../support/documents.ts';
import { removeFolder, writeFiles } from '../../support/folders.ts';
import { rehearsedWorkspace } from '../../support/rehearsed.ts';
import { takedown } from '../../support/takedown.ts';
import { at } from '../../support/values.ts';

const CASE = 'phosphorus.rehearsal';

let folder: string;
let server: MailListening;

beforeAll(async () => {
  const ground = await rehearsedWorkspace('day-1');
  expect(ground.ran).toMatchObject({ code: 0, err: '' });
  folder = ground.folder;
  server = await openMailServer(() => at('2019-03-16T16:00:00Z'));
  writeFiles(folder, { 'network.yaml': `simulated: true\nsmtp: { host: 127.0.0.1, port: ${server.port} }\n` });
}, 180_000);
afterAll(async () => {
  await server?.close();
  removeFolder(folder);
});

const run = async (...args: readonly string[]) => {
  const ran = await takedown(folder, args);
  expect(ran).toMatchObject({ code: 0, err: '' });
  return ran.out;
};
const inLetters = (...path: readonly string[]) => join(folder, 'cases', CASE, 'letters', ...path);

interface Plan {
  readonly letters: readonly {
    readonly recipient: string;
    readonly settled: boolean;
    readonly names: readonly string[];
  }[];
}
const planned = async () => {
  const { letters } = documentOf<Plan>(await run('letter', 'plan', CASE, '--to', 'harbour', '--json'), 'letter-plan');
  return letters;
};

interface Due {
  readonly due: readonly {
    readonly recipient: string;
    readonly paragraph: string;
    readonly due: string | null;
    readonly arithmetic: string | null;
  }[];
}
const deadlines = async () => {
  const text = await run('status', CASE, '--json');
  const { due } = documentOf<Due>(text, 'status');
  return due.filter(({ recipient }) => recipient === 'harbour');
};

test('a letter goes its way, and what people record of it makes the deadline run', async () => {
  const [due] = await planned();
  expect(due).toMatchObject({ recipient: 'harbour', settled: false });
  expect((await deadlines()).every((one) => one.due === null)).toBe(true);

  await run('letter', 'issue', CASE, '--to', 'harbour', '--quiet');
  const [id = ''] = readdirSync(inLetters()).filter((name) => name.includes('harbour'));
  const manifest = readFileSync(inLetters(id, 'letter.yaml'), 'utf8');
  const digest = /^digest: "?([0-9a-f]{64})/m.exec(manifest)?.[1] ?? '';
  const send = ['letter', 'send', CASE, id, '--approve', digest.slice(0, 16), '--network', 'network.yaml', '--yes'];
  await run(...send, '--trial');
  await run(...send);
  const [trial, letter] = server.mails();
  expect([trial?.to, letter?.to]).toEqual([['counsel@lawfirm.example'], ['orders@harbour-names.example']]);
  expect(Buffer.from(letter?.octets ?? []).includes(readFileSync(inLetters(id, 'letter.eml')))).toBe(true);
  expect(await planned()).toMatchObject([{ recipient: 'harbour', settled: true }]);

  const thread = /message-id: "?(<[^>]+>)/.exec(manifest)?.[1] ?? '';
  writeFiles(folder, {
    'reply.eml': `From: orders@harbour-names.example\r\nTo: counsel@lawfirm.example\r\nSubject: Re: your letter\r\nMessage-ID: <1@harbour-names.example>\r\nIn-Reply-To: ${thread}\r\n\r\nReceived today at 9:00.\r\n`,
  });
  await run('record', 'reply', 'reply.eml', CASE, '--as', 'acknowledged');
  await run('record', 'received', CASE, '--letter', id, '--by', 'their reply');
  const running = await deadlines();
  expect(running.length).toBeGreaterThan(0);
  expect(running.find(({ paragraph }) => paragraph === '2(a)')).toMatchObject({
    due: expect.stringMatching(/^2019-03-2/),
    arithmetic: expect.stringContaining('3 business days from receipt'),
  });
  const journal = readFileSync(join(folder, 'cases', CASE, 'journal.yaml'), 'utf8');
  expect([...journal.matchAll(/event: (\w+), (?:recipient: harbour, )?letter: /g)].map(([, event]) => event)).toEqual([
    'trial',
    'served',
    'acknowledged',
    'received',
  ]);
});
