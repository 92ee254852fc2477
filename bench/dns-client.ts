// Asks one server many questions with the program's own engine, so many at a time, and tells what it cost. `engine` is the part that
// sends and receives; `evidence` is the client that every lookup uses, with each exchange decoded, written down and digested; `bare`
// is what Node's sockets cost with nothing around them: every question under one id, and no answer looked at.
import { hash, randomBytes } from 'node:crypto';
import { createSocket, type SocketOptions } from 'node:dgram';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { machineClock as clock } from '../src/cli/clock.ts';
import { openDnsClient } from '../src/lookups/dns/client.ts';
import { TYPES } from '../src/lookups/dns/codec/types.ts';
import { openDice } from '../src/lookups/dns/dice.ts';
import { AUTHORITATIVE_TRIES, POOL, RENEWED_AFTER, WATCH } from '../src/lookups/dns/limits.ts';
import { mixLetters, queryOctets, repeatsQuestion } from '../src/lookups/dns/query.ts';
import { openUdp } from '../src/lookups/dns/udp.ts';
import type { LookupTools } from '../src/lookups/tools.ts';
import { parseAddress } from '../src/model/address.ts';
import type { Exchange } from '../src/model/exchange.ts';

interface Counts {
  answers: number;
  failures: number;
  /** Tries that had to be made again. */
  again: number;
}

interface Task {
  readonly names: readonly string[];
  readonly window: number;
  readonly ask: (name: string, done: () => void) => void;
}

const server = parseAddress('127.0.0.1');
if (server === undefined) throw new Error('loopback is an address');
const [mode, port, names, window, file] = process.argv.slice(2);
const endpoint = { address: server, port: Number(port) };
const counts: Counts = { answers: 0, failures: 0, again: 0 };

/** So many under way, and the next one as soon as one is done. */
function throughWindow({ names: all, window: width, ask }: Task): Promise<void> {
  return new Promise((resolve) => {
    let next = 0;
    let done = 0;
    const begin = () => {
      const name = all[next];
      if (name === undefined) return;
      next += 1;
      ask(name, () => {
        done += 1;
        if (done === all.length) resolve();
        else begin();
      });
    };
    for (let begun = 0; begun < width; begun += 1) begin();
  });
}

interface Attempt {
  readonly endpoint: typeof endpoint;
  readonly octets: Uint8Array;
  readonly timeout: number;
  readonly name: string;
  readonly tries: number;
  readonly done: () => void;
}

function byEngine() {
  const dice = openDice(randomBytes);
  const udp = openUdp<Attempt>({
    dice,
    monotonic: clock.monotonic,
    watch: WATCH,
    renewedAfter: RENEWED_AFTER,
    pilot: {
      accept: ({ octets }, heard) => repeatsQuestion(octets, heard),
      stray: () => undefined,
      late: () => undefined,
      end({ name, tries, done }, { end }) {
        if (end === 'complete') counts.answers += 1;
        else if (tries + 1 < AUTHORITATIVE_TRIES.length) {
          counts.again += 1;
          return attempt(name, tries + 1, done);
        } else counts.failures += 1;
        done();
      },
    },
  });
  const attempt = (name: string, tries: number, done: () => void): void => {
    const octets = queryOctets({ name, type: TYPES.NS, recursion: false, checkingDisabled: false, edns: true });
    mixLetters(octets, dice);
    udp.send({ endpoint, octets, timeout: AUTHORITATIVE_TRIES[tries] ?? 0, name, tries, done });
  };
  return { ask: (name: string, done: () => void) => attempt(name, 0, done), close: () => udp.close() };
}

/** As many sockets as the engine has. */
function byNothing() {
  const lookup: SocketOptions['lookup'] = (host, _options, found) => found(null, host, 4);
  const sockets = Array.from({ length: POOL }, () => createSocket({ type: 'udp4', lookup }));
  const waiting: (() => void)[] = [];
  for (const socket of sockets) {
    socket.on('message', () => {
      counts.answers += 1;
      waiting.pop()?.();
    });
    socket.bind();
  }
  let sent = 0;
  const ask = (name: string, done: () => void) => {
    const query = { name, type: TYPES.NS, recursion: false, checkingDisabled: false, edns: true };
    sent += 1;
    waiting.push(done);
    sockets[sent % POOL]?.send(queryOctets(query), endpoint.port, endpoint.address);
  };
  const close = () => {
    for (const socket of sockets) socket.close();
  };
  return { ask, close };
}

/** Room for one exchange: two messages of at most 64 KB, and a digest. */
const MOST = 1 << 18;

/** Octets go to a file as they come, one after the other, with a digest of each exchange. */
function openBook(path: string) {
  const descriptor = openSync(path, 'w');
  const block = Buffer.alloc(1 << 20);
  let filled = 0;
  const flush = () => {
    writeSync(descriptor, block, 0, filled);
    filled = 0;
  };
  const put = (octets: Uint8Array) => {
    block.set(octets, filled);
    filled += octets.length;
  };
  return {
    file({ sent, received }: Exchange) {
      if (filled + MOST > block.length) flush();
      const start = filled;
      put(sent);
      put(received);
      put(hash('sha256', block.subarray(start, filled), 'buffer'));
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

function byClient(path: string) {
  const way = { ok: true, endpoint, routed: false } as const;
  const leave = () => undefined;
  const pace = {
    enter: async () => leave,
    enterNow: () => leave,
    holdOff: () => undefined,
    fellSilent: () => undefined,
  };
  const tools = {
    network: { simulated: false },
    guard: { toAddress: () => way },
    pace,
    clock,
    random: (count: number) => randomBytes(count),
  } as unknown as LookupTools;
  const client = openDnsClient(tools);
  const book = openBook(path);
  const { signal } = new AbortController();
  const asked = async (name: string, done: () => void) => {
    const question = { server: endpoint.address, name, type: TYPES.NS, recursion: false, signal };
    const { answer, exchanges } = await client.ask(question);
    for (const exchange of exchanges) book.file(exchange);
    if (answer.ok && answer.message.authority.length > 0) counts.answers += 1;
    else counts.failures += 1;
    counts.again += exchanges.length - 1;
    done();
  };
  const close = () => {
    client.close();
    book.close();
  };
  return { ask: (name: string, done: () => void) => void asked(name, done), close };
}

const all = readFileSync(String(names), 'utf8')
  .split('\n')
  .map((line) => line.split(' ')[0] ?? '')
  .filter((name) => name !== '');
const { ask, close } = mode === 'bare' ? byNothing() : mode === 'engine' ? byEngine() : byClient(String(file));
await throughWindow({ names: all, window: Number(window), ask });
close();
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ ...counts, microseconds: (user + system) / all.length }));
