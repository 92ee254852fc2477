// Records in layouts of countries' registries, written for these tests after the shapes that the registries use; names and
// servers are reserved ones. `states` is all that the reader may find: what is not in it must stay unstated.
import type { RegistrationFacts } from '../../../src/model/observation.ts';

type Stated = Pick<
  RegistrationFacts,
  'registrar' | 'created' | 'expires' | 'nameServers' | 'updated' | 'statuses' | 'otherStatuses'
>;

export interface LayoutSample {
  readonly tld: string;
  readonly shape: string;
  readonly text: string;
  readonly states: Stated;
}

const SERVERS = ['ns1.sinkhole.example', 'ns2.sinkhole.example'] as never;
const HARBOUR = { name: 'Harbour Names Ltd' };

function at(text: string): never {
  return text as never;
}

/** More of them are in layouts-more.ts. */
export const LAYOUTS: readonly LayoutSample[] = [
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
  {
    tld: 'lv',
    shape: 'headings in brackets',
    text: `[Domain]
Domain: seized.lv
Status: active

[Holder]
Type: Legal person
Name: Petitioner Corporation

[Registrar]
Type: Legal person
Name: Harbour Names Ltd
Country: LV

[Nservers]
Nserver: ns1.sinkhole.example
Nserver: ns2.sinkhole.example

[Whois]
Updated: 2019-03-18T14:00:00.000000+00:00
`,
    states: { registrar: HARBOUR, nameServers: SERVERS, otherStatuses: ['active'] },
  },
  {
    tld: 'ee',
    shape: 'labels at the same depth as their heading',
    text: `Estonia .ee Top Level Domain WHOIS server

Domain:
name:       seized.ee
status:     ok (paid and in zone)
registered: 2017-07-04 05:38:18 +03:00
changed:    2019-06-04 05:38:18 +03:00
expire:     2027-09-17
outzone:
delete:

Registrant:
name:       Private Person
changed:    Not Disclosed - Visit the registry's web site

Administrative contact:
name:       Not Disclosed
changed:    2012-01-01 00:00:00 +03:00

Registrar:
name:       Harbour Names Ltd
url:        http://harbour.example
changed:    2010-01-01 00:00:00 +03:00

Name servers:
nserver:   ns1.sinkhole.example
nserver:   ns2.sinkhole.example
changed:   2011-01-01 00:00:00 +03:00
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-07-04T02:38:18Z'),
      updated: at('2019-06-04T02:38:18Z'),
      expires: at('2027-09-17T00:00:00Z'),
      nameServers: SERVERS,
      statuses: ['ok'],
    },
  },
  {
    tld: 'il',
    shape: 'the day first, with hyphens',
    text: `% comment
query:        seized.co.il

reg-name:     seized
domain:       seized.co.il

descr:        Petitioner Corporation
descr:        1 Court Street

nserver:      ns1.sinkhole.example
nserver:      ns2.sinkhole.example

validity:     05-06-2027

DNSSEC:       unsigned

status:       Transfer Locked

person:       Somebody
changed:      Managing Registrar 20090225

registrar name: Harbour Names Ltd
registrar info: https://harbour.example
`,
    states: {
      registrar: HARBOUR,
      expires: at('2027-06-05T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Transfer Locked'],
    },
  },
  {
    tld: 'tr',
    shape: 'headings behind asterisks',
    text: `** Domain Name: seized.com.tr
Domain Status: Active
Frozen Status: -

** Registrant:
   Petitioner Corporation
   Hidden upon user request

** Registrar:
NIC Handle		: hrb1-metu
Organization Name	: Harbour Names Ltd
Address			: Hidden upon user request

** Domain Servers:
ns1.sinkhole.example
ns2.sinkhole.example 192.0.2.53

** Additional Info:
Created on..............: 2017-Aug-23.
Expires on..............: 2027-Aug-22.
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-08-23T00:00:00Z'),
      expires: at('2027-08-22T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active'],
    },
  },
  {
    tld: 'dk',
    shape: 'the domain in the place of a host name, then its servers',
    text: `# comment
Domain:               seized.dk
DNS:                  seized.dk
Registered:           2017-01-10
Expires:              2027-03-31
Registration period:  1 year
VID:                  no
DNSSEC:               Unsigned delegation
Status:               Active

Nameservers
Hostname:             ns1.sinkhole.example
Hostname:             ns2.sinkhole.example
`,
    states: { created: at('2017-01-10T00:00:00Z'), expires: at('2027-03-31T00:00:00Z'), otherStatuses: ['Active'] },
  },
  {
    tld: 'mx',
    shape: 'servers behind DNS under a heading',
    text: `
Domain Name:       seized.mx

Created On:        2017-05-12
Expiration Date:   2027-05-11
Last Updated On:   2019-04-09
Registrar:         Harbour Names Ltd
URL:               https://harbour.example

Registrant:
   Name:           Petitioner Corporation
   City:           Mountain View

Name Servers:
   DNS:            ns1.sinkhole.example
   DNS:            ns2.sinkhole.example

DNSSEC DS Records:
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-05-12T00:00:00Z'),
      expires: at('2027-05-11T00:00:00Z'),
      updated: at('2019-04-09T00:00:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'tw',
    shape: 'tails behind the dates',
    text: `Domain Name: seized.com.tw
   Domain Status: ok
   Registrant:
      Petitioner Corporation

   Administrative Contact:
      Somebody  somebody@petitioner.example

   Record expires on 2027-11-09 00:00:00 (UTC+8)
   Record created on 2017-08-29 00:00:00 (UTC+8)

   Domain servers in listed order:
      ns1.sinkhole.example       192.0.2.53
      ns2.sinkhole.example

Registration Service Provider: Harbour Names Ltd
Registration Service URL: http://harbour.example
`,
    states: { registrar: HARBOUR, nameServers: SERVERS, statuses: ['ok'] },
  },
  {
    tld: 'gg',
    shape: 'dates in words',
    text: `Domain:
     seized.gg

Domain Status:
     Active

Registrant:
     Petitioner Corporation

Registrar:
     Harbour Names Ltd (https://harbour.example)

Relevant dates:
     Registered on 30th April 2017 at 00:00:00.000
     Registry fee due on 30th April each year

Name servers:
     ns1.sinkhole.example
     ns2.sinkhole.example

`,
    states: {
      registrar: HARBOUR,
      created: at('2017-04-30T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active'],
    },
  },
  {
    tld: 'se',
    shape: 'one plain block',
    text: `# comment
state:            active
domain:           seized.se
holder:           petit0001-00001
created:          2017-08-27
modified:         2019-09-18
expires:          2027-10-20
transferred:      2009-03-06
nserver:          ns1.sinkhole.example
nserver:          ns2.sinkhole.example
dnssec:           unsigned delegation
registry-lock:    locked
status:           ok
registrar:        Harbour Names Ltd
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-08-27T00:00:00Z'),
      expires: at('2027-10-20T00:00:00Z'),
      updated: at('2019-09-18T00:00:00Z'),
      nameServers: SERVERS,
      statuses: ['ok'],
    },
  },
  {
    tld: 'ua',
    shape: 'a handle for a registrar, whose object follows',
    text: `% comment
domain:           seized.com.ua
dom-public:       NO
mnt-by:           ua.harbour
nserver:          ns1.sinkhole.example
nserver:          ns2.sinkhole.example
status:           clientTransferProhibited
created:          2017-12-04 00:00:00+02
modified:         2019-11-02 15:07:42+02
expires:          2027-12-04 00:00:00+02
source:           UAEPP

% Registrar:
registrar:        ua.harbour
organization:     Harbour Names Ltd
city:             Kyiv
source:           UAEPP
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-12-03T22:00:00Z'),
      expires: at('2027-12-03T22:00:00Z'),
      updated: at('2019-11-02T13:07:42Z'),
      nameServers: SERVERS,
      statuses: ['clientTransferProhibited'],
    },
  },
  {
    tld: 'is',
    shape: 'months in words',
    text: `% comment
domain:       seized.is
registrant:   PC1-IS
admin-c:      PC1-IS
nserver:      ns1.sinkhole.example
nserver:      ns2.sinkhole.example
dnssec:       unsigned delegation
created:      May 22 2017
expires:      May 22 2027
source:       ISNIC

role:         Petitioner Corporation
nic-hdl:      PC1-IS
created:      March 3 2002
source:       ISNIC
`,
    states: { created: at('2017-05-22T00:00:00Z'), expires: at('2027-05-22T00:00:00Z'), nameServers: SERVERS },
  },
  {
    tld: 'kz',
    shape: 'headings that are sentences',
    text: `Whois Server for the KZ top level domain name.

Domain Name............: seized.kz

Organization Using Domain Name
Name...................: Petitioner Corporation
Organization Name......: Petitioner Corporation

Nameserver in listed order

Primary server.........: ns1.sinkhole.example
Primary ip address.....: 192.0.2.53

Secondary server.......: ns2.sinkhole.example

Domain created: 2017-06-07 13:01:43 (GMT+0:00)
Last modified : 2019-11-28 03:16:59 (GMT+0:00)
Domain status : clientTransferProhibited - status

Registar created: HARBOUR
Current Registar: Harbour Names Ltd
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-06-07T13:01:43Z'),
      updated: at('2019-11-28T03:16:59Z'),
      nameServers: SERVERS,
      statuses: ['clientTransferProhibited'],
    },
  },
];
