// Asks one server many questions with the program's own engine, so many at a time, and tells what it cost. `engine` is the part that
// sends and receives; `evidence` the same with each answer parsed whole and the octets of both kept in blocks, each block chained to the
// one before by its digest; `client` is what every lookup uses, with each exchange as a lookup is given it, remembered and digested by
// itself; `bare` is what Node's sockets cost with nothing around them: every question under one id, and no answer looked at.
import { createHash, hash, randomBytes } from 'node:crypto';
import { createSocket, type SocketOptions } from 'node:dgram';
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';
import { machineClock as clock } from '../src/cli/clock.ts';
import { openDice } from '../src/lookups/bulk/dice.ts';
import { openDnsClient } from '../src/lookups/dns/client.ts';
import { TYPES } from '../src/lookups/dns/codec/types.ts';
import { AUTHORITATIVE_TRIES, WATCH } from '../src/lookups/dns/limits.ts';
import { mixLetters, queryOctets, readAnswer, repeatsQuestion } from '../src/lookups/dns/query.ts';
import type { LookupTools } from '../src/lookups/tools.ts';
import { openUdp } from '../src/lookups/udp/engine.ts';
import { BATCHED_AFTER, POOL, RENEWED_AFTER } from '../src/lookups/udp/limits.ts';
import { parseAddress } from '../src/model/address.ts';
import type { Exchange } from '../src/model/seen/exchange.ts';

interface Counts {
  answers: number;
  failures: number;
  /** Tries that had to be made again. */
  again: number;
}

/** One way to ask: `done` is to be called once for each question. */
type Way = (done: () => void) => { ask(name: string): void; close(): void };

const server = parseAddress('127.0.0.1');
if (server === undefined) throw new Error('loopback is an address');
const [mode, port, names, window, octets] = process.argv.slice(2);
const endpoint = { address: server, port: Number(port) };
const counts: Counts = { answers: 0, failures: 0, again: 0 };

/** So many under way, and the next one as soon as one is done. */
function throughWindow(names: Iterator<string, undefined>, { way, width }: { way: Way; width: number }): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0;
    let ended = 0;
    const next = () => {
      const name = names.next().value;
      if (name === undefined) return;
      asked += 1;
      asking.ask(name);
    };
    const asking = way(() => {
      ended += 1;
      next();
      if (ended < asked) return;
      asking.close();
      resolve();
    });
    for (let begun = 0; begun < width; begun += 1) next();
  });
}

interface Attempt {
  readonly endpoint: typeof endpoint;
  readonly octets: Uint8Array;
  readonly timeout: number;
  readonly tries: number;
}

/** `accepted`: what an attempt's answer is judged by. */
const byEngine =
  (accepted: (sent: Uint8Array, heard: Uint8Array) => boolean, finish = () => {}): Way =>
  (done) => {
    const dice = openDice(randomBytes);
    const udp = openUdp<Attempt>({
      dice,
      monotonic: clock.monotonic,
      watch: WATCH,
      renewedAfter: RENEWED_AFTER,
      batchedAfter: BATCHED_AFTER,
      pilot: {
        accept: ({ octets }, heard) => accepted(octets, heard),
        stray: () => undefined,
        late: () => undefined,
        end({ octets, tries }, { end }) {
          if (end === 'complete') counts.answers += 1;
          else if (tries + 1 < AUTHORITATIVE_TRIES.length) {
            counts.again += 1;
            return attempt(octets.slice(), tries + 1);
          } else counts.failures += 1;
          done();
        },
      },
    });
    const attempt = (octets: Uint8Array, tries: number): void => {
      mixLetters(octets, dice);
      udp.send({ endpoint, octets, timeout: AUTHORITATIVE_TRIES[tries] ?? 0, tries });
    };
    return {
      ask: (name) => attempt(queryFor(name), 0),
      close() {
        udp.close();
        finish();
      },
    };
  };

const queryFor = (name: string) =>
  queryOctets({ name, type: TYPES.NS, recursion: false, checkingDisabled: false, edns: true });

/** As many sockets as the engine has. */
const byNothing: Way = (done) => {
  const lookup: SocketOptions['lookup'] = (host, _options, found) => found(null, host, 4);
  const sockets = Array.from({ length: POOL }, () => createSocket({ type: 'udp4', lookup }));
  for (const socket of sockets) {
    socket.on('message', () => {
      counts.answers += 1;
      done();
    });
    socket.bind();
  }
  let sent = 0;
  return {
    ask(name) {
      sent += 1;
      sockets[sent % POOL]?.send(queryFor(name), endpoint.port, endpoint.address);
    },
    close() {
      for (const socket of sockets) socket.close();
    },
  };
};

/** Room for one exchange: two messages of at most 64 KB, and a digest. */
const MOST = 1 << 18;

/** Octets go to a file as they come, one after the other. `sealed` sees each block before it is written. */
function openBook(path: string, sealed: (block: Uint8Array) => void = () => undefined) {
  const descriptor = openSync(path, 'w');
  const block = Buffer.alloc(1 << 20);
  let filled = 0;
  const flush = () => {
    const octets = block.subarray(0, filled);
    sealed(octets);
    writeSync(descriptor, octets);
    filled = 0;
  };
  return {
    put(octets: Uint8Array) {
      if (filled + MOST > block.length) flush();
      block.set(octets, filled);
      filled += octets.length;
    },
    close() {
      flush();
      closeSync(descriptor);
    },
  };
}

/** The digest of a block is over the one before and its own octets, so that none can be taken out or changed later. */
function withEvidence(path: string): Way {
  let chain: Uint8Array = Buffer.alloc(32);
  const book = openBook(path, (block) => {
    chain = createHash('sha256').update(chain).update(block).digest();
  });
  const head = Buffer.alloc(16);
  const accepted = (sent: Uint8Array, heard: Uint8Array): boolean => {
    if (readAnswer(sent, heard, true).kind !== 'answer') return false;
    head.writeDoubleLE(clock.monotonic());
    head.writeUInt32LE(sent.length, 8);
    head.writeUInt32LE(heard.length, 12);
    for (const octets of [head, sent, heard]) book.put(octets);
    return true;
  };
  return byEngine(accepted, book.close);
}

const byClient =
  (path: string): Way =>
  (done) => {
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
    const asked = async (name: string) => {
      const question = { server: endpoint.address, name, type: TYPES.NS, recursion: false, signal };
      const { answer, exchanges } = await client.ask(question);
      for (const exchange of exchanges) keep(exchange);
      if (answer.ok && answer.message.authority.length > 0) counts.answers += 1;
      else counts.failures += 1;
      counts.again += exchanges.length - 1;
      done();
    };
    const keep = ({ sent, received }: Exchange) => {
      for (const octets of [sent, received, hash('sha256', Buffer.concat([sent, received]), 'buffer')])
        book.put(octets);
    };
    const close = () => {
      client.close();
      book.close();
    };
    return { ask: (name) => void asked(name), close };
  };

const list = readFileSync(String(names), 'latin1');

/** The names of a list in dnsperf's form, one after the other, as dnsperf reads them. */
function* namesIn(text: string): Generator<string, undefined> {
  for (let at = 0; at < text.length; at = text.indexOf('\n', at) + 1) yield text.slice(at, text.indexOf(' ', at));
  return undefined;
}

const WAYS: Readonly<Record<string, () => Way>> = {
  bare: () => byNothing,
  engine: () => byEngine(repeatsQuestion),
  evidence: () => withEvidence(String(octets)),
  client: () => byClient(String(octets)),
};
const way = WAYS[String(mode)]?.();
if (way === undefined) throw new Error(`${mode}: one of ${Object.keys(WAYS).join(', ')}`);
await throughWindow(namesIn(list), { way, width: Number(window) });
const { user, system } = process.cpuUsage();
console.log(JSON.stringify({ ...counts, microseconds: (user + system) / (counts.answers + counts.failures) }));
