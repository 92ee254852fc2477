// Replies that stop before their end, or that a relay has broken apart: what stands above the break may not mean more there.
import { expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';

function judge(asked: string, text: string) {
  return judgeReply({ name: name(asked), host: 'whois.nic.example', octets: Buffer.from(text) });
}

const KEPT_BACK = {
  dk: `Domain:               seized.dk
DNS:                  seized.dk
Registered:           2013-10-24
Expires:              2014-10-31
VID:                  no
`,
  uk: `
    Domain name:
        seized.co.uk

    Registrar:
        No registrar listed.  This domain is directly registered with the registry.

    Relevant dates:
        Registered on: before Aug-1996
        Last updated:  23-Dec-2011
`,
} as const;

it.each([
  ['seized.dk', KEPT_BACK.dk],
  ['seized.co.uk', KEPT_BACK.uk],
])('%s: a record that ends above its status may be one that says "reserved"', async (asked, text) => {
  expect(await judge(asked, text)).toMatchObject({ outcome: 'failure', failure: 'incomplete' });
  expect(
    await judge(asked, `${text}\nStatus: Reserved\n\nNameservers\nHostname: ns1.sinkhole.example\n`),
  ).toMatchObject({
    outcome: 'failure',
  });
});

it('a record of the academic registry below .uk has no status', async () => {
  const text = `
Domain:
\tseized.ac.uk

Registered By:
\tHarbour Names Ltd

Entry created:
\tFriday 7th November 2003

Entry updated:
\tWednesday 20th March 2013
`;
  expect(await judge('seized.ac.uk', text)).toMatchObject({
    outcome: 'facts',
    facts: { created: '2003-11-07T00:00:00Z' },
  });
});

const DASHES = `Domain Name............: seized.kz

Nameserver in listed order

Primary server.........: ns1.sinkhole.example
Secondary server.......: ns2.sinkhole.example


Domain created: 2010-10-04 17:24:09.0
Domain status : clientDeleteProhibited -
                clientTransferProhibited -
Registar created: HARBOUR
`;

it('of statuses with a dash behind each, none is stated where the list may go on', async () => {
  expect(await judge('seized.kz', DASHES)).toMatchObject({
    facts: { statuses: ['clientDeleteProhibited', 'clientTransferProhibited'] },
  });
  const lines = DASHES.split('\n');
  for (const text of [
    lines.slice(0, -3).join('\n'),
    lines.slice(0, -2).join('\n'),
    lines.map((l) => l.trim()).join('\n'),
  ]) {
    const outcome = await judge('seized.kz', `${text}\n`);
    expect(outcome).toMatchObject({ outcome: 'facts' });
    expect(outcome).not.toHaveProperty('facts.statuses');
  }
});

it('numbers of servers between servers do not end their list', async () => {
  const text = `Domain Name: SEIZED.NAME
Sponsoring Registrar: Harbour Names Ltd
Domain Status: clientTransferProhibited
Name Server: NS1.SINKHOLE.EXAMPLE
Name Server ID: 1922491_HOST_NAME-VRSN
`;
  expect(await judge('seized.name', text)).not.toHaveProperty('facts.nameServers');
  expect(await judge('seized.name', `${text}Created On: 2006-04-19T12:22:08Z\n`)).toMatchObject({
    facts: { nameServers: ['ns1.sinkhole.example'] },
  });
});

it('a registrar in a line that was broken in two is not named by its first half', async () => {
  const text = `Domain Name: SEIZED.EXAMPLE
Sponsoring Registrar: The Naming Authority of a Harbour Town (NAH
T)
Creation Date: 2004-07-28T22:00:00Z
Name Server: ns1.sinkhole.example
DNSSEC: unsigned
`;
  expect(await judge('seized.example', text)).not.toHaveProperty('facts.registrar');
});

it('a second record without the name in front of it contradicts the first', async () => {
  const text = `domain..............: seized.example
created.............: 2016-09-08
expires.............: 2021-09-08
registrar...........: Harbour Names Ltd
nserver.............: ns1.sinkhole.example

Registrar: Custodian Registrar, Inc.
Creation Date: 2001-01-01T00:00:00Z
Registry Expiry Date: 2031-01-01T00:00:00Z
Name Server: ns1.sinkhole.example
DNSSEC: unsigned
`;
  const outcome = await judge('seized.example', text);
  for (const field of ['registrar', 'created', 'expires']) expect(outcome).not.toHaveProperty(`facts.${field}`);
});

it('a record without a name below the answer that there is none is nobody’s', async () => {
  const record =
    'Registrar: Harbour Names Ltd\nCreation Date: 2001-01-01T00:00:00Z\nName Server: ns1.sinkhole.example\nDNSSEC: unsigned\n';
  const outcome = await judge('seized.example', `No match for "SEIZED.EXAMPLE".\n\n${record}`);
  expect(outcome).toMatchObject({ outcome: 'failure', failure: 'contradictory' });
});

it('the end mark counts where a relay has moved every line to the right', async () => {
  const text = `   Domain Name: seized.example
   Registrar: Harbour Names Ltd
   Creation Date: 2006-08-22T15:43:04Z
   Domain Status: clientHold
   >>> Last update of WHOIS database: 2019-03-18T14:00:00Z <<<

   Registrar: Custodian Registrar, Inc.
`;
  expect(await judge('seized.example', text)).toMatchObject({
    facts: { statuses: ['clientHold'], registrar: { name: 'Harbour Names Ltd' } },
  });
});
