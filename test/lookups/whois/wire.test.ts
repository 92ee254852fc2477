import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { makeManners } from '../../../src/lookups/manners.ts';
import { askWhois, WHOIS_LIMIT } from '../../../src/lookups/whois/wire.ts';
import { loopback, testClock, tools } from '../support.ts';
import { startWhois, type WhoisServer } from './server.ts';

const HOST = 'whois.nic.example';
const QUESTION = {
  host: HOST,
  query: 'seized.example',
  signal: new AbortController().signal,
  manners: makeManners(testClock, 400),
};
let server: WhoisServer | undefined;
let timers: NodeJS.Timeout[] = [];

afterEach(async () => {
  for (const timer of timers) clearInterval(timer);
  timers = [];
  await server?.close();
});

async function ask(answer: (socket: Socket) => void, signal?: AbortSignal) {
  server = await startWhois(answer);
  const given = tools({ whois: new Map([[HOST, loopback(server.port)]]) });
  const question = { ...QUESTION, signal: signal ?? QUESTION.signal };
  const reply = await askWhois(given, question);
  if (!reply.asked) throw new Error(reply.detail);
  return { exchange: reply.exchange, text: Buffer.from(reply.exchange.received).toString() };
}

describe('the WHOIS wire', () => {
  it('keeps what was sent and received, octet by octet', async () => {
    const { exchange, text } = await ask((socket) => {
      socket.write(Buffer.from([0xc3]));
      setTimeout(() => socket.end(Buffer.from([0xa9, 0x0a, 0xff, 0x00])), 20);
    });
    expect(Buffer.from(exchange.sent).toString()).toBe('seized.example\r\n');
    expect([...exchange.received]).toEqual([0xc3, 0xa9, 0x0a, 0xff, 0x00]);
    expect(text.startsWith('é')).toBe(true);
    expect(exchange).toMatchObject({
      end: 'complete',
      protocol: 'whois',
      uri: 'whois://whois.nic.example/seized.example',
    });
    expect(exchange.dialled).toBe(`127.0.0.1:${server?.port}`);
  });

  it.each([
    ['silence', () => {}, 0],
    ['a record without an end', (socket: Socket) => void socket.write('Domain Name: x\n'), 15],
  ])('ends at the deadline after %s, with what had come', async (_what, answer, length) => {
    const { exchange } = await ask(answer);
    expect(exchange.end).toBe('deadline');
    expect(exchange.received).toHaveLength(length);
    expect(exchange.took).toBeLessThan(1500);
  });

  it('ends at the deadline although octets keep dripping in', async () => {
    const { exchange } = await ask((socket) => void timers.push(setInterval(() => socket.write('x'), 50)));
    expect(exchange.end).toBe('deadline');
    expect(exchange.received.length).toBeGreaterThan(1);
  });

  it('stops an endless stream at its limit', async () => {
    const { exchange } = await ask((socket) => {
      const flood = Buffer.alloc(65_536, 'x');
      const pour = () => {
        while (socket.write(flood)) if (socket.destroyed) return;
        socket.once('drain', pour);
      };
      pour();
    });
    expect(exchange.end).toBe('too-large');
    expect(exchange.received).toHaveLength(WHOIS_LIMIT);
  });

  it('tells a reset from an end', async () => {
    const { exchange } = await ask((socket) => {
      socket.write('Domain Name: seized.example\r\n', () => setTimeout(() => socket.resetAndDestroy(), 20));
    });
    expect(exchange.end).toBe('reset');
    expect(exchange.received.length).toBeGreaterThan(0);
  });

  it('ends when the caller gives up', async () => {
    const stop = new AbortController();
    const asked = ask(() => stop.abort(), stop.signal);
    expect((await asked).exchange.end).toBe('aborted');
  });

  it('reports a refused connection', async () => {
    const gone = await startWhois(() => {});
    await gone.close();
    const given = tools({ whois: new Map([[HOST, loopback(gone.port)]]) });
    const reply = await askWhois(given, QUESTION);
    expect(reply).toMatchObject({ asked: true, exchange: { end: 'refused' } });
  });

  it('asks nobody without a way', async () => {
    const given = tools({ closed: true });
    const reply = await askWhois(given, QUESTION);
    expect(reply).toMatchObject({ asked: false, failure: 'guarded' });
  });
});
