// What stands beside something that looks like it: a reseller beside the registrar, servers beside servers, a contact's status
// beside the registration's.
import { at, HARBOUR, type LayoutSample, SERVERS } from './sample.ts';

export const SIDE_BY_SIDE: readonly LayoutSample[] = [
  {
    tld: 'com',
    shape: 'a registrar of record, and above it whoever serves the customer',
    text: `Registrant:
 Petitioner Corporation
 1 Quay

 Domain name: SEIZED.COM

 Registration Service Provider:
    Reseller One, help@reseller.example
    555 0100

 Registrar of Record: Harbour Names Ltd
 Record last updated on 15-Jul-2019.
 Record expires on 01-Oct-2027.
 Record created on 01-Oct-2017.

 Domain servers in listed order:
    NS1.SINKHOLE.EXAMPLE
    NS2.SINKHOLE.EXAMPLE


NOTE: this is a list of contacts only.
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-10-01T00:00:00Z'),
      updated: at('2019-07-15T00:00:00Z'),
      expires: at('2027-10-01T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'sg',
    shape: 'all servers on one line',
    text: `Registrar:   Harbour Names Ltd
Registrant:  PETITIONER CORPORATION

    Domain Name:\t\tSEIZED.SG
    Creation Date:\t\t03-Jan-2017 12:00:00
    Expiration Date:\t\t03-Jan-2027 00:00:00
    Domain Status:\t\tCLIENT UPDATE PROHIBITED

    Technical Contact:

        Name:           Somebody Else (SGNIC-1)
        EMAIL:\t\t\t\tsomebody@petitioner.example

    Name Servers:
        NS1.SINKHOLE.EXAMPLE          NS2.SINKHOLE.EXAMPLE

Note: terms of use.
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-01-03T12:00:00Z'),
      expires: at('2027-01-03T00:00:00Z'),
      nameServers: SERVERS,
      statuses: ['clientUpdateProhibited'],
    },
  },
  {
    tld: 'xyz',
    shape: 'a second host on one of several lines: nobody can say what it is',
    text: `Domain Name: SEIZED.XYZ
Registrar: Harbour Names Ltd
Name Server: ns1.sinkhole.example ns1.hidden.example
Name Server: ns2.sinkhole.example
Creation Date: 2017-01-03
DNSSEC: unsigned
`,
    states: { registrar: HARBOUR, created: at('2017-01-03T00:00:00Z') },
  },
  {
    tld: 'uz',
    shape: 'two words where an address would stand, which look like a host',
    text: `   Domain Name: SEIZED.UZ
   Registrar: Harbour Names Ltd
   Name Server: ns1.sinkhole.example. not.defined.
   Name Server: ns2.sinkhole.example. not.defined.
   Status: ACTIVE
   Creation Date: 13-Apr-2017
   Expiration Date: 01-may-2027
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-04-13T00:00:00Z'),
      expires: at('2027-05-01T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['ACTIVE'],
    },
  },
  {
    tld: 'ua',
    shape: 'contacts with statuses of their own, a registration with none of EPP’s',
    text: `domain:           seized.ua
registrant:       con-1
mnt-by:           ua.harbour
nserver:          ns1.sinkhole.example
nserver:          ns2.sinkhole.example
status:           FROZEN-OK-UNTIL 20270906000000
created:          2017-06-19 10:13:30+03
source:           UAEPP

% Registrant:
contact-id:       con-1
person:           not published
status:           ok
status:           linked
created:          2012-04-02 20:59:40+03
source:           UAEPP
`,
    states: {
      created: at('2017-06-19T07:13:30Z'),
      nameServers: SERVERS,
      otherStatuses: ['FROZEN-OK-UNTIL 20270906000000'],
    },
  },
  {
    tld: 'ua',
    shape: 'contacts with statuses of their own, a registration with one of EPP’s',
    text: `domain:           seized.ua
mnt-by:           ua.harbour
nserver:          ns1.sinkhole.example
nserver:          ns2.sinkhole.example
status:           serverHold
created:          2017-06-19 10:13:30+03
source:           UAEPP

% Registrant:
person:           not published
status:           ok
status:           linked
created:          2012-04-02 20:59:40+03
source:           UAEPP
`,
    states: { created: at('2017-06-19T07:13:30Z'), nameServers: SERVERS, statuses: ['serverHold'] },
  },
  {
    tld: 'ps',
    shape: 'a status with a dash in it, of a name that is only in the query',
    text: `Domain Information
Query: seized.ps
Status: Active - Pending Transfer
Created: 10 Mar 2017
Expires: 10 Mar 2027
Name Servers:
    ns1.sinkhole.example
    ns2.sinkhole.example

Registrar Information
Registrar Name: Harbour Names Ltd
Address: 1 Quay

Registrant:
Name: Petitioner Corporation
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-03-10T00:00:00Z'),
      expires: at('2027-03-10T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active - Pending Transfer'],
    },
  },
  {
    tld: 'net',
    shape: 'the day of registration, and the day on which it came to this registrar',
    text: `domain: seized.net
reg_created: 2009-05-21 10:09:21
expires: 2027-05-21 14:09:56
created: 2017-02-23 12:12:59
changed: 2019-06-17 11:07:35
ns0: ns1.sinkhole.example 192.0.2.1
ns1: ns2.sinkhole.example 192.0.2.2
owner-c:
  nic-hdl: PC1-HARBOUR
  organisation: Petitioner Corporation
  lastupdated: 2018-08-13 10:23:30
`,
    states: {
      created: at('2009-05-21T10:09:21Z'),
      updated: at('2019-06-17T11:07:35Z'),
      expires: at('2027-05-21T14:09:56Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'nu',
    shape: 'sentences, and a name in its letters of ASCII',
    text: `Domain Name (ASCII): seized.nu

Technical Contact:
    Somebody Else  somebody@petitioner.example

Record last updated on 2019-Jul-23.
Record created on 2017-Jun-7.
Record status: Active
Registrar of record: Harbour Names Ltd

Domain servers in listed order:
    ns1.sinkhole.example
    ns2.sinkhole.example

Copyright by the registry
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-06-07T00:00:00Z'),
      updated: at('2019-07-23T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active'],
    },
  },
  {
    tld: 'za',
    shape: 'a registrar with its tag in wide brackets',
    text: `    Domain Name:
        seized.co.za

    Registrar:
        Harbour Names Ltd [ ID = harbour ]

    Relevant Dates:
        Registration Date: 2017-01-28
        Renewal Date:      2027-01-28

    Name Servers:
        ns1.sinkhole.example
        ns2.sinkhole.example

    WHOIS lookup made at 2019-03-28 18:04 UTC
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-01-28T00:00:00Z'),
      expires: at('2027-01-28T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'sa',
    shape: 'the day of registration beside that of the request',
    text: `domain:\t\tseized.sa
organization:\tPetitioner Corporation
nserver:\tns1.sinkhole.example
nserver:\tns2.sinkhole.example
req-date:\t2016-06-20
reg-date:\t2017-09-11
source:\t\tA registry
`,
    states: { created: at('2017-09-11T00:00:00Z'), nameServers: SERVERS },
  },
];
