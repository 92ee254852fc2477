// Rows of the table of hostile RDAP servers (field notes on registration) that no other test has, against a real server on
// loopback: no crash, no hanging, no flood, nothing asked of anybody else, and nothing read wrongly.
import type { ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { openDirectory } from '../../../src/lookups/rdap/directory.ts';
import { rdapRegistry } from '../../../src/lookups/rdap/registry.ts';
import { name } from '../../support/values.ts';
import { inChild } from '../hostile-child.ts';
import { circumstances, tools } from '../support.ts';
import { DOMAIN, REGISTRAR } from './samples.ts';
import { json, type RdapServer, startRdap } from './server.ts';

const NAME = name('seized.example');
let server: RdapServer | undefined;
afterEach(async () => server?.close());

async function seen(answer: (response: ServerResponse, path: string) => void) {
  server = await startRdap(answer);
  const given = tools({ rdapServers: new Map([['example', server.base]]), closed: true });
  const [only] = await rdapRegistry(given, openDirectory(given)).ask(NAME, circumstances());
  return only?.sighting;
}

const document = (over: Record<string, unknown>) => (response: ServerResponse) =>
  json(response, 200, { ...DOMAIN, ...over });

describe('an RDAP server that', () => {
  it.each([
    ['links to this machine', [{ rel: 'related', href: 'http://127.0.0.1/x', type: 'application/rdap+json' }]],
    ['links to a document with another status', [{ rel: 'self', href: 'https://evil.example/domain/seized.example' }]],
    ['links 300 times', Array.from({ length: 300 }, (_, n) => ({ rel: 'related', href: `https://h${n}.example/` }))],
    ['links to nothing', [null]],
  ])('%s is asked once, and nobody else is', async (_, links) => {
    expect(await seen(document({ links }))).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    expect(server?.paths).toEqual(['/domain/seized.example']);
  });

  it.each([
    ['a search result', { domainSearchResults: [DOMAIN] }],
    ['a name server', { objectClassName: 'nameserver', ldhName: 'seized.example' }],
    ['an RDAP error with 200', { errorCode: 404, title: 'Not Found' }],
    ['an empty object', {}],
    ['an empty list', []],
    ['nothing', 'null'],
    ['a text', '"seized.example"'],
    ['another name', { ...DOMAIN, ldhName: 'evil.example' }],
    ['another name beside it', { ...DOMAIN, unicodeName: 'evil.example' }],
    ['a name with a new line in it', { ...DOMAIN, ldhName: 'seized.example\nregistrar: evil' }],
    ['a name with an escape sequence in it', { ...DOMAIN, ldhName: '\u001b[31mseized.example' }],
  ])('gives %s has said nothing of the name', async (_, value) => {
    expect(await seen((response) => json(response, 200, value))).toMatchObject({ outcome: 'failure' });
  });

  it('gives a key twice has said nothing', async () => {
    const text = JSON.stringify(DOMAIN).replace('{', '{"ldhName":"seized.example",');
    expect(await seen((response) => json(response, 200, text))).toMatchObject({
      outcome: 'failure',
      failure: 'unparsable',
    });
  });

  it('begins with a byte order mark is read all the same', async () => {
    const answer = (response: ServerResponse) => json(response, 200, `\ufeff${JSON.stringify(DOMAIN)}`);
    expect(await seen(answer)).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
  });

  it.each([
    ['a negative number', '-5', undefined],
    ['a year', '31536000', 86_400],
    ['words', 'tomorrow', undefined],
    ['a past date', 'Fri, 15 Mar 2019 14:00:00 GMT', 0],
    ['a date far away', 'Fri, 15 Mar 2999 14:00:00 GMT', 86_400],
    ['a date in an old form', 'Fri Mar 15 14:00:00 2999', 86_400],
    ['more than a number holds', '9'.repeat(400), 86_400],
    ['two numbers', '120, 60', undefined],
  ])('asks to be left alone for %s is left alone for a day at most', async (_, retry, seconds) => {
    const sighting = await seen((response) => response.writeHead(429, { 'retry-after': retry }).end());
    expect(sighting).toMatchObject({ outcome: 'failure', failure: 'rate-limited' });
    expect(sighting).toHaveProperty('failure');
    const given = sighting?.outcome === 'failure' ? sighting.retryAfter : 'none';
    expect(given).toBe(seconds);
  });

  it.each([
    ['an error of another number', { errorCode: 429, title: 'Too many requests' }, 'unparsable'],
    ['an error of no number', { errorCode: { toString: 1 }, title: 'Not Found' }, 'unparsable'],
    ['the reason why it did not look', { errorCode: 404, title: 'Query limit exceeded' }, 'server-error'],
    [
      'the reason below its title',
      { errorCode: 404, title: 'Not Found', description: ['Please try again later'] },
      'server-error',
    ],
    ['the reason as text', { errorCode: 404, title: 'Not Found', description: 'Query limit exceeded' }, 'server-error'],
    ['the reason in a message', { errorCode: 404, message: 'Too many requests' }, 'server-error'],
    [
      'another zone',
      { errorCode: 404, title: 'Invalid TLD', description: ['Search only allowed TLDs.'] },
      'server-error',
    ],
    [
      'no word on the zone',
      { errorCode: '404', title: 'Not found', description: ["It doesn't have information about the requested zone"] },
      'server-error',
    ],
    ['an unknown label', { errorCode: 404, title: 'The TLD .example is not supported here' }, 'server-error'],
    [
      'somebody else’s zone',
      { errorCode: 404, title: 'Not found', description: ['Not authoritative'] },
      'server-error',
    ],
    [
      'an address without a service',
      { errorCode: 404, title: 'Not Found', error: 'Endpoint not found' },
      'server-error',
    ],
    ['no valid question', { errorCode: 404, title: 'Invalid domain name' }, 'server-error'],
    ['no valid name', { errorCode: 404, description: ['seized.example is not a valid domain name'] }, 'server-error'],
    ['a way to a new place', { errorCode: 404, title: 'This service has moved' }, 'server-error'],
    ['an unknown way', { errorCode: 404, title: 'no Route matched with those values' }, 'server-error'],
  ])('gives %s with 404 has not said that the name is free', async (_, error, failure) => {
    const answer = (response: ServerResponse) =>
      json(response, 404, {
        rdapConformance: ['rdap_level_0'],
        notices: [{ title: 'Limits', description: [] }],
        ...error,
      });
    expect(await seen(answer)).toMatchObject({ outcome: 'failure', failure });
  });

  const rdapConformance = ['rdap_level_0'];

  it.each([
    { title: 'Object not found', description: 'No such domain in this registry.' },
    { title: 'Not Found', description: ['The requested domain was not found in the RDAP database.'] },
    { title: 'Domain not found', message: 'seized.example does not exist' },
  ])('gives $title with 404 has said that the name is not registered', async (error) => {
    const answer = (response: ServerResponse) => json(response, 404, { rdapConformance, errorCode: '404', ...error });
    expect(await seen(answer)).toMatchObject({ outcome: 'no-such-object' });
    expect(server?.paths).toHaveLength(1);
  });

  it.each([{}, { title: 'Not Found' }, { message: 'Welcome to the network' }, { title: 'Auction pending' }])(
    'does not say with its 404 that it speaks RDAP is believed where its help says so: %j',
    async (error) => {
      const bare = (help: unknown) => (response: ServerResponse, path: string) =>
        path === '/help' ? json(response, 200, help) : json(response, 404, { errorCode: 404, ...error });
      expect(await seen(bare({}))).toMatchObject({ outcome: 'failure', failure: 'unparsable' });
      await server?.close();
      const believed = await seen(bare({ rdapConformance }));
      expect(believed).toMatchObject({ outcome: 'no-such-object' });
      expect(believed).toEqual(
        expect.objectContaining('title' in error && /auction/i.test(error.title) ? { reserved: true } : {}),
      );
      expect(server?.paths).toEqual(['/domain/seized.example', '/help']);
    },
  );

  it.each(['reserved', 'Not registered', 'available', 'FREE'])(
    'shows an object with the status "%s" has shown no registration',
    async (status) => {
      const sighting = await seen(document({ status: [status, 'active'] }));
      expect(sighting).toMatchObject({ outcome: 'failure', failure: 'unparsable' });
    },
  );

  it('gives back the name alone has said nothing of it', async () => {
    const echo = { objectClassName: 'domain', ldhName: 'seized.example', entities: [], secureDNS: {}, notices: [] };
    expect(await seen((response) => json(response, 200, echo))).toMatchObject({ failure: 'unparsable' });
    await server?.close();
    for (const nothing of [{ status: '' }, { status: [' '] }, { handle: 'SEIZED.EXAMPLE' }]) {
      expect(await seen((response) => json(response, 200, { ...echo, ...nothing }))).toMatchObject({
        failure: 'unparsable',
      });
      await server?.close();
    }
    const some = { ...echo, status: ['active'] };
    expect(await seen((response) => json(response, 200, some))).toMatchObject({ facts: { statuses: ['ok'] } });
  });

  it.each([
    { objectClassName: 'nameserver', ldhName: 'ns3 sinkhole example' },
    { objectClassName: 'nameserver', ipAddresses: { v4: ['192.0.2.3'] } },
    'ns3 sinkhole example',
  ])('has a name server whose name cannot be read states no shorter set', async (server) => {
    const nameservers = [...DOMAIN.nameservers, server];
    const sighting = await seen(document({ nameservers }));
    expect(sighting).toMatchObject({ outcome: 'facts', facts: { registrar: { ianaId: 9999 } } });
    expect(sighting).not.toHaveProperty('facts.nameServers');
  });

  it.each([
    [402, 'denied'],
    [405, 'denied'],
    [407, 'denied'],
    [410, 'denied'],
    [451, 'denied'],
    [408, 'server-error'],
    [511, 'server-error'],
    [204, 'unparsable'],
    [206, 'unparsable'],
    [304, 'unparsable'],
  ])('answers HTTP %i has said nothing of the name, with the reason', async (status, failure) => {
    const answer = (response: ServerResponse) => response.writeHead(status).end();
    expect(await seen(answer)).toMatchObject({ outcome: 'failure', failure, detail: `HTTP ${status}` });
  });

  it('names no packing in the header for it is read as unpacked', async () => {
    const answer = (response: ServerResponse) =>
      response.writeHead(200, { 'content-encoding': '' }).end(JSON.stringify(DOMAIN));
    expect(await seen(answer)).toMatchObject({ outcome: 'facts' });
  });

  it('gives a page with 404 has not said that the name is free', async () => {
    const page = (response: ServerResponse) =>
      response.writeHead(404, { 'content-type': 'text/html' }).end('<h1>Not found</h1>');
    expect(await seen(page)).toMatchObject({ outcome: 'failure', failure: 'unparsable' });
  });

  it.each([
    ['nameservers', { nameservers: [null, ...DOMAIN.nameservers] }],
    ['DS data', { secureDNS: { delegationSigned: true, dsData: [null] } }],
    ['events', { events: [null, 'x', { eventAction: 1 }, ...DOMAIN.events] }],
    ['statuses', { status: [null, {}, ...DOMAIN.status] }],
    ['entities', { entities: [null, [], 'x', ...DOMAIN.entities] }],
  ])('has rubbish among its %s loses nothing by it', async (_, over) => {
    expect(await seen(document(over))).toMatchObject({
      outcome: 'facts',
      facts: {
        registrar: { ianaId: 9999 },
        nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
        created: '2017-05-02T11:22:33Z',
        statuses: ['clientHold', 'serverTransferProhibited', 'serverUpdateProhibited'],
      },
    });
  });

  it('lists a former registrar first is not misunderstood', async () => {
    const former = {
      ...REGISTRAR,
      roles: ['former registrar'],
      publicIds: [{ type: 'IANA Registrar ID', identifier: '1' }],
    };
    expect(await seen(document({ entities: [former, REGISTRAR] }))).toMatchObject({
      facts: { registrar: { ianaId: 9999 } },
    });
  });
});

describe('in 64 MiB of heap', () => {
  const lookup = (base: string) => `(() => {
    const given = tools({ rdapServers: new Map([['example', '${base}']]), closed: true });
    return rdapRegistry(given, openDirectory(given));
  })()`;
  const CHUNK = Buffer.alloc(64 * 1024, ' ');

  it.each([
    [
      'a body without an end',
      (response: ServerResponse) => {
        const more = () => {
          while (!response.destroyed && response.write(CHUNK));
        };
        response.writeHead(200, { 'content-type': 'application/rdap+json' }).on('drain', more);
        more();
      },
    ],
    [
      '100 MB packed into 100 KB',
      (response: ServerResponse) =>
        void response.writeHead(200, { 'content-encoding': 'gzip' }).end(gzipSync(Buffer.alloc(100_000_000, ' '))),
    ],
  ])(
    '%s is stopped',
    async (_, answer) => {
      server = await startRdap(answer);
      const { outcome, failure, grew } = await inChild(lookup(server.base));
      expect({ outcome, failure }).toEqual({ outcome: 'failure', failure: 'too-large' });
      expect(grew).toBeLessThan(64);
    },
    60_000,
  );

  it('100 MB of JSON that end properly are stopped', async () => {
    const row = Buffer.from(`${JSON.stringify({ ldhName: `${'x'.repeat(60)}.example` })},`.repeat(700));
    server = await startRdap((response) => {
      let left = Math.ceil(100_000_000 / row.length);
      const more = (): void => {
        while (left > 0 && !response.destroyed) {
          left -= 1;
          if (!response.write(row)) return;
        }
        if (left === 0) response.end('null]}');
      };
      response.writeHead(200, { 'content-type': 'application/rdap+json' }).on('drain', more);
      response.write('{"objectClassName":"domain","ldhName":"seized.example","nameservers":[');
      more();
    });
    const { outcome, failure, grew } = await inChild(lookup(server.base));
    expect({ outcome, failure }).toEqual({ outcome: 'failure', failure: 'too-large' });
    expect(grew).toBeLessThan(64);
  }, 60_000);

  it('JSON nested half a million deep is refused', async () => {
    server = await startRdap((response) => json(response, 200, '['.repeat(500_000) + ']'.repeat(500_000)));
    const { outcome, failure, grew } = await inChild(lookup(server.base));
    expect({ outcome, failure }).toEqual({ outcome: 'failure', failure: 'unparsable' });
    expect(grew).toBeLessThan(64);
  }, 60_000);
});
