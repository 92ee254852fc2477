import { describe, expect, it } from 'vitest';
import { judgeReply } from '../../../src/lookups/whois/reply.ts';
import { name } from '../../support/values.ts';
import { octets } from './samples.ts';

const TERMS = '% Data is given for information, and nothing else.\n';

function judge(text: string, asked = 'seized.example') {
  return judgeReply({ name: name(asked), host: 'whois.nic.example', octets: octets(text) });
}

describe('a name is free where the registry says so', () => {
  it.each([
    [
      'behind more terms of use than a record has lines',
      `${TERMS.repeat(46)}\nDomain: seized.example\nStatus: AVAILABLE\n`,
    ],
    ['behind dots', 'Domain.............: seized.example\nStatus.............: NOT FOUND\n'],
    ['in one word', 'Available\n\nDomain: seized.example\n'],
    ['in a comment', `${TERMS.repeat(20)}% This query returned 0 objects.\n`],
    ['as of a name that a database lacks', 'This Domain is not available in our whois database\n'],
    ['of an object', `${TERMS.repeat(20)}% Object "seized.example" not found in database\n`],
    ['in quotes', "'seized.example' not found\n"],
    ['behind a dash', '*\n* Whois query server\n*\n\nseized.example - Domain name does not exist\n'],
    [
      'in the middle of a line',
      'Domain seized.example not registered.\nIf you would like to register it, go to a site\n',
    ],
    ['and a name with a word of refusal in it', 'No match for "seized.example".\n'],
  ])('%s', async (_, text) => {
    expect(await judge(text)).toMatchObject({ outcome: 'no-such-object' });
  });

  it('whatever the name itself reminds of', async () => {
    expect(await judge('No match for "quota-exceeded.example".\n', 'quota-exceeded.example')).toMatchObject({
      outcome: 'no-such-object',
    });
  });
});

describe('nothing is said of a name', () => {
  it.each([
    ['by a sentence that only begins like an answer', 'Available on the web, too.\n'],
    ['by "not found" of something else', 'Not found in the cache; the database is down for maintenance.\n'],
    ['where a quota was used up before', '% Your query quota was exceeded.\n% No match\n'],
    [
      'where the asker is rate limited',
      '# Your queries are rate limited.\nNo entries found for the selected source.\n',
    ],
    ['by a registrar that does not have the name', 'The domain seized.example is not registered through us.\n'],
    ['to an address that is not known', 'Access will only be enabled for known addresses.\nNot found.\n'],
    [
      'by half a record with two registrars',
      'Registrar: One Ltd\nRegistrar: Two Ltd\nNo match for "seized.example".\n',
    ],
    [
      'by the record of the top-level domain',
      'refer: whois.nic.example\n\ndomain:       EXAMPLE\n\nnserver:      a.nic.example 192.0.2.1\n\nstatus: ACTIVE\n\ncreated: 2015-06-25\nsource: IANA\n',
    ],
    [
      'by the record of a zone that the registry keeps for itself',
      'domain: seized.example\nstatus: NOT_OPEN\nregistrar: The registry\ncreated: 2017-01-01\n',
    ],
    [
      'by a server that has stopped',
      'TLD is not supported.\n>>> Last update of WHOIS database: 2026-09-19T00:00:00Z <<<\n',
    ],
    ['by a web server', 'HTTP/1.1 404 Not Found\r\nServer: portal\r\n\r\nNot found\n'],
    ['by a page of one', '<!DOCTYPE html>\n<title>Portal</title>\nNot found\n</html>\n'],
    ['by an answer to another question', 'Query: other.example\nStatus: Not Registered\n'],
    ['by an answer about another label', 'Domain:\tother\nStatus:\tAVAILABLE\n'],
    ['where another question is said back', '%% [192.0.2.1 REQUEST] >> other.example\n\n%% No entries found.\n'],
    ['where another label is said back', '% WHOIS other\nStatus: AVAILABLE\n'],
    ['by a list of labels', 'Registrar:\nCreation Date:\nExpiry Date:\n'],
  ])('%s', async (_, text) => {
    expect(await judge(text)).toMatchObject({ outcome: 'failure' });
  });
});

describe('a name is kept back', () => {
  it.each([
    'Domain: seized.example\nStatus: UNASSIGNABLE\n',
    'Domain: seized.example\nStatus: NOT ALLOWED\n',
    `${TERMS.repeat(30)} ****\n\nNot available for registration.\n`,
    'This platinum domain is available for purchase.\n',
    'Restricted\n',
    'Not available for second level registration.\nThird level registrations may be available on this name.\n',
    '[Domain Name]                   SEIZED.EXAMPLE\n[Registrant]\n[Status]                        Reserved\n',
    'Sorry, The domain you requested is in the reserved list.\n',
    'RESTRICTED - Restricted domain name\n',
  ])('%j', async (text) => {
    expect(await judge(text)).toMatchObject({ outcome: 'no-such-object', reserved: true });
  });
});

describe('no sign of a registration', () => {
  it('is a registration where the registry shows no more than a status', async () => {
    const text = '% WHOIS Server ready\n   Domain Name: SEIZED.GOV\n   Status: ACTIVE\n\n';
    expect(await judge(text, 'seized.gov')).toMatchObject({ outcome: 'facts' });
    expect(await judge(text, 'other.gov')).toMatchObject({ outcome: 'failure' });
    expect(await judge(text.replaceAll('.GOV', '.EXAMPLE'))).toMatchObject({ outcome: 'failure' });
  });
});

describe('one sign of a registration', () => {
  it.each([
    [
      'and the word for one in the making is too little',
      'Domain Name: SEIZED.EXAMPLE\nRegistrar: A Ltd\nStatus: pendingCreate\n',
      'failure',
    ],
    [
      'and a word that other names bear, too, is too little',
      'Domain Name: SEIZED.EXAMPLE\nRegistrar: A Ltd\nStatus: NOT AVAILABLE\n',
      'failure',
    ],
    [
      'and a lock is a registration',
      'Domain Name: SEIZED.EXAMPLE\nRegistrar: A Ltd\nStatus: clientHold\nDNSSEC: unsigned\n',
      'facts',
    ],
    [
      'and a word for one, with another behind a dash, is a registration',
      'domain: seized.example\nstatus: Active - LOCKED\nnserver: ns1.sinkhole.example\nsource: NIC\n',
      'facts',
    ],
    [
      'and a lock, of another name, is none',
      'Domain Name: OTHER.EXAMPLE\nRegistrar: A Ltd\nStatus: clientHold\n',
      'failure',
    ],
    [
      'and the registry’s own name for it is one',
      'Domain: seized\nStatus: QUARANTINE\nRegistered: Mon Dec 22 2003\nAvailable: Wed Feb 1 2012\n',
      'facts',
    ],
    [
      'and the registry’s own name for another is none',
      'Domain: other\nStatus: QUARANTINE\nRegistered: Mon Dec 22 2003\nRegistrar: A Ltd\n',
      'failure',
    ],
    ['and a holder is one', 'Domain Name: seized.example\nRegistrant: Somebody\nCreated: 2019-01-01\n', 'facts'],
    [
      'and a holder who keeps it back is none',
      'Domain Name: seized.example\nRegistrant: Reserved by the registry\nCreated: 2019-01-01\n',
      'failure',
    ],
    ['and no name is none', 'Registrar: A Ltd\nStatus: clientHold\nDNSSEC: unsigned\n', 'failure'],
    [
      'and a registrar that is none is none',
      'Domain Name: SEIZED.EXAMPLE\nRegistrar: No registrar listed.\nCreated: 2019-01-01\n',
      'failure',
    ],
  ])('%s', async (_, text, outcome) => {
    expect((await judge(text)).outcome).toBe(outcome);
  });
});
