// Where a server has a handle, an address or an empty place behind it, where the holder or the state is all that is said, and
// where a number stands for the registrar.
import { at, HARBOUR, type LayoutSample, SERVERS } from './sample.ts';

export const DK_TO_ASIA: readonly LayoutSample[] = [
  {
    tld: 'coop',
    shape: 'a number in front of each server, small print below',
    text: `Domain Name:             seized.coop
Expiry Date:             30 Jan 2027 00:00:00 UTC
Sponsoring registrar:    Harbour Names Ltd
Created:                 09 Oct 2017 04:36:36 UTC

Contact Type:            registrant
Name:                    Somebody

Host ID:                 22941H-COOP
Host Name:               ns1.sinkhole.example

Host ID:                 22942H-COOP
Host Name:               ns2.sinkhole.example

Names of cooperatives only.
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-10-09T04:36:36Z'),
      expires: at('2027-01-30T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'ac.uk',
    shape: 'a line below each heading, days of the week in full, a server twice with two addresses',
    text: `Domain:
\tseized.ac.uk

Domain Owner:
\tPetitioner Corporation

Servers:
\tns1.sinkhole.example\t192.0.2.10
\tns1.sinkhole.example\t2001:db8::10
\tns2.sinkhole.example\t

Renewal date:
\tSaturday 13th Aug 2027

Entry updated:
\tMonday 14th September 2015

Entry created:
\tWednesday 17th September 2003

`,
    states: {
      created: at('2003-09-17T00:00:00Z'),
      updated: at('2015-09-14T00:00:00Z'),
      expires: at('2027-08-13T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'dk',
    shape: 'a handle behind each server',
    text: `# Hello 192.0.2.1. Your session has been logged.

Domain:               seized.dk
DNS:                  seized.dk
Registered:           2017-08-16
Expires:              2027-08-31
Status:               Deactivated

Registrant
Handle:               PC1-DK
Name:                 Petitioner Corporation

Nameservers
Hostname:             ns1.sinkhole.example
Handle:               SINK1-DK
Hostname:             ns2.sinkhole.example
Handle:               SINK1-DK

`,
    states: {
      created: at('2017-08-16T00:00:00Z'),
      expires: at('2027-08-31T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Deactivated'],
    },
  },
  {
    tld: 'at',
    shape: 'an address as a remark behind each server',
    text: `% Restricted rights.

domain:         seized.at
registrant:     PC1-NICAT
nserver:        ns1.sinkhole.example
remarks:        192.0.2.10
nserver:        ns2.sinkhole.example
remarks:        2001:db8::10
changed:        20190426 17:57:27
source:         AT-DOM

personname:     Somebody
organization:   Petitioner Corporation
nic-hdl:        PC1-NICAT
changed:        20110111 00:07:31
source:         AT-DOM
`,
    states: { updated: at('2019-04-26T17:57:27Z'), nameServers: SERVERS },
  },
  {
    tld: 'co.jp',
    shape: 'a state instead of a status, a zone in brackets, no other date',
    text: `[ JPRS database provides information on network administration. ]

Domain Information:
a. [Domain Name]                SEIZED.CO.JP
g. [Organization]               Petitioner Corporation
p. [Name Server]                ns1.sinkhole.example
p. [Name Server]                ns2.sinkhole.example
s. [Signing Key]
[State]                         Connected (2030/09/30)
[Registered Date]
[Last Update]                   2019/04/01 01:35:47 (JST)
`,
    states: { updated: at('2019-03-31T16:35:47Z'), nameServers: SERVERS, otherStatuses: ['Connected'] },
  },
  {
    tld: 'ie',
    shape: 'dates behind one word each, months in full',
    text: `domain:       seized.ie
descr:        Petitioner Corporation
admin-c:      PC1-IEDR
registration: 21-April-2017
renewal:      21-April-2027
status:       Active - LOCKED
nserver:      ns1.sinkhole.example
nserver:      ns2.sinkhole.example
source:       IEDR
`,
    states: {
      created: at('2017-04-21T00:00:00Z'),
      expires: at('2027-04-21T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active - LOCKED'],
    },
  },
  {
    tld: 'hu',
    shape: 'a number for the registrar',
    text: `% Whois server 1.99

domain:         seized.hu
org:            org_name_eng: Petitioner Corporation
nameserver:     ns1.sinkhole.example
nameserver:     ns2.sinkhole.example
registered:     2017.03.25 23:20:39
changed:        2019.08.25 10:11:32
registrar:      1234567890

org:            org_name_eng: Harbour Names Ltd
hun-id:         1234567890
`,
    states: {
      created: at('2017-03-25T23:20:39Z'),
      updated: at('2019-08-25T10:11:32Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'ch',
    shape: 'who holds it, and its servers',
    text: `Domain name:
seized.ch

Holder of domain name:
Petitioner Corporation
CH-8000 Somewhere

DNSSEC:N

Name servers:
ns1.sinkhole.example\t[192.0.2.10]
ns2.sinkhole.example\t[2001:db8::10]

`,
    states: { nameServers: SERVERS },
  },
  {
    tld: 'ai',
    shape: 'a heading without a colon, a label a server, empty ones between',
    text: `DOMAIN INFORMATION

 Complete Domain Name........: seized.ai
Organization Using Domain Name
 Organization Name..........: Petitioner Corporation
Technical Contact
 Organization Name..........: Somebody Else
Nameservers
 Primary Server Hostname....: ns1.sinkhole.example
 Primary Server Netaddress..:
 Secondary Server Hostname..: ns2.sinkhole.example
 Secondary Server Netaddress:
 Third Server Hostname......: ns3.sinkhole.example

Last paid by: somebody@petitioner.example
`,
    states: { nameServers: [...SERVERS, 'ns3.sinkhole.example'] as never },
  },
  {
    tld: 'asia',
    shape: 'thirteen places for servers',
    text: `Domain Name:SEIZED.ASIA
Domain Create Date:15-Jan-2017 11:28:02 UTC
Domain Expiration Date:15-Jan-2027 11:28:02 UTC
Domain Last Updated Date:16-Mar-2019 04:30:25 UTC
Sponsoring Registrar:Harbour Names Ltd
Domain Status:OK
Nameservers:NS1.SINKHOLE.EXAMPLE
Nameservers:NS2.SINKHOLE.EXAMPLE
Nameservers:
Nameservers:
Nameservers:
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-01-15T11:28:02Z'),
      expires: at('2027-01-15T11:28:02Z'),
      updated: at('2019-03-16T04:30:25Z'),
      nameServers: SERVERS,
      statuses: ['ok'],
    },
  },
  {
    tld: 'com',
    shape: 'dots up to a value that holds a time',
    text: `Domain Name ..................... seized.com
Sponsoring Registrar ............ Harbour Names Ltd
Name Server ..................... ns1.sinkhole.example
                                  ns2.sinkhole.example
Registrant ID ................... pc1
Domain Create Date .............. 2017-04-23 12:00:00
Expiration Date ................. 2027-04-24 12:00:00

For more go to the registrar
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-04-23T12:00:00Z'),
      expires: at('2027-04-24T12:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'ee',
    shape: 'the name under a heading; keys and contacts with dates of their own',
    text: `Estonia .ee Top Level Domain WHOIS server

Domain:
name:       seized.ee
status:     expired
registered: 2017-07-04 07:52:56 +03:00
changed:    2018-11-29 13:32:16 +02:00
expire:     2027-11-29

Administrative contact
name:       Somebody
changed:    2019-10-30 08:31:21 +02:00

Registrar:
name:       Harbour Names Ltd
changed:    2019-11-30 23:29:03 +02:00

Name servers:
nserver:   ns1.sinkhole.example
nserver:   ns2.sinkhole.example
changed:   2019-02-27 16:35:00 +02:00

DNSSEC:
dnskey:   257 3 8 AwEAAQ==
changed:  2019-12-01 00:05:06 +02:00

More information at http://registry.example
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-07-04T04:52:56Z'),
      updated: at('2018-11-29T11:32:16Z'),
      expires: at('2027-11-29T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['expired'],
    },
  },
];
