// A tiny internet in a network namespace of its own, at the addresses that the program asks by itself, with answers that lead to
// where nothing may be sent. The program runs in earnest, without a network file; a packet counter listens to every interface.
// Prints one JSON document: every address that a packet was sent to, and what the program said.
import { execFileSync, spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer as createHttps, type ServerOptions } from 'node:https';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { rootServers } from '../../src/lookups/walk/roots.ts';
import { takedown } from '../support/takedown.ts';
import { answerAt } from './wire-answers.ts';
import { CASE, PLACES, RECIPIENTS, RESOLVERS, rdapAnswer, SEALED_NAME, whoisAnswer } from './wire-places.ts';

const [, , certificatesFile = ''] = process.argv;
const folder = mkdtempSync(join(tmpdir(), 'takedown-wire-'));
try {
  process.stdout.write(JSON.stringify(await everything()));
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exit(0);

async function everything() {
  const roots = rootServers([]).flatMap(({ addresses }) => addresses);
  interfaces([...roots, ...RESOLVERS, ...Object.values(PLACES)]);
  writeFileSync(join(folder, 'resolv.conf'), `nameserver ${PLACES.system}\noptions timeout:1 attempts:1\n`);
  execFileSync('mount', ['--bind', join(folder, 'resolv.conf'), '/etc/resolv.conf']);
  for (const address of [...roots, PLACES.tld, PLACES.system, ...RESOLVERS, PLACES.old, PLACES.sinkhole])
    openDns(address);
  createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', (query) => socket.end(whoisAnswer(query.toString('latin1').trim())));
  }).listen(43, PLACES.whois);
  for (const { host, ...certificate } of JSON.parse(readFileSync(certificatesFile, 'utf8')))
    openHttps(host, certificate);
  const count = startCounter();
  await wait(1_000);
  await sendOne('10.99.99.99');
  const said: Record<string, unknown> = {};
  mkdirSync(join(folder, 'cases', 'sealed'), { recursive: true });
  writeFileSync(join(folder, 'cases', 'sealed', 'case.yaml'), CASE);
  writeFileSync(join(folder, 'cases', 'recipients.yaml'), RECIPIENTS);
  writeFileSync(join(folder, 'cases', 'sealed', 'appendix-a.txt'), `${SEALED_NAME}\n`);
  const sealed = await takedown(folder, ['check', 'sealed', '--fail-on', 'never']);
  const seenSealed = await count.soFar();
  said['sealed'] = { ...sealed, show: (await takedown(folder, ['show', 'sealed', SEALED_NAME])).out };
  for (const name of ['one', 'two', 'three', 'four', 'five', 'six']) {
    const { code, out } = await takedown(folder, ['lookup', `${name}-trap.bid`, '--json']);
    said[name] = { code, out };
  }
  return { seenSealed, seen: await count.end(), said };
}

function interfaces(addresses: readonly string[]): void {
  const ip = (...args: readonly string[]) => execFileSync('ip', args);
  ip('link', 'set', 'lo', 'up');
  // Whatever is not at home leaves by this one, where it is counted and goes nowhere.
  ip('link', 'add', 'nowhere', 'type', 'veth', 'peer', 'name', 'beyond');
  ip('link', 'set', 'beyond', 'up');
  ip('link', 'set', 'nowhere', 'arp', 'off');
  ip('addr', 'add', '198.19.255.254/30', 'dev', 'nowhere');
  ip('-6', 'addr', 'add', '2a0f:ffff::2/64', 'dev', 'nowhere', 'nodad');
  ip('link', 'set', 'nowhere', 'up');
  ip('route', 'add', 'default', 'dev', 'nowhere');
  ip('-6', 'route', 'add', 'default', 'dev', 'nowhere');
  for (const address of addresses) {
    if (address.includes(':')) ip('-6', 'addr', 'add', `${address}/128`, 'dev', 'lo', 'nodad');
    else ip('addr', 'add', `${address}/32`, 'dev', 'lo');
  }
}

function openDns(address: string): void {
  const udp = createSocket(address.includes(':') ? 'udp6' : 'udp4');
  udp.on('message', (octets, peer) => {
    const answer = answerAt(address, octets);
    if (answer !== undefined) udp.send(answer, peer.port, peer.address);
  });
  udp.bind(53, address);
}

function openHttps(host: string, options: ServerOptions): void {
  createHttps(options, (request, response) => rdapAnswer(host, request.url ?? '', response)).listen(
    443,
    host === 'data.iana.org' ? PLACES.bootstrap : PLACES.rdap,
  );
}

function startCounter() {
  const seen = new Set<string>();
  const child = spawn('tcpdump', ['-i', 'any', '-nn', '-q', '-t', '-l', 'ip or ip6'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let rest = '';
  child.stdout.setEncoding('latin1').on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) {
      const to = /> ([0-9a-f.:]+?)(?:\.(\d+))?: /.exec(line);
      if (to !== null && !line.includes('ICMP6')) seen.add(to[1] ?? '');
    }
  });
  const soFar = async () => {
    await wait(1_000);
    return [...seen].sort();
  };
  return {
    soFar,
    async end() {
      const all = await soFar();
      child.kill('SIGINT');
      return all;
    },
  };
}

function sendOne(address: string): Promise<void> {
  const socket = createSocket('udp4');
  return new Promise((resolve) => socket.send('x', 9, address, () => socket.close(() => resolve())));
}
