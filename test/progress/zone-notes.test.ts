import { describe, expect, test } from 'vitest';
import type { Dossier } from '../../src/model/judged/dossier.ts';
import type { AddressFacts } from '../../src/model/seen/observation.ts';
import type { ZoneFacts } from '../../src/model/seen/zone-facts.ts';
import { glueNotes } from '../../src/progress/glue-notes.ts';
import { oursOf } from '../../src/progress/zone-judging.ts';
import { zoneNotes } from '../../src/progress/zone-notes.ts';
import { wordRow } from '../../src/relief/words.ts';
import { aCase, addresses, dossier, EVIL1, hosts, known, NO_NAME, NS1, NS2, server } from '../relief/literals.ts';
import { address, name } from '../support/values.ts';

const OURS = oursOf(aCase());
const GOOD: ZoneFacts = {
  soa: { mname: NS1, rname: 'hostmaster.sinkhole.example', serial: 1 },
  nameServers: [NS1, NS2],
  mail: [],
  spf: [],
  https: [],
  cds: [],
  tcp: 'answers',
};

function at(host: typeof NS1, zone: ZoneFacts, more: Partial<AddressFacts> = {}) {
  return server(`${host} 192.0.2.53`, { facts: { nameServer: host, hosts: hosts(), zone, ...more } });
}

function about(zone: ZoneFacts, more: Partial<AddressFacts> = {}): Dossier {
  return dossier({ servers: [at(NS1, { ...GOOD, ...zone }, more)] });
}

describe('a zone at the sinkhole', () => {
  test('has nothing to be noted when all is as it should be', () => {
    expect(zoneNotes(about({ mail: ['.'], spf: ['v=spf1 -all'], cds: ['CDS delete'] }), OURS)).toEqual([]);
    expect(glueNotes(about({}, { ownAddresses: [address('192.0.2.53')] }), OURS)).toEqual([]);
  });

  test.each<[string, ZoneFacts, Partial<AddressFacts>, string, RegExp]>([
    ['without SOA', { soa: null }, {}, 'no-soa', /has no SOA/],
    ['led by somebody else', { soa: { mname: EVIL1, rname: '.', serial: 1 } }, {}, 'soa-left-over', /ns1\.evil/],
    [
      'with other name servers',
      { nameServers: [EVIL1] },
      {},
      'child-disagrees',
      /names ns1\.evil.*leaves out.*ordered/,
    ],
    ['without name servers', { nameServers: [] }, {}, 'child-disagrees', /names no name servers/],
    ['that sends mail on', { mail: ['mx.evil.example'] }, {}, 'mail-left-over', /mx\.evil\.example/],
    ['with an old policy', { spf: ['v=spf1 ip4:203.0.113.9 -all'] }, {}, 'spf-left-over', /203\.0\.113\.9/],
    [
      'with a record elsewhere',
      { https: [{ target: 'www.evil.example', hints: [] }] },
      {},
      'https-left-over',
      /www\.evil/,
    ],
    ['with an old hint', { https: [{ target: '.', hints: [address('203.0.113.9')] }] }, {}, 'https-left-over', /203/],
    ['with CDS', { cds: ['CDS 4711'] }, {}, 'cds-left', /CDS 4711/],
    ['without TCP', { tcp: 'refused' }, {}, 'no-tcp', /over TCP \(refused\)/],
    ['that is an alias', { alias: 'evil.example' }, {}, 'name-alias', /evil\.example/],
    ['uneven', {}, { otherRandom: { a: NO_NAME, aaaa: NO_NAME } }, 'wildcard-uneven', /two random labels/],
  ])('%s gets its word, and a sentence that names the server', (_what, zone, more, word, text) => {
    const notes = zoneNotes(about(zone, more), OURS);
    expect(notes.map((note) => note.word)).toEqual([word]);
    expect(notes[0]?.text).toMatch(text);
    expect(notes[0]?.text).toMatch(/^ns1\.sinkhole\.example 192\.0\.2\.53 /);
    expect(notes[0]?.citations).not.toEqual([]);
    expect(wordRow(word)).toBeDefined();
  });

  test('whose servers have different versions', () => {
    const second = at(NS2, { ...GOOD, soa: { mname: NS1, rname: '.', serial: 2 } });
    const notes = zoneNotes(dossier({ servers: [at(NS1, GOOD), second] }), OURS);
    expect(notes.map(({ word }) => word)).toEqual(['servers-differ']);
  });

  test.each(['.', 'www.bad.example', 'web.sinkhole.example'])('may lead browsers to %s', (target) => {
    expect(zoneNotes(about({ https: [{ target, hints: [] }] }), OURS)).toEqual([]);
  });

  test('says one thing once, however many servers have it', () => {
    const both = dossier({ servers: [at(NS1, { ...GOOD, soa: null }), at(NS2, { ...GOOD, soa: null })] });
    expect(zoneNotes(both, OURS)).toHaveLength(1);
  });
});

test('what the former owner’s servers have is no note in a case, and one where no case says what is wanted', () => {
  const old = dossier({
    servers: [at(EVIL1, { nameServers: [NS1], mail: ['mx.evil.example'] })],
    delegation: known({ zone: 'example', nameServers: [EVIL1], glue: {} }, 'run#2'),
  });
  expect(zoneNotes(old, OURS)).toEqual([]);
  expect(zoneNotes(old, undefined).map(({ word }) => word)).toEqual(['child-disagrees']);
});

describe('the way to the name servers', () => {
  const GLUE = { [NS1]: [address('203.0.113.9')] };

  test('glue that the name server’s own zone contradicts', () => {
    const parents = [
      { server: 'a.nic.example 198.51.100.1', id: 'run#2', facts: { zone: 'example', nameServers: [NS1], glue: GLUE } },
    ];
    const notes = glueNotes({ ...about({}, { ownAddresses: [address('192.0.2.53')] }), parents }, OURS);
    expect(notes.map(({ word }) => word)).toEqual(['glue-differs']);
    expect(notes[0]?.text).toMatch(/^a\.nic\.example 198\.51\.100\.1 gives 203\.0\.113\.9 for ns1/);
  });

  test('a name server that is an alias', () => {
    expect(glueNotes(about({}, { ownFailure: 'unresolvable', ownCause: 'ns-alias' }), OURS)[0]?.word).toBe('ns-alias');
  });

  test('somebody else’s sinkhole', () => {
    const taken = name('ns069a.microsoftinternetsafety.net');
    const delegation = known({ zone: 'example', nameServers: [taken], glue: {} }, 'run#2');
    const [note] = glueNotes(dossier({ delegation, servers: [] }), OURS);
    expect(note).toMatchObject({ word: 'other-sinkhole', citations: ['run#2'] });
    const { sinkholes } = aCase();
    const theirs = oursOf({ sinkholes: { ...sinkholes, own: { operator: 'x', nameServers: [taken], prefixes: [] } } });
    expect(glueNotes(dossier({ delegation, servers: [] }), theirs)).toEqual([]);
  });
});

test('an answer to a random label is compared by its addresses alone', () => {
  const later = { a: { ...addresses('192.0.2.5'), ttl: 1 }, aaaa: addresses('2001:db8:5::5') };
  expect(zoneNotes(about({}, { otherRandom: later as AddressFacts['hosts']['random'] }), OURS)).toEqual([]);
});
