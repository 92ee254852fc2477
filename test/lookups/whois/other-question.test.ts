import { expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';
import { octets } from './samples.ts';

function judge(text: string, asked = 'seized.example') {
  return judgeReply({ name: name(asked), host: 'whois.nic.example', octets: octets(text) });
}

it.each([
  ['a word that can be no name', 'No match for "?--.EXAMPLE".\n'],
  [
    'a word that can be no name, said back',
    "% Information related to '?|%--.example'\n\n%ERROR:101: no entries found\n",
  ],
  ['another name, said back', "% Information related to 'other.example'\n\n%ERROR:101: no entries found\n"],
  [
    'another name, that is dear',
    'This premium domain is available for purchase.\n\nThe domain other.example is premium\n',
  ],
  ['another name in letters of its own', 'Internationalized Domain Name: other.example\nNo matching record.\n'],
  ['the name without its last label', 'No Match for domain: seized.example.com\n'],
  ['another name, by itself above it', 'other.example\nDomain Status: No Object Found\n'],
])('"not found" of %s is not said of the name that was asked about', async (_, text) => {
  expect(await judge(text)).toMatchObject({ outcome: 'failure', failure: 'wrong-object' });
});

it.each([
  ['the label alone', 'Not Registered - The domain you have requested is not a registered .example domain name.\n'],
  ['the name, said back', "% Information related to 'seized.example'\n\n%ERROR:101: no entries found\n"],
  ['the name in capitals', 'No match for "SEIZED.EXAMPLE".\n'],
  ['an address of a site below the label', 'No match. See https://www.nic.example/help.example\n'],
])('"not found" beside %s is said of it', async (_, text) => {
  expect(await judge(text)).toMatchObject({ outcome: 'no-such-object' });
});

const ELSEWHERE =
  'No match for domain "SEIZED.EXAMPLE".\n\nThe Registry database contains ONLY .COM, .NET, .EDU domains and\nRegistrars.\n';

it('a registry of other labels says nothing of the name by not having it', async () => {
  expect(await judge(ELSEWHERE)).toMatchObject({ outcome: 'failure', failure: 'wrong-object' });
  expect(await judge(ELSEWHERE.replace('.COM', '.COM, .EXAMPLE'))).toMatchObject({ outcome: 'no-such-object' });
  const wrapped = 'No match.\nThe Registry contains ONLY .com.example,\n .net.example and .example domains.\n';
  expect(await judge(wrapped)).toMatchObject({ outcome: 'no-such-object' });
  expect(await judge(wrapped, 'seized.test')).toMatchObject({ outcome: 'failure' });
});

it('what a client writes in front of a server’s answer is no heading of it', async () => {
  const record =
    'domain: seized.example\nregistrar-name: Harbour Names Ltd\nnserver: ns1.sinkhole.example [192.0.2.1]\nnserver: ns2.sinkhole.example [192.0.2.2]\nsource: NIC\n';
  const heads = '[Querying whois.nic.example]\n[whois.nic.example]\n';
  const bare = await judge(record);
  expect(bare).toMatchObject({ outcome: 'facts', facts: { registrar: { name: 'Harbour Names Ltd' } } });
  expect(await judge(heads + record)).toEqual(bare);
});

it('two statuses of EPP between which a slash stands are two', async () => {
  const of = (status: string) =>
    judge(`Domain: seized.example\nStatus: ${status}\nCreated: 2019-01-02\nExpire Date: 2027-01-02\nDNSSEC: no\n`);
  expect(await of('pendingDelete / redemptionPeriod')).toMatchObject({
    facts: { statuses: ['pendingDelete', 'redemptionPeriod'] },
  });
  expect(await of('ok / noRegistrar')).toMatchObject({ facts: { otherStatuses: ['ok / noRegistrar'] } });
});

it('the one registrar that comes along is the registration’s, where that names none and others’ dates are their own', async () => {
  const object = (kind: string, handle: string) =>
    `\n${kind}: ${handle}\nName: Harbour Names Ltd\nAuthorised Registrar: HARB-0001\nCreated: 2021-06-28\nUpdated: 2023-09-15\n`;
  const text = `Domain: seized.sk\nCreated: 2004-05-21\nValid Until: 2027-04-24\nUpdated: 2024-03-21\n${object('Domain registrant', 'PETI-0001')}`;
  const facts = {
    created: '2004-05-21T00:00:00Z',
    updated: '2024-03-21T00:00:00Z',
    registrar: { name: 'Harbour Names Ltd' },
  };
  const one = `${text}${object('Registrar', 'HARB-0001')}`;
  expect(await judge(one, 'seized.sk')).toMatchObject({ outcome: 'facts', facts });
  const two = await judge(`${one}${object('Registrar', 'OTHE-0001')}`, 'seized.sk');
  expect(two).toMatchObject({ outcome: 'facts' });
  expect(two).not.toMatchObject({ facts: { registrar: {} } });
});

it('a record with all else in ICANN’s labels is read for the label that a registry of its own has', async () => {
  const text =
    'Domain Name: seized.example\nRegistrar: Harbour Names Ltd\nName Server: ns1.sinkhole.example\nUpdate Date: 2022-06-07\nCreation Date: 2013-07-04\nExpiration Date: 2027-07-04\n';
  expect(await judge(text)).toMatchObject({ facts: { updated: '2022-06-07T00:00:00Z' } });
});
