// What stands on the next line, in columns or in words: a value that goes on, labels without colons, days of the week.
import { at, HARBOUR, type LayoutSample, SERVERS } from './sample.ts';

const ICANN_DATES = { created: at('2017-01-03T00:00:00Z'), expires: at('2027-01-03T00:00:00Z') };

export const NEXT_LINE: readonly LayoutSample[] = [
  {
    tld: 'xyz',
    shape: 'ICANN’s labels, and a second server below the first without one: a part of a list',
    text: `Domain Name: SEIZED.XYZ
Registrar: Harbour Names Ltd
Creation Date: 2017-01-03
Expiration Date: 2027-01-03
Name Server: ns1.sinkhole.example
ns2.sinkhole.example
DNSSEC: unsigned
`,
    states: { registrar: HARBOUR, ...ICANN_DATES },
  },
  {
    tld: 'com',
    shape: 'ICANN’s labels, and a second status below the first without one',
    text: `Domain Name: SEIZED.COM
Registrar: Harbour Names Ltd
Creation Date: 2017-01-03
Expiration Date: 2027-01-03
Domain Status: ok
               clientTransferProhibited
Name Server: ns1.sinkhole.example
Name Server: ns2.sinkhole.example
DNSSEC: unsigned
`,
    states: {
      registrar: HARBOUR,
      ...ICANN_DATES,
      nameServers: SERVERS,
      statuses: ['clientTransferProhibited', 'ok'],
    },
  },
  {
    tld: 'sk',
    shape: 'labels of its own in a column, without colons',
    text: `%
% a whois server

Domain-name         seized.sk
Admin-id            PETI-0001
Admin-name          Petitioner Corporation
dns_name            ns1.sinkhole.example
dns_name            ns2.sinkhole.example
Last-update         2019-04-20
Valid-date          2027-05-04
Domain-status       DOM_OK
`,
    states: {
      updated: at('2019-04-20T00:00:00Z'),
      expires: at('2027-05-04T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['DOM_OK'],
    },
  },
  {
    tld: 'uk',
    shape: 'every value on the line below its label, dates with the day of the week',
    text: `
Domain:
\tseized.ac.uk

Registered By:
\tSomebody Else

Servers:
\tns1.sinkhole.example\t192.0.2.1
\tns2.sinkhole.example\t

Registrant Address:
\t1 Quay

Renewal date:
\tMonday 20th Oct 2026

Entry updated:
\tWednesday 20th March 2019

Entry created:
\tFriday 7th November 2017
`,
    states: {
      created: at('2017-11-07T00:00:00Z'),
      updated: at('2019-03-20T00:00:00Z'),
      expires: at('2026-10-20T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'ws',
    shape: 'servers that are the current ones, a day on which the name expires currently',
    text: `  Domain Name: SEIZED.WS

  Registrant Name: Use registrar whois listed below

  Registrar Name: Harbour Names Ltd

  Domain Created: 2017-04-07
  Domain Last Updated: 2019-04-06
  Domain Currently Expires: 2027-04-07

  Current Nameservers:

    ns1.sinkhole.example
    ns2.sinkhole.example


`,
    states: {
      registrar: HARBOUR,
      created: at('2017-04-07T00:00:00Z'),
      updated: at('2019-04-06T00:00:00Z'),
      expires: at('2027-04-07T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'com',
    shape: 'months of one figure, a name in the sentence above',
    text: `Domain seized.com

Date Registered: 2017-7-13
Expiry Date: 2027-7-13

DNS1: ns1.sinkhole.example
DNS2: ns2.sinkhole.example

Registrant
    Petitioner Corporation

Registrar: Harbour Names Ltd
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-07-13T00:00:00Z'),
      expires: at('2027-07-13T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'com',
    shape: 'the hosts that merely begin with the name, above it',
    text: `   Server Name: SEIZED.COM.SOMEBODY.EXAMPLE
   IP Address: 192.0.2.1
   Registrar: Other Names Ltd

   Domain Name: SEIZED.COM
   Registrar: Harbour Names Ltd
   Name Server: NS1.SINKHOLE.EXAMPLE
   Name Server: NS2.SINKHOLE.EXAMPLE
   Status: clientHold
   Creation Date: 03-jan-2017
   Expiration Date: 03-jan-2027
`,
    states: { ...ICANN_DATES, nameServers: SERVERS, statuses: ['clientHold'] },
  },
];
