// What is said in two languages, without colons, without empty lines, in numbers whose order has to be known.
import { at, HARBOUR, type LayoutSample, SERVERS } from './sample.ts';

export const TWO_LANGUAGES: readonly LayoutSample[] = [
  {
    tld: 'pt',
    shape: 'labels in two languages, dates with their order in the label, servers as in a zone',
    text: `Nome de domínio / Domain Name: seized.pt
Data de registo / Creation Date (dd/mm/yyyy): 09/01/2017
Data de expiração / Expiration Date (dd/mm/yyyy): 28/02/2027
Estado / Status: ACTIVE

Titular / Registrant
   Petitioner Corporation
   Email: somebody@petitioner.example

Nameserver Information
   Nameserver: seized.pt\tNS\tns2.sinkhole.example.
   Nameserver: seized.pt\tNS\tns1.sinkhole.example.

Whois lookup: ended
`,
    states: {
      created: at('2017-01-09T00:00:00Z'),
      expires: at('2027-02-28T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['ACTIVE'],
    },
  },
  {
    tld: 'dz',
    shape: 'dots instead of colons; a day and a month that could be either',
    text: `This is a WHOIS server
###############################

Description#. . . . . . . . . . . . . . . . . . . Petitioner Corporation
Nom de domaine#. . . . . . . . . . . . . . . . . .seized.dz
Organisme technique#. . . . . . . . . . . . . . . Somebody Else
Registrar#. . . . . . . . . . . . . . . . . . . . Harbour Names Ltd
Date de creation#. . . . . . . . . . . . . . . . .23/01/2017
`,
    states: { registrar: HARBOUR, created: at('2017-01-23T00:00:00Z') },
  },
  {
    tld: 'cr',
    shape: 'FRED’s objects without empty lines between them',
    text: `% Whoisd Server Version: 3.10.2
domain:       seized.cr
registrant:   CON-1
nsset:        SINKHOLE_SET
registrar:    NIC-REG1
status:       Deletion forbidden
registered:   18.04.2017 18:00:00
changed:      28.02.2019 06:39:42
expire:       17.04.2027
contact:      CON-1
org:          Petitioner Corporation
registrar:    NIC-REG2
created:      03.06.2011 16:22:36
changed:      28.03.2018 03:49:37
nsset:        SINKHOLE_SET
nserver:      ns1.sinkhole.example
nserver:      ns2.sinkhole.example
tech-c:       CON-1
registrar:    NIC-REG1
created:      03.06.2012 12:51:41
`,
    states: {
      created: at('2017-04-18T18:00:00Z'),
      updated: at('2019-02-28T06:39:42Z'),
      expires: at('2027-04-17T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Deletion forbidden'],
    },
  },
  {
    tld: 'my',
    shape: 'letters before labels in brackets; handles in the place of servers',
    text: `Welcome to the WHOIS server.
SEARCH BY DOMAIN NAME

a [Domain Name]                 seized.my
b [Registration No.]            D6A017331
c [Record Created]              13-MAY-2017
d [Record Expired]              13-MAY-2027
e [Record Last Modified]        20-APR-2019
f [Invoicing Party]                            R014
  Somebody
  Harbour Names Ltd

k [Primary Name Server]              NS1SINK0.SER
  ns1.sinkhole.example               192.0.2.53
`,
    states: {
      created: at('2017-05-13T00:00:00Z'),
      expires: at('2027-05-13T00:00:00Z'),
      updated: at('2019-04-20T00:00:00Z'),
    },
  },
  {
    tld: 'no',
    shape: 'handles for all, and every object with dates of its own',
    text: `% comment

Domain Information

NORID Handle...............: SEI1D-NORID
Domain Name................: seized.no
Registrar Handle...........: REG1-NORID
Name Server Handle.........: NS1H-NORID

Additional information:
Created:         2017-02-26
Last updated:    2019-01-27

NORID Handle...............: PET1O-NORID
Type.......................: organization
Name.......................: Petitioner Corporation
Registrar Handle...........: REG1-NORID

Additional information:
Created:         2010-10-01
Last updated:    2011-10-01
`,
    states: { created: at('2017-02-26T00:00:00Z'), updated: at('2019-01-27T00:00:00Z') },
  },
  {
    tld: 'hk',
    shape: 'servers behind an empty line, dates under the registrant',
    text: `
Domain Name:  SEIZED.HK

Domain Status: Active

Registrar Name: Harbour Names Ltd

Registrar Contact Information: Email: abuse@harbour.example

Reseller:


Registrant Contact Information:

Company English Name (as registered): PETITIONER CORPORATION
Country: US
Domain Name Commencement Date: 06-04-2017
Expiry Date: 31-03-2027
Re-registration Status:  Complete


Name Servers Information:

NS1.SINKHOLE.EXAMPLE
NS2.SINKHOLE.EXAMPLE


Status Information:

Domain Prohibit Status:
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-04-06T00:00:00Z'),
      expires: at('2027-03-31T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['Active'],
    },
  },
  {
    tld: 've',
    shape: 'accents in labels, hosts behind dashes',
    text: `Servidor Whois

Titular:
Petitioner Corporation          somebody@petitioner.example
   1 Court Street

   Nombre de Dominio: seized.ve

   Contacto Técnico:
      Harbour Names Ltd

   Fecha de Vencimiento: 2027-03-06 00:00:00
   Ultima Actualización: 2019-11-17 20:35:01
   Fecha de Creación: 2017-03-06 00:00:00

   Estatus del dominio: ACTIVO

   Servidor(es) de Nombres de Dominio:

   - ns1.sinkhole.example
   - ns2.sinkhole.example

NIC
`,
    states: {
      created: at('2017-03-06T00:00:00Z'),
      expires: at('2027-03-06T00:00:00Z'),
      nameServers: SERVERS,
      updated: at('2019-11-17T20:35:01Z'),
      otherStatuses: ['ACTIVO'],
    },
  },
  {
    tld: 'hu',
    shape: 'the name and a date, which is all that there is',
    text: `% Whois server serving the hu ccTLD

domain:         seized.hu
record created: 2017-03-03
For further data see the registry's web site.
`,
    states: { created: at('2017-03-03T00:00:00Z') },
  },
  {
    tld: 'gq',
    shape: 'the month first',
    text: `   Domain name:
      SEIZED.GQ

   Domain registered: 02/03/2017
   Record will expire on: 10/18/2027
   Record maintained by: the registry, which is no registrar
`,
    states: { created: at('2017-02-03T00:00:00Z'), expires: at('2027-10-18T00:00:00Z') },
  },
  {
    tld: 'tn',
    shape: 'dots behind the colon, the same said again for every contact',
    text: `This is a WHOIS server

Domain:.............seized.tn
Registrar:..........Harbour Names Ltd
Activation:.........2017-04-30 10:14:09.0
Status:.............ACTIVE
Contact Type:.......owner
Last Name:..........Petitioner Corporation

----------------------------------------

Domain:.............seized.tn
Registrar:..........Harbour Names Ltd
Activation:.........2017-04-30 10:14:09.0
Status:.............ACTIVE
Contact Type:.......administrative
`,
    states: { registrar: HARBOUR, created: at('2017-04-30T10:14:09Z'), otherStatuses: ['ACTIVE'] },
  },
  {
    tld: 'kg',
    shape: 'dates in sentences, one with a weekday',
    text: `% comment
Domain SEIZED.KG (ACTIVE)

Administrative Contact:
   PID: 1-KG
   Name: Somebody

Record created: Tue Feb 14 09:42:40 2017
Record last updated on  Tue Jan 10 13:10:00 2019
Record expires on Thu Mar 28 23:59:00 2027

Name servers in the listed order:

NS1.SINKHOLE.EXAMPLE
NS2.SINKHOLE.EXAMPLE

`,
    states: {
      created: at('2017-02-14T09:42:40Z'),
      updated: at('2019-01-10T13:10:00Z'),
      expires: at('2027-03-28T23:59:00Z'),
      nameServers: SERVERS,
    },
  },
  {
    tld: 'pf',
    shape: 'the order of dates shown by one of them, and servers that are counted',
    text: `Informations about 'seized.pf' :

    Status : ACTIVE
    Created (JJ/MM/AAAA) : 18/01/2017
    Expire (JJ/MM/AAAA) : 11/02/2027

    Name server 1 : ns1.sinkhole.example
    Name server 2 : ns2.sinkhole.example

    Registrant Company Name : Petitioner Corporation
`,
    states: {
      created: at('2017-01-18T00:00:00Z'),
      expires: at('2027-02-11T00:00:00Z'),
      nameServers: SERVERS,
      otherStatuses: ['ACTIVE'],
    },
  },
  {
    tld: 'pl',
    shape: 'an empty line below every line',
    text: `DOMAIN NAME:           seized.pl

registrant type:       organization

nameservers:           ns1.sinkhole.example.

                       ns2.sinkhole.example.

created:               2017.02.07 06:45:12

renewal date:          2027.02.06 13:00:00

option created:        2018.01.20 04:34:55

REGISTRAR:

Harbour Names Ltd

1 Harbour Street

WHOIS database responses
`,
    states: {
      registrar: HARBOUR,
      created: at('2017-02-07T06:45:12Z'),
      expires: at('2027-02-06T13:00:00Z'),
      nameServers: SERVERS,
    },
  },
];
