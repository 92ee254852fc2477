import type { Socket } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { whoisRegistry } from '../../../src/lookups/whois/registry.ts';
import { whoisHost, whoisQuery } from '../../../src/lookups/whois/servers.ts';
import { name } from '../../support/values.ts';
import { circumstances, loopback, network, tools } from '../support.ts';
import { ICANN, octets } from './samples.ts';
import { startWhois, type WhoisServer } from './server.ts';

const HOST = 'whois.nic.example';
const NAME = name('seized.example');
let server: WhoisServer | undefined;

afterEach(async () => server?.close());

async function lookup(answer: (socket: Socket, query: string) => void) {
  server = await startWhois(answer);
  return whoisRegistry(tools({ whois: new Map([[HOST, loopback(server.port)]]) }));
}

describe('the lookup whois-registry', () => {
  it('asks the registry about the name and cites what came', async () => {
    const registry = await lookup((socket) => socket.end(octets(ICANN)));
    const [answer, ...more] = await registry.ask(NAME, circumstances());
    expect(more).toEqual([]);
    expect(answer?.sighting).toMatchObject({
      name: NAME,
      lookup: 'whois-registry',
      authority: 'registry',
      question: 'seized.example',
      server: HOST,
      via: `127.0.0.1:${server?.port}`,
      reader: 'whois/6',
      outcome: 'facts',
    });
    expect(answer?.exchanges).toHaveLength(1);
    expect(server?.queries).toEqual(['seized.example']);
  });

  it('takes no facts from a record whose end was not clean', async () => {
    const registry = await lookup((socket) => {
      socket.write(octets(ICANN), () => setTimeout(() => socket.resetAndDestroy(), 30));
    });
    const [answer] = await registry.ask(NAME, circumstances());
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'reset' });
    expect(answer?.exchanges[0]?.received.length).toBeGreaterThan(500);
  });

  it('does not go on asking a server that refuses again and again', async () => {
    const registry = await lookup((socket) => socket.end('Quota exceeded\r\n'));
    for (let round = 0; round < 8; round += 1) {
      const [answer] = await registry.ask(NAME, circumstances());
      expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'rate-limited' });
    }
    expect(server?.queries).toHaveLength(5);
  });

  it('says so when it knows no server', async () => {
    const registry = whoisRegistry(tools({}));
    const [answer] = await registry.ask(name('seized.zz'), circumstances());
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'no-server' });
    expect(answer?.exchanges).toEqual([]);
  });

  it('has an answer for a run that was interrupted', async () => {
    const [answer] = await whoisRegistry(tools({})).ask(NAME, circumstances(AbortSignal.abort()));
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'interrupted' });
  });
});

describe('the table of WHOIS servers', () => {
  it('prefers the network file, then its rows, then ICANN’s rule', () => {
    const given = network({ whoisServers: new Map([['info', 'whois.lab.example']]) });
    expect(whoisHost(name('a.info'), given)).toBe('whois.lab.example');
    expect(whoisHost(name('a.com'), given)).toBe('whois.verisign-grs.com');
    expect(whoisHost(name('a.club'), given)).toBe('whois.nic.club');
    expect(whoisHost(name('a.zz'), given)).toBeUndefined();
    expect(whoisHost(name('a.constructor'), given)).toBe('whois.nic.constructor');
  });

  it('asks a server in its own form', () => {
    expect(whoisQuery(name('a.de'), 'whois.denic.de')).toBe('-T dn,ace a.de');
    expect(whoisQuery(name('a.com'), 'whois.verisign-grs.com')).toBe('a.com');
  });
});
