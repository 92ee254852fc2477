import { describe, expect, it } from 'vitest';
import { startDeadline } from '../../src/lookups/deadline.ts';
import { makeGuard } from '../../src/lookups/guard.ts';
import type { Endpoint, Network } from '../../src/model/asking/network.ts';
import { address, resolverPlace } from '../support/values.ts';
import { network } from './support.ts';

const signal = new AbortController().signal;

const never = () => Promise.reject(new Error('nobody may resolve here'));

function dial(text: string, given: Network): string {
  const way = makeGuard(given, never).toAddress(address(text), 53);
  return way.ok ? 'dialled' : `${way.failure}: ${way.detail}`;
}

describe('guard, without a network file', () => {
  it.each(['8.8.8.8', '192.5.6.30', '2001:503:a83e::2:30', '64:ff9b::808:808', '2002:808:808::1'])(
    'dials %s',
    (text) => {
      expect(dial(text, network({}))).toBe('dialled');
    },
  );

  it.each([
    ['127.0.0.1', 'loopback'],
    ['127.255.255.254', 'loopback'],
    ['10.0.0.5', 'private'],
    ['172.31.255.1', 'private'],
    ['192.168.1.1', 'private'],
    ['100.64.0.1', 'shared'],
    ['169.254.1.1', 'link-local'],
    ['169.254.169.254', 'metadata'],
    ['0.0.0.0', 'unspecified'],
    ['224.0.0.251', 'multicast'],
    ['255.255.255.255', 'broadcast'],
    ['198.51.100.7', 'documentation'],
    ['::1', 'loopback'],
    ['::', 'unspecified'],
    ['fd12::1', 'private'],
    ['fd00:ec2::254', 'metadata'],
    ['fe80::1', 'link-local'],
    ['ff02::fb', 'multicast'],
    ['2001:db8::1', 'documentation'],
    ['::ffff:127.0.0.1', 'loopback address in IPv4-mapped'],
    ['::ffff:169.254.169.254', 'metadata'],
    ['::127.0.0.1', 'outside global unicast'],
    ['64:ff9b::10.0.0.1', 'private address in NAT64'],
    ['2002:7f00:1::', 'loopback address in 6to4'],
    ['2001:0:808:808::80ff:fffe', 'loopback address in Teredo client'],
    ['2001:0:a00:1::f7f7:f7f7', 'private address in Teredo server'],
  ])('refuses %s as %s', (text, what) => {
    expect(dial(text, network({}))).toContain('guarded');
    expect(dial(text, network({}))).toContain(what);
  });
});

describe('guard, with a network file', () => {
  it.each(['127.0.0.1', '10.0.0.5', '192.0.2.1', '::1', 'fd12::1', '2001:db8::1'])('opens %s', (text) => {
    expect(dial(text, network({ opened: true }))).toBe('dialled');
  });

  it.each(['169.254.169.254', '169.254.1.1', 'fe80::1', 'ff02::1', '224.0.0.1', '0.0.0.0', '::', 'fd00:ec2::254'])(
    'keeps %s shut',
    (text) => {
      expect(dial(text, network({ opened: true }))).toContain('guarded');
    },
  );

  it('goes by a route before anything else, whatever lies at its end', () => {
    const end: Endpoint = { address: address('169.254.1.1'), port: 5301 };
    const routed = network({ opened: true, closed: true, dns: new Map([['198.51.100.1', end]]) });
    expect(makeGuard(routed, never).toAddress(address('198.51.100.1'), 53)).toEqual({
      ok: true,
      endpoint: end,
      routed: true,
    });
  });

  it('dials nothing but routes when the network is closed', async () => {
    const closed = network({ opened: true, closed: true });
    expect(dial('8.8.8.8', closed)).toContain('guarded');
    expect(dial('127.0.0.1', closed)).toContain('guarded');
    const way = await makeGuard(closed, never).toHost('whois.example', 43, 'whois', signal);
    expect(way).toMatchObject({ ok: false, failure: 'guarded' });
  });

  it('takes an address in a URL of the closed network file as a route', async () => {
    const closed = network({ opened: true, closed: true, bootstrap: 'http://127.0.0.1:8081/dns.json' });
    const way = await makeGuard(closed, never).toHost('127.0.0.1', 8082, 'rdap', signal);
    expect(way).toMatchObject({ ok: true, endpoint: { address: '127.0.0.1', port: 8082 } });
    expect(await makeGuard(closed, never).toHost('127.0.0.2', 80, 'rdap', signal)).toMatchObject({ ok: false });
  });
});

describe('guard, for a host', () => {
  const resolving = (addresses: readonly string[]) => async () => addresses.map(address);

  it('gives the address that it has checked, and the others behind it', async () => {
    const guard = makeGuard(network({}), resolving(['10.0.0.1', '2001:500::1', '8.8.8.8']));
    expect(await guard.toHost('whois.example', 43, 'whois', signal)).toEqual({
      ok: true,
      endpoint: { address: '2001:500::1', port: 43 },
      routed: false,
      others: [{ address: '8.8.8.8', port: 43 }],
    });
  });

  it('refuses a name that leads inside, and says where', async () => {
    const guard = makeGuard(network({}), resolving(['127.0.0.2']));
    const way = await guard.toHost('rebind.example', 43, 'whois', signal);
    expect(way).toEqual({ ok: false, failure: 'guarded', detail: '127.0.0.2 is a loopback address' });
  });

  it('refuses an address written as a host, brackets and all', async () => {
    const guard = makeGuard(network({}), never);
    expect(await guard.toHost('[::1]', 443, 'rdap', signal)).toMatchObject({ ok: false, failure: 'guarded' });
    expect(await guard.toHost('169.254.169.254', 80, 'rdap', signal)).toMatchObject({ ok: false, failure: 'guarded' });
  });

  it('calls a name without an address unresolvable', async () => {
    expect(await makeGuard(network({}), resolving([])).toHost('a.example', 43, 'whois', signal)).toMatchObject({
      failure: 'unresolvable',
    });
    expect(await makeGuard(network({}), never).toHost('a.example', 43, 'whois', signal)).toMatchObject({
      failure: 'unresolvable',
    });
  });

  it('does not wait for a resolver after an abort', async () => {
    const stop = new AbortController();
    const guard = makeGuard(network({}), () => new Promise(() => {}));
    const asked = guard.toHost('slow.example', 43, 'whois', stop.signal);
    stop.abort();
    expect(await asked).toMatchObject({ ok: false, failure: 'interrupted' });
  });

  it('tells a time-out of this machine’s resolver from an abort', async () => {
    const guard = makeGuard(network({}), () => new Promise(() => {}));
    const deadline = startDeadline(20, signal);
    expect(await guard.toHost('slow.example', 43, 'whois', deadline.signal)).toMatchObject({ failure: 'timeout' });
    deadline.clear();
  });
});

describe('guard, for encrypted resolvers', () => {
  const place = resolverPlace('tls://dns.example:8853');
  const plain = network({});
  const named: Network = { ...plain, dns: { ...plain.dns, resolvers: [place] } };
  const led = async (given: Network, port: number, to: string) => {
    const way = await makeGuard(given, async () => [address(to)]).toHost('dns.example', port, 'dns', signal);
    return way.ok ? 'dialled' : `${way.failure}: ${way.detail}`;
  };

  it('dials the usual port, and another one only where settings name it', async () => {
    expect(await led(plain, 853, '8.8.8.8')).toBe('dialled');
    expect(await led(named, 8853, '8.8.8.8')).toBe('dialled');
    expect(await led(plain, 8853, '8.8.8.8')).toBe('guarded: port 8853 is not one for dns');
    expect(await led(named, 25, '8.8.8.8')).toBe('guarded: port 25 is not one for dns');
  });

  it.each(['127.0.0.1', '169.254.169.254', '10.0.0.1', '::ffff:127.0.0.1'])(
    'does not follow the host’s name to %s',
    async (to) => {
      expect(await led(named, 8853, to)).toMatch(/^guarded: /);
    },
  );

  it('in a closed network dials an address that the file itself names', async () => {
    const inside = resolverPlace('https://127.0.0.1:8443/q');
    const closed: Network = { ...network({ closed: true, opened: true }), dns: { ...plain.dns, resolvers: [inside] } };
    const guard = makeGuard(closed, never);
    expect((await guard.toHost('127.0.0.1', 8443, 'dns', signal)).ok).toBe(true);
    expect((await guard.toHost('127.0.0.2', 8443, 'dns', signal)).ok).toBe(false);
    expect((await guard.toHost('dns.example', 853, 'dns', signal)).ok).toBe(false);
  });
});
