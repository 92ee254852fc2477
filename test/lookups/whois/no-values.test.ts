// What stands where a value should and is none, and what hangs on to one.
import { expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';

function judge(asked: string, text: string) {
  return judgeReply({ name: name(asked), host: 'whois.nic.example', octets: Buffer.from(text) });
}

const RECORD = `Domain Name: seized.example
Creation Date: 2013-01-02T23:46:37Z
Registry Expiry Date: 2027-01-02T23:46:37Z
`;

it.each([
  ['Harbour Names Ltd R36-ASIA (1052)'],
  ['Harbour Names Ltd (R91-LROR)'],
  ['Harbour Names Ltd [HBR-REG-DETI]'],
  ['Harbour Names Ltd (IANA ID: 828)'],
])('the registrar’s number in somebody’s books is no part of its name: %s', async (text) => {
  expect(await judge('seized.example', `${RECORD}Registrar: ${text}\n`)).toMatchObject({
    facts: { registrar: { name: 'Harbour Names Ltd' } },
  });
});

it.each([['Harbour Names Ltd (Harbour)'], ['Harbour R2-D2 Ltd']])(
  'its own brackets and dashes are: %s',
  async (text) => {
    expect(await judge('seized.example', `${RECORD}Registrar: ${text}\n`)).toMatchObject({
      facts: { registrar: { name: text } },
    });
  },
);

it('the day zero of a clock is no date', async () => {
  const outcome = await judge('seized.example', `${RECORD}Updated Date: 1970-01-01T00:00:00.0Z\n`);
  expect(outcome).toMatchObject({ outcome: 'facts' });
  expect(outcome).not.toHaveProperty('facts.updated');
});

it('a reference to the registrar’s server is no registrant', async () => {
  const text = `${RECORD}Registrant Name: Use registrar whois listed below\nDNSSEC: unsigned\n`;
  expect(await judge('seized.example', text)).toMatchObject({ facts: { registrant: { shown: 'redacted' } } });
});

it('a sentence is neither an address nor a number of the abuse desk', async () => {
  const text = `${RECORD}Registrar Abuse Contact Email: abuse[at]registrar.example
Registrar Abuse Contact Phone: - (Please send an email)
DNSSEC: unsigned
`;
  expect(await judge('seized.example', text)).not.toHaveProperty('facts.abuse');
});

it('a list of servers with dates of its own does not make the name’s own doubtful', async () => {
  const text = `domain:\t\tseized.ar
registrar:\tnicar
registered:\t2019-11-01 12:21:37.677445
changed:\t2019-11-01 12:28:38.182736
expire:\t\t2020-11-01 00:00:00

nserver:\tns1.sinkhole.example ()
nserver:\tns2.sinkhole.example ()
registrar:\tnicar
created:\t2019-11-05 12:28:37.824369
`;
  expect(await judge('seized.ar', text)).toMatchObject({ facts: { created: '2019-11-01T12:21:37Z' } });
});

it('a slash stands between day and hour', async () => {
  const text =
    'Domain Name: seized.example\nCreation date : 2001-05-02/22:28:22\nDomain Registrar : Harbour Names Ltd\nDNSSEC: no\n';
  expect(await judge('seized.example', text)).toMatchObject({ facts: { created: '2001-05-02T22:28:22Z' } });
});

it('in .de the status alone says that the name is registered, and another word does not', async () => {
  expect(await judge('seized.de', 'Domain: seized.de\nStatus: connect\n')).toMatchObject({ outcome: 'facts' });
  expect(await judge('seized.de', 'Domain: seized.de\nStatus: invalid\n')).toMatchObject({ outcome: 'failure' });
  expect(await judge('seized.de', 'Domain: seized.de\nStatus: free\n')).toMatchObject({ outcome: 'no-such-object' });
});

it('a registry that sends questions of a label elsewhere says nothing of names below it', async () => {
  const text = `Este servidor contiene informacion autoritativa exclusivamente de dominios bajo .UY, EDU.UY y MIL.UY

Por informacion sobre dominios bajo COM.UY dirigirse a https://registry.example/

No match for "NAME".
`;
  const ask = (asked: string) => judge(asked, text.replace('NAME', asked));
  expect(await ask('seized.com.uy')).toMatchObject({ outcome: 'failure', failure: 'wrong-object' });
  expect(await ask('seized.uy')).toMatchObject({ outcome: 'no-such-object' });
});
