// Layouts from .lv to .kz.
import { at, HARBOUR, type LayoutSample, SERVERS } from './sample.ts';

export const LV_TO_KZ: readonly LayoutSample[] = [
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

# end
`,
    states: {
      created: at('2017-01-10T00:00:00Z'),
      expires: at('2027-03-31T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active'],
    },
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
    shape: 'a sentence of the registry below the name, zones behind the dates',
    text: `Domain Name: seized.com.tw
 This name has been looked at.
 已通過.tw認證
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
    states: {
      registrar: HARBOUR,
      created: at('2017-08-28T16:00:00Z'),
      expires: at('2027-11-08T16:00:00Z'),
      nameServers: SERVERS,
      statuses: ['ok'],
    },
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
created:      May  2 2017
expires:      May 22 2027
source:       ISNIC

role:         Petitioner Corporation
nic-hdl:      PC1-IS
created:      March 3 2002
source:       ISNIC
`,
    states: { created: at('2017-05-02T00:00:00Z'), expires: at('2027-05-22T00:00:00Z'), nameServers: SERVERS },
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
