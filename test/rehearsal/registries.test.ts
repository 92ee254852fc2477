// WHOIS and RDAP over real sockets, opening and closing, two rehearsals at once.
import { connect } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Case } from '../../src/model/case/case.ts';
import type { Scenario } from '../../src/model/case/scenario.ts';
import { openRehearsal, type Rehearsal } from '../../src/rehearsal/open.ts';
import { at, name } from '../support/values.ts';
import { aCase, aScenario, faulty, START, step, tcpExchange, whois } from './support.ts';

const open: Rehearsal[] = [];

async function started(scenario: Scenario, day = 0): Promise<Rehearsal> {
  const rehearsal = await openRehearsal({ theCase: aCase(), scenario, clock: () => START, fast: true });
  open.push(rehearsal);
  rehearsal.enter(day);
  return rehearsal;
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((rehearsal) => rehearsal.close()));
});

const testers = (rehearsal: Rehearsal) => rehearsal.network.whois.routes.get('whois.nic.test');

async function rdap(
  rehearsal: Rehearsal,
  path: string,
): Promise<{ readonly response: Response; readonly body: unknown }> {
  const route = rehearsal.network.rdap.routes.get('rdap.nic.test');
  const response = await fetch(`http://${route?.address}:${route?.port}${path}`);
  return { response, body: await response.json() };
}

describe('WHOIS', () => {
  it('gives a record in ICANN’s layout, and "not found" for what nobody has', async () => {
    const rehearsal = await started(aScenario([[step('testers', { do: ['lock', 'transfer'] })]]));
    const text = (await whois(testers(rehearsal), 'domain ALPHA.test')).toString();
    expect(text).toContain('Domain Name: ALPHA.TEST\r\n');
    expect(text).toContain('Registrar IANA ID: 292\r\n');
    expect(text).toContain(
      'Domain Status: serverTransferProhibited https://icann.org/epp#serverTransferProhibited\r\n',
    );
    expect((await whois(testers(rehearsal), 'nobody.test')).toString()).toMatch(/^Domain not found/);
  });

  it('has the old layout and Latin-1 where the scenario says so', async () => {
    const registries = { testers: { layout: 'key-value', encoding: 'latin-1' } } as const;
    const before = {
      'alpha.test': { registrant: 'Müller' },
      'bravo.test': { registrant: 'redacted' },
      'charlie.test': { registered: 'reserved' },
    } as const;
    const rehearsal = await started(aScenario([[]], { registries, before }));
    const octets = await whois(testers(rehearsal), 'alpha.test');
    expect(octets.toString('latin1')).toContain('Registrant Organization:Müller\r\n');
    expect(octets.toString('latin1')).toMatch(/Created On:\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d UTC/);
    expect((await whois(testers(rehearsal), 'bravo.test')).toString()).toContain(
      'Registrant Organization:REDACTED FOR PRIVACY',
    );
    expect((await whois(testers(rehearsal), 'charlie.test')).toString()).toMatch(/^Reserved/);
  });

  it('asks to come back later on the day of the fault, and answers on the next', async () => {
    const rehearsal = await started(aScenario([[faulty('whois.nic.test', { fault: 'rate-limited', until: 0 })], []]));
    expect((await whois(testers(rehearsal), 'alpha.test')).toString()).toMatch(/LIMIT EXCEEDED/);
    rehearsal.enter(1);
    expect((await whois(testers(rehearsal), 'alpha.test')).toString()).toContain('Registrar:');
  });

  it('works on one question at a time and counts it', async () => {
    const rehearsal = await started(aScenario([[]]));
    await Promise.all(['alpha', 'bravo', 'charlie'].map((label) => whois(testers(rehearsal), `${label}.test`)));
    const load = rehearsal.load().find(({ server }) => server === 'whois.nic.test');
    expect(load?.questions).toBe(3);
    expect(load?.busy).toBeGreaterThan(10);
  });

  it('takes for each as long as it is told to', async () => {
    const waits = { whois: 40 };
    const rehearsal = await openRehearsal({
      theCase: aCase(),
      scenario: aScenario([[]]),
      clock: () => START,
      fast: true,
      waits,
    });
    open.push(rehearsal);
    await Promise.all(['alpha', 'bravo'].map((label) => whois(testers(rehearsal), `${label}.test`)));
    expect(rehearsal.load().find(({ server }) => server === 'whois.nic.test')?.busy).toBeGreaterThan(75);
  });

  it('survives floods, silence and resets', async () => {
    const rehearsal = await started(aScenario([[]]));
    const route = testers(rehearsal);
    await tcpExchange(route, new Uint8Array(100_000).fill(65)).catch(() => undefined);
    connect(route?.port ?? 0, '127.0.0.1')
      .on('error', () => undefined)
      .resetAndDestroy();
    expect((await whois(route, 'alpha.test')).toString()).toContain('Registrar:');
  });
});

describe('RDAP', () => {
  it('leads from the bootstrap file to the registry', async () => {
    const rehearsal = await started(aScenario([[]], { registries: { zoners: { rdap: 'none' } } }));
    const file = await (await fetch(rehearsal.network.rdap.bootstrap)).json();
    expect(file).toMatchObject({ version: '1.0', services: [[['test'], ['http://rdap.nic.test/rdap/']]] });
    expect(rehearsal.network.rdap.routes.has('rdap.nic.zone')).toBe(false);
  });

  it('states a domain with statuses in RDAP’s spelling and entities within entities', async () => {
    const rehearsal = await started(aScenario([[step('testers', { do: ['lock', 'transfer'] })]]));
    const { response, body } = await rdap(rehearsal, '/rdap/domain/alpha.test');
    expect(response.headers.get('content-type')).toBe('application/rdap+json');
    expect(body).toMatchObject({ objectClassName: 'domain', ldhName: 'ALPHA.TEST' });
    expect(body).toHaveProperty('status', expect.arrayContaining(['server transfer prohibited']));
    expect(body).toHaveProperty('entities[0]', {
      ...{ objectClassName: 'entity', handle: '292', roles: ['registrar'], vcardArray: expect.anything() },
      publicIds: [{ type: 'IANA Registrar ID', identifier: '292' }],
      entities: [expect.objectContaining({ roles: ['abuse'] })],
    });
  });

  it('withholds a registrant with RFC 9537’s marks', async () => {
    const rehearsal = await started(aScenario([[]], { before: { 'alpha.test': { registrant: 'redacted' } } }));
    const { body } = await rdap(rehearsal, '/rdap/domain/alpha.test');
    expect(body).toHaveProperty('redacted[0].name.type', 'Registrant Name');
    expect(JSON.stringify(body)).not.toContain('"org"');
  });

  it('has no registrant at a thin registry, neither shown nor withheld, over WHOIS neither', async () => {
    const before = { 'alpha.test': { registrant: 'redacted' } } as const;
    const thin = aScenario([[step('testers', { do: ['transfer'] })]], {
      registries: { testers: { layout: 'thin' } },
      before,
    });
    const rehearsal = await started(thin);
    for (const label of ['alpha', 'bravo']) {
      const { body } = await rdap(rehearsal, `/rdap/domain/${label}.test`);
      expect(body).toHaveProperty('entities', [expect.objectContaining({ roles: ['registrar'] })]);
      expect(body).not.toHaveProperty('redacted');
      const text = (await whois(testers(rehearsal), `${label}.test`)).toString();
      expect(text).toContain('Registrar IANA ID: 292');
      expect(text).not.toContain('Registrant');
    }
  });

  it('answers 404, 429 and 400 as RDAP errors', async () => {
    const rehearsal = await started(aScenario([[], [faulty('rdap.nic.test', { fault: 'rate-limited' })]]));
    expect(await rdap(rehearsal, '/rdap/domain/nobody.test')).toMatchObject({
      response: { status: 404 },
      body: { errorCode: 404 },
    });
    expect((await rdap(rehearsal, '/rdap/')).response.status).toBe(400);
    rehearsal.enter(1);
    const limited = await rdap(rehearsal, '/rdap/domain/alpha.test');
    expect([limited.response.status, limited.response.headers.get('retry-after')]).toEqual([429, '3600']);
  });
});

describe('a rehearsal', () => {
  it('stands beside another one', async () => {
    const [one, two] = await Promise.all([started(aScenario([[]])), started(aScenario([[]]))]);
    expect(testers(one)?.port).not.toBe(testers(two)?.port);
    expect((await whois(testers(one), 'alpha.test')).toString()).toBe(
      (await whois(testers(two), 'alpha.test')).toString(),
    );
  });

  it('leaves nothing open, also while questions are under way', async () => {
    const rehearsal = await started(aScenario([[faulty('whois.nic.test', { fault: 'silent' })]]));
    const route = testers(rehearsal);
    const hanging = connect(route?.port ?? 0, '127.0.0.1');
    hanging.on('error', () => undefined);
    const gone = new Promise((resolve) => hanging.on('close', resolve));
    await new Promise<void>((resolve) => hanging.write('alpha.test\r\n', () => resolve()));
    await rehearsal.close();
    await gone;
    await expect(whois(route, 'alpha.test')).rejects.toThrow(/ECONNREFUSED/);
    await rehearsal.close();
  });

  it('knows its days', async () => {
    const rehearsal = await started(aScenario([[], [], []]));
    expect(rehearsal.days).toEqual([0, 1, 2]);
    expect(rehearsal.enter(2)).toMatchObject({ at: '2019-03-17T20:00:00Z', check: true });
    expect(() => rehearsal.enter(7)).toThrow(RangeError);
  });
});

describe('the domain that the sinkhole stands on', () => {
  const OWN = name('sinkhole.example');
  const standing = (): Case => {
    const { main } = aCase().sinkholes;
    if (main === undefined) throw new Error('the case has a sinkhole');
    return { ...aCase(), sinkholes: { main: { ...main, registered: [OWN] } } };
  };
  const said = async (rehearsal: Rehearsal) =>
    (await whois(rehearsal.network.whois.routes.get('whois.nic.example'), OWN)).toString();

  it('is registered to the petitioner, ends when the scenario says, and is renewed on its day', async () => {
    const scenario = aScenario([[], [step(OWN, { do: ['renew', 'hold'] })]], {
      before: { [OWN]: { expires: at('2019-05-31T12:00:00Z') } },
    });
    const rehearsal = await openRehearsal({ theCase: standing(), scenario, clock: () => START, fast: true });
    open.push(rehearsal);
    rehearsal.enter(0);
    const first = await said(rehearsal);
    expect(first).toContain('Registry Expiry Date: 2019-05-31T12:00:00Z');
    expect(first).toContain('Registrant Organization: Acme Corporation');
    expect(first).not.toContain('serverHold');
    rehearsal.enter(1);
    expect(await said(rehearsal)).toMatch(/Registry Expiry Date: 2020-05-30T12:00:00Z[\s\S]*serverHold/);
    rehearsal.enter(0);
    expect(await said(rehearsal)).toBe(first);
  });
});
