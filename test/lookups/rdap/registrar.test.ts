import type { ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { readDomain } from '../../../src/lookups/rdap/read.ts';
import { baseOfLink } from '../../../src/lookups/rdap/referral.ts';
import { rdapRegistrar } from '../../../src/lookups/rdap/registrar.ts';
import { saw } from '../../progress/sightings.ts';
import { name } from '../../support/values.ts';
import { circumstances, loopback, tools } from '../support.ts';
import { DOMAIN } from './samples.ts';
import { json, type RdapServer, startRdap } from './server.ts';

const NAME = name('seized.example');
const LINK = 'http://rdap.registrar.example/v1/domain/SEIZED.EXAMPLE';
let server: RdapServer | undefined;
afterEach(async () => server?.close());

async function ask(answer: (response: ServerResponse, path: string) => void, link = LINK) {
  server = await startRdap(answer);
  const rdap = new Map([['rdap.registrar.example', loopback(server.port)]]);
  const registrar = rdapRegistrar(tools({ rdap, closed: true }));
  const earlier = [saw('rdap-registry', { referral: { rdap: link } }, { name: NAME })];
  const [only] = await registrar.ask(NAME, { ...circumstances(), earlier });
  return only;
}

describe('the lookup rdap-registrar', () => {
  it('asks where the registry’s record links to, and keeps what comes apart', async () => {
    const answer = await ask((response) => json(response, 200, DOMAIN));
    expect(answer?.sighting).toMatchObject({
      lookup: 'rdap-registrar',
      authority: 'registrar',
      server: 'http://rdap.registrar.example/v1/',
      via: `127.0.0.1:${server?.port}`,
      outcome: 'facts',
      facts: { registrant: { organisation: 'Petitioner Corporation' } },
    });
    expect(server?.paths).toEqual(['/v1/domain/seized.example']);
  });

  it('leaves the host for no redirect', async () => {
    const answer = await ask((response) =>
      response.writeHead(302, { location: 'http://169.254.169.254/domain/seized.example' }).end(),
    );
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'guarded' });
    expect(server?.paths).toHaveLength(1);
  });

  it.each([
    ['another port', 'http://rdap.registrar.example:8080/v1/domain/seized.example'],
    ['an address', 'http://127.0.0.1/v1/domain/seized.example'],
    ['an address in brackets', 'http://[::1]/domain/seized.example'],
    ['this machine', 'http://localhost/domain/seized.example'],
    ['a password', 'http://a:b@rdap.registrar.example/domain/seized.example'],
    ['another name', 'http://rdap.registrar.example/v1/domain/other.example'],
    ['something else', 'http://rdap.registrar.example/latest/meta-data/'],
  ])('does not follow a link to %s', async (_, link) => {
    const answer = await ask((response) => json(response, 200, DOMAIN), link);
    expect(answer?.sighting).toMatchObject({ outcome: 'failure', failure: 'guarded' });
    expect(server?.paths).toEqual([]);
  });

  it('speaks https only, but in a laboratory', async () => {
    const registrar = rdapRegistrar(tools({ opened: false }));
    const earlier = [saw('rdap-registry', { referral: { rdap: LINK } }, { name: NAME })];
    const [answer] = await registrar.ask(NAME, { ...circumstances(), earlier });
    expect(answer?.sighting).toMatchObject({ failure: 'guarded', detail: 'plain http' });
  });
});

describe('the link', () => {
  const linked = (...links: readonly unknown[]) => {
    const reading = readDomain(
      { ...DOMAIN, links },
      { name: NAME, speaker: 'registry', base: 'https://rdap.registry.example/' },
    );
    return reading.ok ? reading.facts.referral?.rdap : undefined;
  };
  const related = {
    rel: 'related',
    type: 'application/rdap+json',
    href: 'https://rdap.registrar.example/domain/SEIZED.EXAMPLE',
  };

  it('is the one of relation "related" and RDAP’s media type', () => {
    expect(linked(related)).toBe(related.href);
    expect(linked({ ...related, rel: 'self' }, { ...related, type: 'text/html' }, null)).toBeUndefined();
    expect(linked(related, { ...related, href: 'https://other.example/domain/SEIZED.EXAMPLE' })).toBeUndefined();
    expect(linked(related, related)).toBe(related.href);
    expect(linked({ ...related, href: 'javascript:alert(1)' })).toBeUndefined();
  });

  it('has the base in front of the question', () => {
    expect(baseOfLink(related.href, NAME)).toBe('https://rdap.registrar.example/');
    expect(baseOfLink(`${related.href}.`, NAME)).toBe('https://rdap.registrar.example/');
  });
});
