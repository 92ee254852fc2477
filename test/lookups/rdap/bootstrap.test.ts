import { describe, expect, it } from 'vitest';
import { type Bootstrap, baseFor, readBootstrap } from '../../../src/lookups/rdap/bootstrap.ts';
import { name } from '../../support/values.ts';

function bootstrap(services: unknown): Bootstrap {
  const reading = readBootstrap(JSON.stringify({ version: '1.0', services }));
  if (!reading.ok) throw new Error(reading.reason);
  return reading.bootstrap;
}

const { services, hosts } = bootstrap([
  [
    ['example', 'TEST'],
    ['http://rdap.nic.example/v1', 'https://rdap.nic.example/v1'],
  ],
  [['sub.example'], ['https://sub.nic.example/']],
  [['plain'], ['http://rdap.plain.example/']],
  [['bad'], ['ftp://x/', 'not a url', 'https://user:secret@rdap.example/']],
  'rubbish',
  [null, null],
]);

describe('the bootstrap file', () => {
  it('gives the longest match, with a slash at its end, https first', () => {
    expect(baseFor(name('a.example'), services, 'refused')).toBe('https://rdap.nic.example/v1/');
    expect(baseFor(name('a.sub.example'), services, 'refused')).toBe('https://sub.nic.example/');
    expect(baseFor(name('a.test'), services, 'refused')).toBe('https://rdap.nic.example/v1/');
    expect(baseFor(name('a.bad'), services, 'allowed')).toBeUndefined();
    expect(baseFor(name('a.other'), services, 'allowed')).toBeUndefined();
  });

  it('gives plain http only where that is allowed', () => {
    expect(baseFor(name('a.plain'), services, 'refused')).toBeUndefined();
    expect(baseFor(name('a.plain'), services, 'allowed')).toBe('http://rdap.plain.example/');
  });

  it('names the hosts that registries answer on', () => {
    expect(hosts).toEqual(new Set(['rdap.nic.example', 'sub.nic.example', 'rdap.plain.example']));
  });

  it.each(['', '[]', '{}', '{"version":"2.0","services":[]}', '{"version":"1.0","services":{}}', '<html>'])(
    'is not %j',
    (text) => {
      expect(readBootstrap(text)).toMatchObject({ ok: false });
    },
  );
});
