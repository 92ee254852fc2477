// What clients and relays make of a registry's text when they hand it on: another record in front of it or behind it, lines
// pulled apart, other line ends. None of it may make a statement that the text itself does not make.
import { describe, expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { nameOrNone, topLabel } from '../../../src/model/name.ts';
import type { RegistrationFacts } from '../../../src/model/seen/observation.ts';
import { name as checked } from '../../support/values.ts';
import { LAYOUTS } from './layouts/index.ts';
import { ICANN, octets } from './samples.ts';

const RECORDS = [...LAYOUTS.map(({ text }) => text), ICANN].map((text) => {
  const found = nameOrNone(/seized\.[a-z]+(?:\.(?:[a-z]{2})\b)?/i.exec(text)?.[0] ?? '');
  if (found === undefined) throw new Error('no name in the sample');
  return { name: found, text: `${text}\n\n` };
});

async function factsOf(asked: string, text: string): Promise<RegistrationFacts> {
  const outcome = await judgeReply({ name: checked(asked), host: 'whois.nic.example', octets: octets(text) });
  return outcome.outcome === 'facts' ? outcome.facts : {};
}

function topLevelRecord(tld: string): string {
  return `% IANA WHOIS server
% This query returned 1 object

refer:        whois.nic.${tld}

domain:       ${tld.toUpperCase()}

organisation: Registry of all names
address:      1 Harbour Street

contact:      technical
name:         Somebody
e-mail:       somebody@registry.example

nserver:      A.NIC.EXAMPLE 192.0.2.1 2001:db8:0:0:0:0:0:1
nserver:      B.NIC.EXAMPLE 192.0.2.2
ds-rdata:     52756 8 2 5485ac33dd7c7ed237ea2a4bd269731c816960fe181042024484b5ceca6ecc9f

status:       ACTIVE

created:      1981-08-05
changed:      2025-06-05
source:       IANA

# whois.nic.${tld}

`;
}

const OTHER = `
# whois.registrar.example

Domain Name: SEIZED.EXAMPLE
Registrar: Another Registrar Ltd
Creation Date: 1991-01-01T00:00:00Z
Name Server: NS1.ANOTHER.EXAMPLE
Name Server: NS2.ANOTHER.EXAMPLE
DNSSEC: unsigned
`;

describe('a record', () => {
  it.each(RECORDS)('of $name behind that of its top-level domain is the same record', async ({ name, text }) => {
    expect(await factsOf(name, topLevelRecord(topLabel(name)) + text)).toEqual(await factsOf(name, text));
  });

  it.each(RECORDS)('of $name with an empty line below each line is the same record', async ({ name, text }) => {
    const whole = await factsOf(name, text);
    const doubled = await judgeReply({
      name,
      host: 'whois.nic.example',
      octets: Buffer.from(text.replaceAll('\n', '\r\r\n')),
    });
    expect(doubled).toMatchObject({ outcome: 'facts', facts: whole });
    const apart = await factsOf(name, text.replaceAll('\n', '\n\n'));
    for (const [field, value] of Object.entries(apart)) expect([field, value]).toEqual([field, whole[field as never]]);
  });

  it.each(RECORDS)('of $name whose list is pulled apart states no shorter list', async ({ name, text }) => {
    const whole = await factsOf(name, text);
    const apart = await factsOf(name, text.replace(/^(\s*ns1\.sinkhole\.example.*)$/im, '$1\n'));
    expect([undefined, String(whole.nameServers)]).toContain(
      apart.nameServers === undefined ? undefined : String(apart.nameServers),
    );
  });

  it.each(RECORDS)('of $name with another behind it has no name servers of both', async ({ name, text }) => {
    const both = await factsOf(name, text + OTHER.replace('SEIZED.EXAMPLE', name));
    const servers = both.nameServers ?? [];
    expect(servers.some((one) => one.endsWith('sinkhole.example')) && servers.length > 2).toBe(false);
  });

  it('is not filled up from below its end', async () => {
    const text = `domain: seized.example\nregistered: 2017-05-02\nexpires: 2027-05-02\n>>> Last update <<<\nRegistrar: Another Registrar Ltd\n`;
    expect(await factsOf('seized.example', text)).toEqual({
      created: '2017-05-02T00:00:00Z',
      expires: '2027-05-02T00:00:00Z',
    });
  });

  it('is read below a head that looks like an end', async () => {
    const facts = await factsOf('seized.example', `>>> Whois service ready <<<\n\n${ICANN}`);
    expect(facts).toEqual(await factsOf('seized.example', ICANN));
  });

  it('that says one thing twice and differently, in two layouts, does not state it', async () => {
    const text = `Domain Name: seized.example\nCreation Date: 2017-05-02\nregistered: 2009-01-31\nregistrar: Harbour Names Ltd\nexpires: 2027-05-02\n`;
    expect(await factsOf('seized.example', text)).toEqual({
      expires: '2027-05-02T00:00:00Z',
      registrar: { name: 'Harbour Names Ltd' },
    });
  });
});

describe('no answer', () => {
  it('is the record of the top-level domain alone, whatever head follows it', async () => {
    const outcome = await judgeReply({
      name: checked('seized.example'),
      host: 'whois.nic.example',
      octets: octets(topLevelRecord('example')),
    });
    expect(outcome).toMatchObject({ outcome: 'failure', failure: 'wrong-object' });
  });

  it.each([
    '>>> Query_Limit exceeded. <<<',
    'Server too busy, try again later',
    'We are sorry. Your IP address is restricted to search more.',
  ])('is "no match" beside "%s"', async (refusal) => {
    for (const text of [`No match for seized.example\n${refusal}\n`, `${refusal}\nNo match for seized.example\n`]) {
      const outcome = await judgeReply({
        name: checked('seized.example'),
        host: 'whois.nic.example',
        octets: octets(text),
      });
      expect(outcome.outcome).toBe('failure');
    }
  });
});
