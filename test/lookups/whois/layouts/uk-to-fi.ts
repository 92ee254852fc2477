// Headings with values below, tables of keys, brackets and blocks: layouts from .uk to .fi.
import { at, HARBOUR, type LayoutSample, SERVERS } from './sample.ts';

export const UK_TO_FI: readonly LayoutSample[] = [
  {
    tld: 'uk',
    shape: 'headings with their values below, further right',
    text: `
    Domain name:
        seized.uk

    Registrar:
        Harbour Names Ltd [Tag = HARBOUR]
        URL: https://harbour.example

    Relevant dates:
        Registered on: 14-Feb-2017
        Expiry date:  14-Feb-2027
        Last updated:  13-Jan-2019

    Registration status:
        Registered until expiry date.

    Name servers:
        ns1.sinkhole.example
        ns2.sinkhole.example      192.0.2.53

    WHOIS lookup made at 12:00:00 18-Mar-2019
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-02-14T00:00:00Z'),
      expires: at('2027-02-14T00:00:00Z'),
      updated: at('2019-01-13T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Registered until expiry date.'],
    },
  },
  {
    tld: 'fr',
    shape: 'objects apart by empty lines; the registrar’s own has a date of its own',
    text: `%% comment
domain:                        seized.fr
status:                        ACTIVE
eppstatus:                     clientTransferProhibited
hold:                          NO
holder-c:                      ANO00-FRNIC
registrar:                     Harbour Names Ltd
Expiry Date:                   2027-05-02T09:00:00Z
created:                       2017-05-02T09:00:00Z
last-update:                   2019-03-02T09:00:00Z
source:                        FRNIC

nserver:                       ns1.sinkhole.example
nserver:                       ns2.sinkhole.example
source:                        FRNIC

registrar:                     Harbour Names Ltd
address:                       1 Harbour Street
registered:                    2002-01-10T00:00:00Z
source:                        FRNIC

nic-hdl:                       ANO00-FRNIC
type:                          PERSON
contact:                       Ano Nymous
registrar:                     Harbour Names Ltd
changed:                       2018-01-01T00:00:00Z anonymous@anonymous
eppstatus:                     associated
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-05-02T09:00:00Z'),
      expires: at('2027-05-02T09:00:00Z'),
      updated: at('2019-03-02T09:00:00Z'),
      nameServers: SERVERS,
      statuses: ['clientTransferProhibited'],
      otherStatuses: ['ACTIVE'],
    },
  },
  {
    tld: 'cz',
    shape: 'FRED: a handle for a registrar, objects with dates of their own, the day first',
    text: `%  comment
domain:       seized.cz
registrant:   SB:PETITIONER
admin-c:      PETITIONER
nsset:        NSS:SINKHOLE:1
registrar:    REG-HARBOUR
registered:   21.07.2017 15:21:00
changed:      26.03.2019 09:38:00
expire:       22.07.2027

contact:      SB:PETITIONER
org:          Petitioner Corporation
name:         Somebody
registrar:    REG-OTHER
created:      02.10.2003 08:00:00
changed:      05.05.2010 08:00:00

nsset:        NSS:SINKHOLE:1
nserver:      ns1.sinkhole.example
nserver:      ns2.sinkhole.example (192.0.2.53)
tech-c:       PETITIONER
registrar:    REG-HARBOUR
created:      04.10.2007 10:00:00
`,
    states: {
      created: at('2017-07-21T15:21:00Z'),
      expires: at('2027-07-22T00:00:00Z'),
      updated: at('2019-03-26T09:38:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'it',
    shape: 'headings without a colon',
    text: `
Domain:             seized.it
Status:             ok
Signed:             no
Created:            2017-12-10 00:00:00
Last Update:        2019-05-07 00:52:41
Expire Date:        2027-04-21

Registrant
  Organization:     Petitioner Corporation
  Created:          2018-03-02 19:04:02

Registrar
  Organization:     Harbour Names Ltd
  Name:             HARBOUR-REG
  Web:              https://harbour.example

Nameservers
  ns1.sinkhole.example
  ns2.sinkhole.example

`,
    states: {
      registrar: HARBOUR,
      created: at('2017-12-10T00:00:00Z'),
      expires: at('2027-04-21T00:00:00Z'),
      updated: at('2019-05-07T00:52:41Z'),
      nameServers: SERVERS,
      statuses: ['ok'],
    },
  },
  {
    tld: 'be',
    shape: 'headings with labels below; a first status that begins with NOT',
    text: `% comment
Domain:	seized.be
Status:	NOT AVAILABLE
Registered:	Tue Dec 12 2017

Registrant:
	Not shown, please visit the registry's web site for more.

Registrar:
	Name:	 Harbour Names Ltd
	Website: https://harbour.example

Nameservers:
	ns1.sinkhole.example
	ns2.sinkhole.example (192.0.2.53)

Keys:

Flags:
	clientTransferProhibited
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-12-12T00:00:00Z'),
      nameServers: SERVERS,
      statuses: ['clientTransferProhibited'],
      otherStatuses: ['NOT AVAILABLE'],
    },
  },
  {
    tld: 'nl',
    shape: 'a registrar with its address below',
    text: `Domain name: seized.nl
Status:      active

Registrar:
   Harbour Names Ltd
   1 Harbour Street
   AMSTERDAM
   Netherlands

Abuse Contact:
   abuse@harbour.example

Creation Date: 2017-05-27

Updated Date: 2019-04-27

DNSSEC:      no

Domain nameservers:
   ns1.sinkhole.example
   ns2.sinkhole.example

Record maintained by: SIDN BV
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-05-27T00:00:00Z'),
      updated: at('2019-04-27T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['active'],
    },
  },
  {
    tld: 'jp',
    shape: 'labels in brackets',
    text: `[ JPRS database provides information on network administration. ]
Domain Information:
[Domain Name]                   SEIZED.JP

[Registrant]                    Petitioner Corporation

[Name Server]                   ns1.sinkhole.example
[Name Server]                   ns2.sinkhole.example
[Signing Key]                   

[Created on]                    2017/05/30
[Expires on]                    2027/05/31
[Status]                        Active
[Last Updated]                  2019/06/01 01:05:04 (JST)
`,
    states: {
      created: at('2017-05-30T00:00:00Z'),
      expires: at('2027-05-31T00:00:00Z'),
      updated: at('2019-05-31T16:05:04Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active'],
    },
  },
  {
    tld: 'kr',
    shape: 'blanks before the colons and in the dates',
    text: `query : seized.kr

# ENGLISH

Domain Name                 : seized.kr
Registrant                  : Petitioner Corporation
Registered Date             : 2017. 03. 02.
Last Updated Date           : 2019. 01. 05.
Expiration Date             : 2027. 03. 02.
Publishes                   : N
Authorized Agency           : Harbour Names Ltd(http://harbour.example)
DNSSEC                      : unsigned

Primary Name Server
   Host Name                : ns1.sinkhole.example

Secondary Name Server
   Host Name                : ns2.sinkhole.example

- WHOIS Service -
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-03-02T00:00:00Z'),
      expires: at('2027-03-02T00:00:00Z'),
      updated: at('2019-01-05T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'pl',
    shape: 'servers that go on below the first',
    text: `
DOMAIN NAME:           seized.pl
registrant type:       organization
nameservers:           ns1.sinkhole.example. [192.0.2.53]
                       ns2.sinkhole.example.
created:               2017.09.19 13:00:00
last modified:         2019.08.18 09:16:25
renewal date:          2027.09.18 14:00:00

no option

dnssec:                Unsigned

REGISTRAR:
Harbour Names Ltd
1 Harbour Street
kontakt@harbour.example

WHOIS database responses:
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-09-19T13:00:00Z'),
      expires: at('2027-09-18T14:00:00Z'),
      updated: at('2019-08-18T09:16:25Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'ru',
    shape: 'state for the status, several in one line',
    text: `% comment
domain:        SEIZED.RU
nserver:       ns1.sinkhole.example.
nserver:       ns2.sinkhole.example.
state:         REGISTERED, DELEGATED, VERIFIED
org:           Petitioner Corporation
registrar:     Harbour Names Ltd
admin-contact: https://harbour.example
created:       2017-03-03T21:00:00Z
paid-till:     2027-03-04T21:00:00Z
free-date:     2027-04-05
source:        TCI

Last updated on 2019-03-18T14:00:00Z
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-03-03T21:00:00Z'),
      expires: at('2027-03-04T21:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['DELEGATED', 'REGISTERED', 'VERIFIED'],
    },
  },
  {
    tld: 'br',
    shape: 'dates in one piece, a serial behind',
    text: `% comment
domain:      seized.br
owner:       Petitioner Corporation
owner-c:     PETIT
nserver:     ns1.sinkhole.example
nsstat:      20190318 AA
nslastaa:    20190318
nserver:     ns2.sinkhole.example
nsstat:      20190318 AA
nslastaa:    20190318
created:     20170518 #162310
changed:     20190417
expires:     20270518
status:      published

nic-hdl-br:  PETIT
person:      Somebody
created:     20021010
changed:     20180912
`,
    states: {
      created: at('2017-05-18T00:00:00Z'),
      expires: at('2027-05-18T00:00:00Z'),
      updated: at('2019-04-17T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['published'],
    },
  },
  {
    tld: 'at',
    shape: 'a web address behind the registrar; contacts with dates of their own',
    text: `% comment
domain:         seized.at
registrar:      Harbour Names Ltd ( https://nic.example/registrar/1 )
registrant:     PC1-NICAT
tech-c:         PC1-NICAT
nserver:        ns1.sinkhole.example
nserver:        ns2.sinkhole.example
changed:        20190426 17:57:27
source:         AT-DOM

personname:     Somebody
organization:   Petitioner Corporation
nic-hdl:        PC1-NICAT
changed:        20110111 00:08:30
source:         AT-DOM
`,
    states: { registrar: HARBOUR, updated: at('2019-04-26T17:57:27Z'), nameServers: SERVERS },
  },
  {
    tld: 'fi',
    shape: 'dots that fill the labels',
    text: `
domain.............: seized.fi
status.............: Registered
created............: 30.6.2017 00:00:00
expires............: 4.7.2027 10:15:55
modified...........: 4.6.2019 10:15:55
RegistryLock.......: no

Nameservers

nserver............: ns1.sinkhole.example [Technical Error]
nserver............: ns2.sinkhole.example [OK]

DNSSEC

dnssec.............: unsigned delegation

Holder

name...............: Petitioner Corporation

Registrar

registrar..........: Harbour Names Ltd
www................: harbour.example
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-06-30T00:00:00Z'),
      expires: at('2027-07-04T10:15:55Z'),
      updated: at('2019-06-04T10:15:55Z'),
      nameServers: SERVERS,
      otherStatuses: ['Registered'],
    },
  },
];
