import { expect, test } from 'vitest';
import type { AddressFacts } from '../../src/model/seen/observation.ts';
import type { ZoneFacts } from '../../src/model/seen/zone-facts.ts';
import { address, name } from '../support/values.ts';
import { expectSays, judged } from './judging.ts';
import {
  aCase,
  addresses,
  dossier,
  hosts,
  keeping,
  known,
  lacking,
  NO_DATA,
  NO_NAME,
  NS1,
  server,
  TIMED_OUT,
} from './literals.ts';

const TERMS = { sinkhole: 'dcu' };

function saying(zone: ZoneFacts | undefined, answers = hosts(), more: Partial<AddressFacts> = {}) {
  const facts: AddressFacts = { nameServer: NS1, hosts: answers, ...(zone === undefined ? {} : { zone }), ...more };
  return dossier({ servers: [server('ns1.sinkhole.example 192.0.2.53', { answers: known(answers), facts })] });
}

function undelegated(inZone: Parameters<typeof keeping>[0]) {
  return dossier({ delegation: known(null), servers: [], inParents: keeping(inZone) });
}

/** An exchange below the name, at this address, and all else at the sinkhole. */
function within(text: string) {
  const mailHosts = { 'mail.bad.example': { a: addresses(text), aaaa: NO_DATA } };
  return saying({ mail: ['mail.bad.example'] }, hosts(), { mailHosts });
}

const ELSEWHERE = hosts({ apex: { a: addresses('203.0.113.9'), aaaa: NO_DATA } });
const BARE = hosts({ random: { a: NO_NAME, aaaa: NO_NAME } });
const SILENT = hosts({ apex: { a: TIMED_OUT, aaaa: NO_DATA } });

test.each([
  ['no MX', saying({ mail: [] }), 'met', 'as-ordered'],
  ['the null MX', saying({ mail: ['.'] }, ELSEWHERE), 'met', 'as-ordered'],
  ['the sinkhole’s own exchange', saying({ mail: ['mx.sinkhole.example'] }), 'met', 'as-ordered'],
  ['a host of the name', within('192.0.2.7'), 'met', 'as-ordered'],
  ['a host of the name with an address elsewhere', within('203.0.113.9'), 'unmet', 'mail-left-over'],
  [
    'a host of the name without an address',
    saying({ mail: ['mail.bad.example'] }, BARE, { mailHosts: { 'mail.bad.example': { a: NO_NAME, aaaa: NO_NAME } } }),
    'met',
    'as-ordered',
  ],
  [
    'a host of the name that nothing is said of',
    saying({ mail: ['mail.bad.example'] }, hosts(), {
      mailHosts: { 'mail.bad.example': { a: addresses('192.0.2.7'), aaaa: TIMED_OUT } },
    }),
    'unknown',
    'timeout',
  ],
  ['a host of the name that nobody asked about', saying({ mail: ['mail.bad.example'] }), 'unknown', 'not-asked'],
  [
    'one of two hosts of the name elsewhere',
    saying({ mail: ['mail.bad.example', 'old.bad.example'] }, hosts(), {
      mailHosts: { 'old.bad.example': { a: addresses('203.0.113.9'), aaaa: NO_DATA } },
    }),
    'unmet',
    'mail-left-over',
  ],
  ['the name itself', saying({ mail: ['bad.example'] }), 'met', 'as-ordered'],
  ['the name itself, which leads elsewhere', saying({ mail: ['bad.example'] }, ELSEWHERE), 'unmet', 'mail-left-over'],
  [
    'the sinkhole’s, of a name that leads elsewhere',
    saying({ mail: ['mx.sinkhole.example'] }, ELSEWHERE),
    'met',
    'as-ordered',
  ],
  ['a name that only ends alike', saying({ mail: ['mail.notbad.example'] }), 'unmet', 'mail-left-over'],
  ['an exchange elsewhere', saying({ mail: ['mail.evil.example'] }), 'unmet', 'mail-left-over'],
  ['one of two elsewhere', saying({ mail: ['mail.evil.example', 'mx.sinkhole.example'] }), 'unmet', 'mail-left-over'],
  [
    'the parent’s own address elsewhere',
    undelegated({ addresses: [address('203.0.113.9')] }),
    'unmet',
    'mail-left-over',
  ],
  ['the parent’s own address at the sinkhole', undelegated({ addresses: [address('192.0.2.7')] }), 'met', 'as-ordered'],
  ['the parent’s own exchange', undelegated({ mail: ['mail.evil.example'] }), 'unmet', 'mail-left-over'],
  ['what the parent has of it not known', undelegated({ failure: 'timeout' }), 'unknown', 'timeout'],
  ['something below it in the parent', undelegated({}), 'met', 'as-ordered'],
  ['no MX, and an address elsewhere', saying({ mail: [] }, ELSEWHERE), 'unmet', 'mail-left-over'],
  ['no MX, and no answer about the address', saying({ mail: [] }, SILENT), 'unknown', 'timeout'],
  ['no answer to the MX question', saying({ failures: { MX: 'server-error' } }), 'unknown', 'server-error'],
  ['an MX question that was not asked', saying(undefined), 'unknown', 'not-asked'],
  ['not in the zone', dossier({ delegation: known(null, 'run#2'), servers: [] }), 'met', 'as-ordered'],
  ['no server asked', dossier({ servers: [] }), 'unknown', 'not-asked'],
  ['a delegation that is not known', dossier({ delegation: lacking('timeout') }), 'unknown', 'timeout'],
  ['a silent server', dossier({ servers: [server('ns1', { answers: lacking('timeout') })] }), 'unknown', 'timeout'],
] as const)('%s', (_what, about, verdict, word) => {
  expectSays(judged('mail-stopped', TERMS, about), verdict, word);
});

test('a leak at one server outweighs the silence of another', () => {
  const leaking = saying({ mail: ['mail.evil.example'] }).servers;
  const about = dossier({ servers: [server('ns2', { answers: lacking('timeout') }), ...leaking] });
  expectSays(judged('mail-stopped', TERMS, about), 'unmet', 'mail-left-over');
});

test('what is met cites the delegation and every server', () => {
  const [one] = saying({ mail: ['.'] }).servers;
  const servers = one === undefined ? [] : [one, { ...one, answers: known(hosts(), 'run#5') }];
  expect(judged('mail-stopped', TERMS, dossier({ servers })).citations).toEqual(['run#2', 'run#1', 'run#5']);
});

test('a host under the name that is a domain of the sinkhole is the sinkhole’s', () => {
  const dcu = { operator: 'Acme', nameServers: [name('ns1.sink.bad.example')], prefixes: [] };
  const theCase = aCase({ sinkholes: { dcu } });
  const about = saying({ mail: ['mx.sink.bad.example'] });
  expectSays(judged('mail-stopped', TERMS, about, { theCase }), 'met', 'as-ordered');
  expectSays(judged('mail-stopped', TERMS, saying({ mail: ['mx.bad.example'] }), { theCase }), 'unknown', 'not-asked');
});

test('the sentence names the server and the exchange', () => {
  const { reason, now } = judged('mail-stopped', TERMS, saying({ mail: ['mail.evil.example'] }));
  expect(reason).toBe('ns1.sinkhole.example 192.0.2.53 sends mail to mail.evil.example');
  expect(now).toBe('mail to mail.evil.example');
});
