import { describe, expect, it } from 'vitest';
import { makeGuard } from '../../src/lookups/guard.ts';
import { readHost } from '../../src/lookups/host-text.ts';
import { address } from '../support/values.ts';
import { network } from './support.ts';

const { signal } = new AbortController();

describe('a host as it is written', () => {
  it.each([
    ['127.0.0.1', '127.0.0.1'],
    ['127.0.0.1.', '127.0.0.1'],
    ['[::1]', '::1'],
    ['::FFFF:10.0.0.1', '::ffff:a00:1'],
  ])('%s is an address', (text, meant) => {
    expect(readHost(text)).toEqual({ kind: 'address', address: meant });
  });

  it.each(['whois.nic.uk', 'WHOIS.NIC.UK.', 'xn--p1ai.example'])('%s is a name', (text) => {
    expect(readHost(text)).toEqual({ kind: 'name', name: text.toLowerCase().replace(/\.$/, '') });
  });

  it.each(['localhost', 'LOCALHOST.', 'a.localhost', 'printer.local', 'metadata.google.internal', 'whois', 'x.onion'])(
    '%s is a name that only a laboratory looks up',
    (text) => {
      expect(readHost(text)).toMatchObject({ kind: 'name', inside: expect.any(String) });
    },
  );

  it.each([
    '2130706433',
    '017700000001',
    '0x7f000001',
    '0x7F.1',
    '127.1',
    '127.0.1',
    '0177.0.0.1',
    '127.0.0.01',
    '1.2.3.4.5',
    '0x',
    'fe80::1%eth0',
    '[fe80::1%25eth0]',
    '127.0.0.1%00.example',
    '%31%32%37.0.0.1',
    '127。0。0。1',
    '１２７.0.0.1',
    'a b.example',
    'whois.example/..',
    'user@whois.example',
    'whois.example:43',
    'a..example',
    '-a.example',
    '',
    '.',
    '[whois.example]',
  ])('%j is neither', (text) => {
    expect(readHost(text)).toMatchObject({ kind: 'neither' });
  });
});

describe('the guard, for hosts as they are written', () => {
  const asked: string[] = [];
  const guard = makeGuard(network({}), async (host) => {
    asked.push(host);
    return [address('8.8.8.8')];
  });

  it.each(['0x7f000001', '127.1', 'localhost', 'whois', 'metadata.google.internal', 'fe80::1%eth0', '[::ffff:7f00:1]'])(
    'asks no resolver about %s, and dials nothing',
    async (host) => {
      expect(await guard.toHost(host, 43, 'whois', signal)).toMatchObject({ ok: false, failure: 'guarded' });
      expect(asked).toEqual([]);
    },
  );

  it.each([
    [22, 'whois'],
    [80, 'rdap'],
    [8443, 'rdap'],
    [43, 'rdap'],
  ] as const)('keeps port %d shut for %s', async (port, protocol) => {
    expect(await guard.toHost('host.example', port, protocol, signal)).toMatchObject({ failure: 'guarded' });
    expect(asked).toEqual([]);
  });

  it('keeps every port but those of the DNS shut for name servers', () => {
    expect(guard.toAddress(address('8.8.8.8'), 53)).toMatchObject({ ok: true });
    expect(guard.toAddress(address('8.8.8.8'), 22)).toMatchObject({ failure: 'guarded' });
  });

  it('takes a port that people wrote into their settings, for that host only', async () => {
    const set = makeGuard(network({ rdapServers: new Map([['test', 'https://rdap.example:8443/']]) }), async () => [
      address('8.8.8.8'),
    ]);
    expect(await set.toHost('rdap.example', 8443, 'rdap', signal)).toMatchObject({ ok: true });
    expect(await set.toHost('other.example', 8443, 'rdap', signal)).toMatchObject({ failure: 'guarded' });
  });
});
