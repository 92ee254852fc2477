import { afterEach, describe, expect, it } from 'vitest';
import { openDirectory } from '../../../src/lookups/rdap/directory.ts';
import type { BootstrapCache, LookupTools } from '../../../src/lookups/tools.ts';
import { addDays, type Instant } from '../../../src/model/instant.ts';
import { name } from '../../support/values.ts';
import { testClock, tools } from '../support.ts';
import { type Answering, json, type RdapServer, startRdap } from './server.ts';

const FILE = { version: '1.0', services: [[['example'], ['http://127.0.0.1:1/listed/']]] };
const NAME = name('seized.example');
const signal = new AbortController().signal;
let server: RdapServer | undefined;

afterEach(async () => server?.close());

async function directory(answer: Answering, changes?: Partial<LookupTools>) {
  server = await startRdap(answer);
  const given = tools({ bootstrap: `${server.base}dns.json` });
  const real = { ...given.network, simulated: false };
  return openDirectory({ ...given, ...(changes !== undefined && { ...changes, network: real }) });
}

function cache(text: string, at: Instant): BootstrapCache & { readonly written: string[] } {
  const written: string[] = [];
  return { read: () => ({ text, at }), write: (fetched) => void written.push(fetched), written };
}

describe('the directory of RDAP servers', () => {
  it('fetches the bootstrap file once, however many ask', async () => {
    const open = await directory((response) => json(response, 200, FILE));
    const all = await Promise.all([1, 2, 3].map(() => open.find(NAME, signal)));
    expect(all.map((found) => found.ok && found.base)).toEqual(Array(3).fill('http://127.0.0.1:1/listed/'));
    expect(all.map((found) => found.exchanges.length).sort()).toEqual([0, 0, 1]);
    expect(server?.paths).toEqual(['/dns.json']);
    expect(open.source()).toMatchObject({ from: 'network' });
  });

  it('says so when no server is listed, and when there is no file', async () => {
    const open = await directory((response) => json(response, 200, FILE));
    expect(await open.find(name('a.zz'), signal)).toMatchObject({ ok: false, failure: 'no-server' });
    await server?.close();
    const broken = await directory((response) => response.writeHead(500).end());
    expect(await broken.find(NAME, signal)).toMatchObject({ ok: false, failure: 'server-error' });
    expect(await broken.find(NAME, signal)).toMatchObject({ ok: false, exchanges: [] });
    expect(server?.paths).toHaveLength(1);
  });

  it('takes a fresh copy from the cache and tells its age', async () => {
    const kept = cache(JSON.stringify(FILE), testClock.now());
    const open = await directory((response) => response.writeHead(500).end(), { bootstrapCache: kept });
    expect(await open.find(NAME, signal)).toMatchObject({ ok: true, base: 'http://127.0.0.1:1/listed/' });
    expect(server?.paths).toEqual([]);
    expect(open.source()).toMatchObject({ from: 'cache' });
  });

  it('replaces an old copy, and falls back on it when there is no new one', async () => {
    const old = cache(JSON.stringify(FILE), addDays(testClock.now(), -9));
    const renewing = await directory((response) => json(response, 200, FILE), { bootstrapCache: old });
    expect(await renewing.find(NAME, signal)).toMatchObject({ ok: true });
    expect(renewing.source()).toMatchObject({ from: 'network' });
    expect(old.written).toHaveLength(1);
    await server?.close();
    const stranded = await directory((response) => response.writeHead(500).end(), { bootstrapCache: old });
    expect(await stranded.find(NAME, signal)).toMatchObject({ ok: true });
    expect(stranded.source()).toMatchObject({ from: 'cache' });
  });

  it('keeps a simulated network out of the cache', async () => {
    const kept = cache(JSON.stringify(FILE), testClock.now());
    server = await startRdap((response) => json(response, 200, FILE));
    const open = openDirectory({ ...tools({ bootstrap: `${server.base}dns.json` }), bootstrapCache: kept });
    await open.find(NAME, signal);
    expect(server.paths).toHaveLength(1);
    expect(kept.written).toEqual([]);
  });
});
