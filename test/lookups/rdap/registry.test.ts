import { afterEach, describe, expect, it } from 'vitest';
import { openDirectory } from '../../../src/lookups/rdap/directory.ts';
import { rdapRegistry } from '../../../src/lookups/rdap/registry.ts';
import type { LookupAnswer } from '../../../src/model/asking/lookup.ts';
import { name } from '../../support/values.ts';
import { circumstances, tools } from '../support.ts';
import { DOMAIN, NOT_FOUND } from './samples.ts';
import { type Answering, json, type RdapServer, startRdap } from './server.ts';

const NAME = name('seized.example');
let server: RdapServer | undefined;

afterEach(async () => server?.close());

async function open(answer: Answering) {
  server = await startRdap(answer);
  const given = tools({ rdapServers: new Map([['example', `${server.base}v1`]]) });
  return rdapRegistry(given, openDirectory(given));
}

async function ask(answer: Answering, signal?: AbortSignal): Promise<LookupAnswer> {
  const [first] = await (await open(answer)).ask(NAME, circumstances(signal));
  if (first === undefined) throw new Error('no answer');
  return first;
}

describe('the lookup rdap-registry', () => {
  it('asks for the domain at the registry, and for nothing else', async () => {
    const { sighting, exchanges } = await ask((response) => json(response, 200, DOMAIN));
    expect(sighting).toMatchObject({
      lookup: 'rdap-registry',
      authority: 'registry',
      question: 'domain/seized.example',
      server: `${server?.base}v1/`,
      reader: 'rdap/7',
      outcome: 'facts',
      facts: { registrar: { ianaId: 9999 } },
    });
    expect(server?.paths).toEqual(['/v1/domain/seized.example']);
    expect(exchanges).toHaveLength(1);
    expect(exchanges[0]).toMatchObject({ protocol: 'rdap', end: 'complete', transport: 'tcp' });
  });

  it('takes an RDAP error of 404 as a definite answer', async () => {
    const { sighting } = await ask((response) => json(response, 404, NOT_FOUND));
    expect(sighting).toMatchObject({ outcome: 'no-such-object', detail: 'Not Found' });
    expect(sighting).not.toHaveProperty('reserved');
  });

  it('hears when a name is reserved', async () => {
    const error = { ...NOT_FOUND, description: ['This name is reserved by the registry.'] };
    expect((await ask((response) => json(response, 404, error))).sighting).toMatchObject({ reserved: true });
  });

  it('takes a 404 about another name for an answer to another question', async () => {
    const about = async (...description: readonly string[]) => {
      await server?.close();
      const { sighting } = await ask((response) => json(response, 404, { ...NOT_FOUND, description }));
      return sighting;
    };
    expect(await about('Domain other.example not found.')).toMatchObject({ failure: 'wrong-object' });
    for (const text of [
      'Domain SEIZED.EXAMPLE. not found.',
      'seized.example is not other.example',
      'See https://other.example/ or www.other.example, or write to desk@other.example',
      'The rdap.org service knows nothing.',
      `${'\u00e9'.repeat(300_000)}`,
    ])
      expect(await about(text)).toMatchObject({ outcome: 'no-such-object' });
  });

  it.each([
    ['a page', '<html><h1>404 Not Found</h1></html>'],
    ['JSON of somebody else', '{"message":"not found"}'],
    ['a domain object', JSON.stringify(DOMAIN)],
  ])('takes a 404 with %s for nothing', async (_what, body) => {
    const { sighting } = await ask((response) => response.writeHead(404).end(body));
    expect(sighting).toMatchObject({ outcome: 'failure', failure: 'unparsable' });
  });

  it('believes an empty 404 only where RDAP is spoken', async () => {
    const silent = await ask((response) => response.writeHead(404).end());
    expect(silent.sighting).toMatchObject({ outcome: 'failure', failure: 'unparsable' });
    await server?.close();
    const helpful = await ask((response, path) => {
      if (path.endsWith('/help')) json(response, 200, { rdapConformance: ['rdap_level_0'], notices: [] });
      else response.writeHead(404).end();
    });
    expect(helpful.sighting).toMatchObject({ outcome: 'no-such-object' });
    expect(helpful.exchanges).toHaveLength(2);
  });

  it('asks for no help where a proper answer was given before', async () => {
    const registry = await open((response, path) => {
      if (path.includes('seized')) json(response, 200, DOMAIN);
      else response.writeHead(404).end();
    });
    await registry.ask(NAME, circumstances());
    const [answer] = await registry.ask(name('free.example'), circumstances());
    expect(answer?.sighting).toMatchObject({ outcome: 'no-such-object' });
    expect(server?.paths.some((path) => path.endsWith('help'))).toBe(false);
  });

  it.each([
    [{ ...DOMAIN, ldhName: 'evil.example' }, 'wrong-object'],
    [NOT_FOUND, 'wrong-object'],
    [{}, 'wrong-object'],
    ['null', 'wrong-object'],
    ['"text"', 'wrong-object'],
    ['{"objectClassName":"domain","ldhName":"evil.example","ldhName":"seized.example"}', 'unparsable'],
    ['<html>', 'unparsable'],
    ['', 'unparsable'],
  ])('takes a 200 with %j for %s', async (document, failure) => {
    const { sighting } = await ask((response) => json(response, 200, document));
    expect(sighting).toMatchObject({ outcome: 'failure', failure });
  });

  it.each([
    [401, 'denied'],
    [403, 'denied'],
    [400, 'denied'],
    [500, 'server-error'],
    [502, 'server-error'],
    [503, 'rate-limited'],
    [429, 'rate-limited'],
    [204, 'unparsable'],
    [418, 'denied'],
  ])('takes HTTP %i for %s', async (status, failure) => {
    const { sighting } = await ask((response) => response.writeHead(status).end());
    expect(sighting).toMatchObject({ outcome: 'failure', failure });
  });

  it('waits once for a server that asks for little', async () => {
    let asked = 0;
    const { sighting, exchanges } = await ask((response) => {
      asked += 1;
      if (asked === 1) response.writeHead(429, { 'retry-after': '1' }).end();
      else json(response, 200, DOMAIN);
    });
    expect(sighting.outcome).toBe('facts');
    expect(exchanges).toHaveLength(2);
    expect(exchanges[1]?.because).toContain('asked again');
  });

  it('does not wait for a server that asks for much, and believes it for a day at most', async () => {
    const much = await ask((response) => response.writeHead(429, { 'retry-after': '120' }).end());
    expect(much.sighting).toMatchObject({ failure: 'rate-limited', retryAfter: 120 });
    expect(server?.paths).toHaveLength(1);
    await server?.close();
    const endless = await ask((response) => response.writeHead(429, { 'retry-after': '999999999' }).end());
    expect(endless.sighting).toMatchObject({ retryAfter: 86_400 });
  });

  it('leaves a server alone that refuses question after question', async () => {
    const registry = await open((response) => response.writeHead(429, { 'retry-after': '60' }).end());
    for (let round = 0; round < 8; round += 1) {
      const [answer] = await registry.ask(NAME, circumstances());
      expect(answer?.sighting).toMatchObject({ failure: 'rate-limited' });
    }
    expect(server?.paths).toHaveLength(5);
  });

  it('has an answer for a run that was interrupted', async () => {
    const { sighting, exchanges } = await ask(() => {}, AbortSignal.abort());
    expect(sighting).toMatchObject({ failure: 'interrupted' });
    expect(exchanges).toEqual([]);
  });
});
