import { afterEach, describe, expect, it } from 'vitest';
import { makeGuard } from '../../../src/lookups/guard.ts';
import { whoisRegistrar } from '../../../src/lookups/whois/registrar.ts';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { saw } from '../../progress/sightings.ts';
import { address, name } from '../../support/values.ts';
import { circumstances, loopback, network, tools } from '../support.ts';
import { ICANN, octets } from './samples.ts';
import { startWhois, type WhoisServer } from './server.ts';

const NAME = name('seized.example');
const HOST = 'whois.registrar.example';
let server: WhoisServer | undefined;
afterEach(async () => server?.close());

async function ask(text: string, whois = HOST) {
  server = await startWhois((socket) => socket.end(octets(text)));
  const registrar = whoisRegistrar(tools({ whois: new Map([[HOST, loopback(server.port)]]), closed: true }));
  const earlier = [saw('whois-registry', { referral: { whois } }, { name: NAME })];
  const [only] = await registrar.ask(NAME, { ...circumstances(), earlier });
  return only?.sighting;
}

describe('the lookup whois-registrar', () => {
  it('asks the host that the registry’s record names, and keeps what comes apart', async () => {
    expect(await ask(ICANN)).toMatchObject({
      lookup: 'whois-registrar',
      authority: 'registrar',
      server: HOST,
      outcome: 'facts',
      facts: { registrant: { organisation: 'Petitioner Corporation' } },
    });
    expect(server?.queries).toEqual(['seized.example']);
  });

  it('is kept from a host that the guard does not let be dialled', async () => {
    expect(await ask(ICANN, 'localhost.example')).toMatchObject({ outcome: 'failure', failure: 'guarded' });
    expect(server?.queries).toEqual([]);
  });
});

describe('a registrar’s host', () => {
  it.each([
    ['that resolves to this machine', '127.0.0.1'],
    ['that resolves to this machine, over IPv6', '::1'],
    ['that resolves to it in a mapped form', '::ffff:127.0.0.1'],
    ['that resolves to a private network', '10.0.0.5'],
    ['that resolves to a cloud’s metadata', '169.254.169.254'],
    ['that resolves to a unique local address', 'fd00::1'],
  ])('%s is not asked', async (_, to) => {
    server = await startWhois((socket) => socket.end(octets(ICANN)));
    const given = network({});
    const guard = makeGuard(given, async () => [address(to)]);
    const registrar = whoisRegistrar({ ...tools({}), network: given, guard });
    const earlier = [saw('whois-registry', { referral: { whois: HOST } }, { name: NAME })];
    const [only] = await registrar.ask(NAME, { ...circumstances(), earlier });
    expect(only?.sighting).toMatchObject({ outcome: 'failure', failure: 'guarded' });
    expect(only?.exchanges).toEqual([]);
    expect(server.queries).toEqual([]);
  });

  it.each([HOST.toUpperCase(), 'whois.nic.example', 'whois.other.example'])(
    'that refers on, to %s, is asked once, and nobody else is',
    async (next) => {
      const text = ICANN.replace('whois.registrar.example', next);
      expect(await ask(text, 'WHOIS.Registrar.Example')).toMatchObject({ outcome: 'facts' });
      expect(server?.queries).toEqual(['seized.example']);
    },
  );
});

describe('the referral of a registry’s record', () => {
  const referred = async (...values: readonly string[]) => {
    const lines = values.map((value) => `Registrar WHOIS Server: ${value}\n`).join('');
    const text = ICANN.replace(/Registrar WHOIS Server: .*\n/, lines);
    const outcome = await judgeReply({ name: NAME, host: 'whois.nic.example', octets: octets(text) });
    return outcome.outcome === 'facts' ? outcome.facts.referral?.whois : 'no facts';
  };

  it('is one host name', async () => {
    expect(await referred('WHOIS.Registrar.example')).toBe(HOST);
    expect(await referred(HOST, HOST)).toBe(HOST);
    expect(await referred(HOST, 'whois.evil.example')).toBeUndefined();
  });

  it.each([
    '127.0.0.2',
    '10.0.0.5',
    '169.254.169.254',
    'localhost',
    '[::1]',
    'whois://host.example:4343',
    'http://x.example/',
    '',
  ])('is never %j', async (value) => expect(await referred(value)).toBeUndefined());
});
