import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';
import { COUNTRY, ICANN, OLD, octets } from './samples.ts';

const NAME = name('seized.example');
const HOST = 'whois.nic.example';

function judge(text: string | Uint8Array) {
  return judgeReply({ name: NAME, host: HOST, octets: typeof text === 'string' ? octets(text) : text });
}

const FACTS = {
  registrar: { name: 'Custodian Registrar, Inc.', ianaId: 9999 },
  registrant: { shown: 'stated', organisation: 'Petitioner Corporation' },
  statuses: ['clientHold', 'serverTransferProhibited', 'serverUpdateProhibited'],
  nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
  created: '2017-05-02T11:22:33Z',
  updated: '2019-03-18T09:15:00Z',
  expires: '2027-05-02T11:22:33Z',
  signed: false,
  handle: 'D4711-EXAMPLE',
  abuse: { email: 'abuse@registrar.example', phone: '+1.5550100' },
  referral: { whois: 'whois.registrar.example' },
};

describe('a record', () => {
  it('in ICANN’s layout is read whole, and by our own reader alone', async () => {
    expect(await judge(ICANN)).toEqual({ outcome: 'facts', facts: FACTS });
  });

  it('in the layout of older registries is read too', async () => {
    const outcome = await judge(OLD);
    expect(outcome).toMatchObject({
      outcome: 'facts',
      facts: {
        registrar: { name: 'Custodian Registrar, Inc.', ianaId: 9999 },
        registrant: { shown: 'redacted' },
        statuses: ['clientHold', 'serverTransferProhibited'],
        nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
        created: '2017-05-02T11:22:33Z',
        expires: '2027-05-02T11:22:33Z',
        signed: false,
      },
    });
  });

  it('in a layout of its own is read by its headings and objects', async () => {
    const outcome = await judge(COUNTRY);
    expect(outcome).toMatchObject({
      outcome: 'facts',
      facts: {
        registrar: { name: 'Custodian Registrar, Inc.' },
        created: '2017-05-02T00:00:00Z',
        expires: '2027-05-02T11:22:33Z',
        nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'],
      },
    });
  });

  it('in Latin-1 keeps its letters', async () => {
    const outcome = await judge(Buffer.from(ICANN.replace('Petitioner', 'Pétitioner'), 'latin1'));
    expect(outcome).toMatchObject({ facts: { registrant: { organisation: 'Pétitioner Corporation' } } });
  });

  it('loses escape sequences and control characters in what is read', async () => {
    const outcome = await judge(ICANN.replace('Petitioner', '\u001b[31mPeti\u0007tioner\u202e'));
    expect(outcome).toMatchObject({ facts: { registrant: { organisation: 'Petitioner Corporation' } } });
  });

  it('survives a referral that is no host name, and labels that every object has', async () => {
    const traps =
      'Registrar WHOIS Server: http://[\nconstructor: x\n__proto__: y\ntoString: z\nReferralServer: whois://127.0.0.1:4343\n';
    expect(await judge(traps + ICANN)).toEqual({ outcome: 'facts', facts: FACTS });
  });

  it('with a server behind a label of no table, beside a list of servers, lists none', async () => {
    const outcome = await judge(
      'Domain: seized.example\nRegistered: 2019-01-01\nNserver: ns1.sinkhole.example\nNinth Server Host: ns9.other.example\n\nThe end\n',
    );
    expect(outcome).toEqual({ outcome: 'facts', facts: { created: '2019-01-01T00:00:00Z' } });
  });

  it('with a second server alone on the line below the one with the label lists none', async () => {
    const outcome = await judge(
      'Domain: seized.example\nRegistered: 2019-01-01\nName Server ..................... ns1.sinkhole.example\nns2.sinkhole.example\nRemarks: none\n',
    );
    expect(outcome).toEqual({ outcome: 'facts', facts: { created: '2019-01-01T00:00:00Z' } });
  });

  it('with a person where the registrar stands names no registrar', async () => {
    const outcome = await judge(
      '  Domain Name: seized.example\n\n  Registrar:\n    A Person (1-IX) nic@registrar.example\n    Harbour Names Ltd\n\n  Record created on: 23 April 2016\n  Record expires on: 23 April 2027\n  Status: Live\n\nThe end\n',
    );
    expect(outcome).toEqual({
      outcome: 'facts',
      facts: { created: '2016-04-23T00:00:00Z', expires: '2027-04-23T00:00:00Z', otherStatuses: ['Live'] },
    });
  });

  it('without empty lines keeps a site below the servers out of their list', async () => {
    const outcome = await judge(
      'Domain Information\nQuery: seized.example\nCreated: 16 Oct 2003\nName Servers:\n    ns1.sinkhole.example\n    ns2.sinkhole.example\nRegistrar Information\nRegistration URL: www.registrar.example\nThe end\n',
    );
    expect(outcome).toMatchObject({ facts: { nameServers: ['ns1.sinkhole.example', 'ns2.sinkhole.example'] } });
  });

  it('with a second registrar in it names no registrar', async () => {
    const outcome = await judge(ICANN.replace('Registrant Country', 'Registrar: Evil Registrar\nRegistrant Country'));
    expect(outcome).toMatchObject({ outcome: 'facts' });
    expect(outcome.outcome === 'facts' && outcome.facts.registrar).toBeUndefined();
  });

  it('with two expiry dates has none', async () => {
    const outcome = await judge(ICANN.replace('Registrar:', 'Registry Expiry Date: 2019-01-01T00:00:00Z\nRegistrar:'));
    expect(outcome.outcome === 'facts' && 'expires' in outcome.facts).toBe(false);
  });

  it('whose registrant is called "Page Not Found Ltd" is a registration', async () => {
    const outcome = await judge(ICANN.replace('Petitioner Corporation', 'Page Not Found Ltd'));
    expect(outcome).toMatchObject({ outcome: 'facts', facts: { registrant: { organisation: 'Page Not Found Ltd' } } });
  });

  it('with locks in words that nobody knows does not state that locks are missing', async () => {
    const outcome = await judge(ICANN.replace(/Domain Status: .*\n/g, 'Domain Status: FROZEN\n'));
    expect(outcome).toMatchObject({ facts: { otherStatuses: ['FROZEN'] } });
    expect(outcome.outcome === 'facts' && 'statuses' in outcome.facts).toBe(false);
  });

  it('tells a withheld registrant from one that is not there', async () => {
    const withheld = await judge(ICANN.replace('Petitioner Corporation', 'REDACTED FOR PRIVACY'));
    expect(withheld).toMatchObject({ facts: { registrant: { shown: 'redacted' } } });
    const absent = await judge(ICANN.replace('Petitioner Corporation', ''));
    expect(absent).toMatchObject({ facts: { registrant: { shown: 'absent' } } });
    const silent = await judge(ICANN.replace(/Registrant .*\n/g, ''));
    expect(silent.outcome === 'facts' && 'registrant' in silent.facts).toBe(false);
  });

  it('about another name is no answer', async () => {
    expect(await judge(ICANN.replace('SEIZED.EXAMPLE', 'OTHER.EXAMPLE'))).toMatchObject({ failure: 'wrong-object' });
    const both = `Domain Name: OTHER.EXAMPLE\n${ICANN}`;
    expect(await judge(both)).toMatchObject({ failure: 'contradictory' });
  });

  it('that ends within a list says nothing of that list: the rest may be missing', async () => {
    const upToLine = (start: string) => ICANN.slice(0, ICANN.indexOf('\n', ICANN.indexOf(start)) + 1);
    const inStatuses = await judge(upToLine('Domain Status: clientHold'));
    expect(inStatuses.outcome === 'facts' && 'statuses' in inStatuses.facts).toBe(false);
    const inServers = await judge(upToLine('Name Server: NS1.SINKHOLE'));
    expect(inServers).toMatchObject({ outcome: 'facts', facts: { statuses: FACTS.statuses } });
    expect(inServers.outcome === 'facts' && 'nameServers' in inServers.facts).toBe(false);
  });

  it('that stops in mid-line is incomplete, unless its end can be seen', async () => {
    const upTo = (text: string) => ICANN.slice(0, ICANN.indexOf(text) + text.length);
    expect(await judge(upTo('Name Server: NS2.SINKH'))).toMatchObject({ failure: 'incomplete' });
    expect(await judge(upTo('Domain Status: serverUpdateP'))).toMatchObject({ failure: 'incomplete' });
    expect(await judge(upTo('DNSSEC: unsigned'))).toMatchObject({ outcome: 'facts' });
    expect(await judge(upTo('>>> Last update'))).toMatchObject({ outcome: 'facts' });
  });

  it('of one sign of life and a status that only a registration has is one', async () => {
    const denic = (status: string, about = 'seized.example') =>
      judge(
        `Domain: ${about}\nNserver: ns1.sinkhole.example\nNserver: ns2.sinkhole.example\nStatus: ${status}\nend: 1\n`,
      );
    expect(await denic('connect')).toMatchObject({ outcome: 'facts', facts: { otherStatuses: ['connect'] } });
    expect(await denic('invalid')).toMatchObject({ failure: 'unparsable' });
    expect(await denic('connect', '')).toMatchObject({ failure: 'unparsable' });
  });

  it('of a registrant or locks alone is never called free, whatever else it says', async () => {
    expect(await judge('Not found\nRegistrant Organization: Petitioner Corporation\n')).toMatchObject({
      outcome: 'failure',
    });
    expect(await judge('Domain not found.\nDomain Status: clientHold\nend: 1\n')).toMatchObject({ outcome: 'failure' });
  });

  it('of one sign of life is not enough to be called registered', async () => {
    expect(await judge('Domain Name: seized.example\nRegistrar: Somebody\n')).toMatchObject({ failure: 'unparsable' });
  });
});

describe('a reply without a record', () => {
  it.each([
    'No match for "SEIZED.EXAMPLE".\n>>> Last update of whois database: 2019-03-18T14:00:00Z <<<\n',
    'NOT FOUND\n',
    'Domain not found.\n>>> Last update <<<\nTerms: access may be rate limited; too many queries are blocked.\n',
    '% Prologue\n%\n%% No entries found in the database.\n',
    'The queried object does not exist: seized.example\n',
    'seized.example is free\n',
    'Domain: seized.example\nStatus: free\n',
    'No Data Found\n',
    '"seized.example" not found.\n',
    'domain "seized.example" not found.\n',
    'seized.example no match\n',
    '%ERROR:103: Domain is not registered\n',
    'Sorry, but domain: "seized.example", not found in database\n',
    'Domain Name [seized.example] does not exist in database\n',
    '% Not Registered - seized.example\n',
    'query_status: 220 Available\n',
    'Nincs talalat / No match\n',
    'Domain seized.example is available for purchase\n',
  ])('%j means not registered', async (text) => {
    expect(await judge(text)).toMatchObject({ outcome: 'no-such-object' });
  });

  it.each(['Reserved Domain Name\n', 'This name is reserved by the Registry in accordance with its policy.\n'])(
    '%j means reserved',
    async (text) => {
      expect(await judge(text)).toMatchObject({ outcome: 'no-such-object', reserved: true });
    },
  );

  it.each([
    ['WHOIS LIMIT EXCEEDED - SEE WWW.REGISTRY.EXAMPLE FOR DETAILS\n', 'rate-limited'],
    ['Too many requests from your address.\nNo entries found\n', 'rate-limited'],
    ['Your connection limit exceeded. Please slow down and try again later.\n', 'rate-limited'],
    ['ERROR: query quota exceeded\n', 'rate-limited'],
    ['Access denied\n', 'denied'],
    ['Service temporarily unavailable\n', 'server-error'],
    ['Domain not found: other.example\n', 'wrong-object'],
    ['Nothing that anybody understands\n', 'unparsable'],
    ['All such names are not found here and may be available for registration.\n', 'unparsable'],
    ['', 'incomplete'],
    ['\n\n\n', 'incomplete'],
  ])('%j is unknown: %s', async (text, failure) => {
    expect(await judge(text)).toMatchObject({ outcome: 'failure', failure });
  });
});

describe('any reply', () => {
  // Whatever takes more than linear time for one of these is cut off by the limit that every test has.
  it('is read to its end, blanks and empty lines by the hundred thousand', async () => {
    for (const flood of [' '.repeat(250_000), '\n'.repeat(250_000), `Registrar: ${'x'.repeat(250_000)}\n`]) {
      expect((await judge(flood)).outcome).toBe('failure');
    }
  });

  it('is read without an exception', async () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.constantFrom(...ICANN.split('\n'), ...OLD.split('\n'), ...COUNTRY.split('\n')),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        const outcome = await judge(lines.join('\n'));
        expect(['facts', 'no-such-object', 'failure']).toContain(outcome.outcome);
      }),
      { numRuns: 300 },
    );
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        expect((await judge(bytes)).outcome).not.toBe('facts');
      }),
    );
  });
});
