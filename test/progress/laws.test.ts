// The laws of the house that concern verdicts, for whatever the world may answer.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Finding } from '../../src/model/judged/finding.ts';
import { FAILURES, type FailureKind } from '../../src/model/seen/failure.ts';
import type { AddressAnswer, Host, HostAnswers, LookupKind, Observation } from '../../src/model/seen/observation.ts';
import { HOSTS, LOOKUP_KINDS } from '../../src/model/seen/observation.ts';
import { dossierOf } from '../../src/progress/dossier.ts';
import { judge } from '../../src/progress/judge.ts';
import { progressOf } from '../../src/progress/progress.ts';
import { compile } from '../../src/relief/compile.ts';
import { wordRow } from '../../src/relief/words.ts';
import {
  AS_OF,
  aCase,
  addresses,
  DELEGATED,
  DS,
  DS_VALID,
  EVIL1,
  KEY,
  NO_DATA,
  NO_NAME,
  NS1,
  NS2,
  order,
  paragraph,
  RESOLVES,
  relief,
  scheduled,
  TIMED_OUT,
  TRANSFER,
} from '../relief/literals.ts';
import { at, name } from '../support/values.ts';
import { failed, recordOf, saw, sawNothing } from './sightings.ts';

const LOCKS = relief('epp-status-includes', { statuses: ['serverTransferProhibited'] });
const EVERYTHING = [
  TRANSFER,
  relief('registrant-is', { organisation: 'Acme' }),
  LOCKS,
  relief('epp-status-excludes', { statuses: ['serverHold'] }),
  DELEGATED,
  RESOLVES,
  DS_VALID,
  relief('held'),
  relief('stays-registered'),
  relief('not-registrable'),
  relief('attested', { what: 'records preserved' }),
];
const THE_CASE = aCase({ orders: [order('tro', [paragraph('1', EVERYTHING)])] });
const ONE = name('one.example');
const REQUIREMENTS = compile(THE_CASE, AS_OF).byName(ONE);

const failure = fc.constantFrom(...(Object.keys(FAILURES) as FailureKind[]));
/** `lame` is the one failure that states something: that a delegated server does not answer for the zone. */
const mute = failure.filter((kind) => kind !== 'lame');
const answer: fc.Arbitrary<AddressAnswer> = fc.constantFrom(
  addresses('192.0.2.5'),
  addresses('203.0.113.9'),
  addresses('2001:db8:5::5'),
  NO_DATA,
  NO_NAME,
  TIMED_OUT,
);
const host = fc.record({ a: answer, aaaa: answer });
const hostAnswers: fc.Arbitrary<HostAnswers> = fc.record(
  Object.fromEntries(HOSTS.map((one) => [one, host])) as Record<Host, typeof host>,
);
const registration = fc.record(
  {
    registrar: fc.constantFrom({ ianaId: 292 }, { ianaId: 9, name: 'Evil' }, { name: 'MarkMonitor Inc.' }),
    registrant: fc.constantFrom({ shown: 'redacted' as const }, { shown: 'stated' as const, organisation: 'Acme' }),
    statuses: fc.constantFrom(['serverTransferProhibited'] as const, ['serverHold'] as const, [] as const),
    expires: fc.constantFrom(at('2021-01-01T00:00:00Z'), at('2019-04-01T00:00:00Z')),
  },
  { requiredKeys: [] },
);
const nameServers = fc.constantFrom([NS1, NS2], [NS1], [EVIL1]);
const ds = fc.constantFrom([], [DS]);

function either<K extends LookupKind>(kind: K, facts: fc.Arbitrary<Observation>): fc.Arbitrary<Observation> {
  return fc.oneof(
    { weight: 4, arbitrary: facts },
    { weight: 1, arbitrary: failure.map((one): Observation => failed(kind, one)) },
    { weight: 1, arbitrary: fc.constant(null).map((): Observation => sawNothing(kind)) },
  );
}

const delegationSeen = either(
  'delegation',
  fc
    .tuple(nameServers, ds)
    .map(([servers, records]) => saw('delegation', { zone: 'example', nameServers: servers, glue: {}, ds: records })),
);
const addressesSeen = either(
  'addresses',
  fc
    .tuple(fc.constantFrom(NS1, NS2, EVIL1), hostAnswers, fc.constantFrom([], [KEY]))
    .map(([nameServer, hosts, keys]) =>
      saw('addresses', { nameServer, hosts, keys }, { server: `${nameServer} 192.0.2.53` }),
    ),
);

/** What one run may have seen of a name, with `of` as the run would have written it. */
const observations: fc.Arbitrary<readonly Observation[]> = fc
  .tuple(
    fc.array(
      either(
        'rdap-registry',
        registration.map((facts) => saw('rdap-registry', facts)),
      ),
      { maxLength: 1 },
    ),
    fc.array(
      either(
        'whois-registry',
        registration.map((facts) => saw('whois-registry', facts)),
      ),
      { maxLength: 1 },
    ),
    fc.array(
      either(
        'rdap-registrar',
        registration.map((facts) => saw('rdap-registrar', facts)),
      ),
      { maxLength: 1 },
    ),
    fc.array(delegationSeen, { maxLength: 3 }),
    fc.array(addressesSeen, { maxLength: 4 }),
  )
  .map((groups) => groups.flatMap((group) => group.map((one): Observation => ({ ...one, of: group.length }))));

function findings(seen: readonly Observation[]): readonly Finding[] {
  return judge(REQUIREMENTS, dossierOf({ name: ONE, observations: seen, journal: [], asOf: AS_OF }));
}

function failing(one: Observation, kind: FailureKind): Observation {
  const { id, of, name: about, server } = one;
  return { ...failed(one.lookup, kind, { name: about, server, of }), id } as Observation;
}

const verdicts = (seen: readonly Observation[]) => findings(seen).map(({ verdict }) => verdict);

describe('for whatever was observed', () => {
  test('a verdict does not depend on the order of the observations', () => {
    const shuffled = observations.chain((seen) =>
      fc.tuple(fc.constant(seen), fc.shuffledSubarray([...seen], { minLength: seen.length })),
    );
    fc.assert(fc.property(shuffled, ([seen, turned]) => void expect(findings(turned)).toEqual(findings(seen))));
  });

  test('every finding has a word of the list, and cites an observation that was there or says why there is none', () => {
    fc.assert(
      fc.property(observations, (seen) => {
        const ids = new Set(seen.map(({ id }) => id));
        for (const { verdict, word, citations } of findings(seen)) {
          expect(wordRow(word), word).toBeDefined();
          for (const id of citations) expect(ids.has(id)).toBe(true);
          if (verdict !== 'unknown') expect(citations.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('where every question failed, nothing is met and nothing is unmet', () => {
    const all = fc.tuple(observations, mute).map(([seen, kind]) => seen.map((one) => failing(one, kind)));
    fc.assert(
      fc.property(all, (seen) => void expect(verdicts(seen).filter((verdict) => verdict !== 'unknown')).toEqual([])),
    );
  });

  test('where nothing was observed, nothing is met and nothing is unmet', () => {
    expect(new Set(verdicts([]))).toEqual(new Set(['unknown']));
  });

  test('a server that falls silent never makes an unmet requirement met, except where a lower authority then speaks', () => {
    const silenced = fc.tuple(observations, fc.nat(), mute);
    fc.assert(
      fc.property(silenced, ([seen, at, kind]) => {
        const one = seen[at % Math.max(1, seen.length)];
        fc.pre(one !== undefined && one.lookup !== 'rdap-registry');
        const after = verdicts(seen.map((other) => (other === one ? failing(other, kind) : other)));
        for (const [index, verdict] of verdicts(seen).entries()) {
          if (verdict === 'unmet') expect(after[index], REQUIREMENTS[index]?.clause.id).not.toBe('met');
        }
      }),
    );
  });

  test('a delegated server that falls silent, or is left out of the record, never makes anything met', () => {
    const lessened = fc.tuple(observations, fc.nat(), mute, fc.boolean());
    fc.assert(
      fc.property(lessened, ([seen, at, kind, drop]) => {
        const servers = seen.filter(({ lookup }) => lookup === 'addresses');
        const one = servers[at % Math.max(1, servers.length)];
        fc.pre(one !== undefined);
        const after = drop
          ? seen.filter((other) => other !== one)
          : seen.map((other) => (other === one ? failing(other, kind) : other));
        for (const [index, verdict] of verdicts(after).entries()) {
          if (verdict === 'met') expect(verdicts(seen)[index]).toBe('met');
        }
      }),
    );
  });

  test('RDAP that falls silent leaves what WHOIS alone would have said', () => {
    fc.assert(
      fc.property(observations, mute, (seen, kind) => {
        const silent = seen.map((one) => (one.lookup === 'rdap-registry' ? failing(one, kind) : one));
        const without = seen.filter(({ lookup }) => lookup !== 'rdap-registry');
        fc.pre(without.some(({ lookup, outcome }) => lookup === 'whois-registry' && outcome !== 'failure'));
        expect(verdicts(silent)).toEqual(verdicts(without));
      }),
    );
  });
});

test('totals add up to the names listed, and every name comes out once', () => {
  const names = scheduled('one.example', 'two.example', 'three.example', 'four.test', 'five.test');
  const theCase = {
    ...THE_CASE,
    schedules: [{ id: 'appendix-a', file: 'a.txt', names, statedCount: 7 }],
    orders: [
      ...THE_CASE.orders,
      order('pi', [], {
        entered: at('2019-03-20T00:00:00Z'),
        changes: [{ change: 'releases', names: [name('two.example')] }],
      }),
    ],
  };
  const seen = fc.array(observations, { minLength: 0, maxLength: names.length });
  fc.assert(
    fc.property(seen, (all) => {
      const sighted = all.flatMap((own, at) => {
        const about = names[at]?.name;
        return about === undefined
          ? []
          : [{ name: about, observations: own.map((one): Observation => ({ ...one, name: about })) }];
      });
      const {
        totals,
        names: rows,
        registries,
      } = progressOf({ theCase, record: recordOf([{ day: 24, sighted }]), asOf: AS_OF });
      expect(rows.map((row) => row.name)).toEqual(names.map((row) => row.name));
      for (const facet of ['transferred', 'sinkholed', 'done'] as const) {
        const { met, unmet, unknown, notOrdered } = totals[facet];
        expect(met + unmet + unknown + notOrdered).toBe(totals.listed - totals.released);
        const sum = registries.reduce((count, row) => count + row[facet].met, 0);
        expect(sum).toBe(met);
      }
      expect(totals).toMatchObject({ ordered: 7, listed: 5, released: 1 });
    }),
    { numRuns: 30 },
  );
});

test('every lookup kind is covered by these laws but the registrar’s second voice, and those that decide nothing', () => {
  expect(
    LOOKUP_KINDS.filter(
      (kind) => !['rdap-registry', 'whois-registry', 'rdap-registrar', 'delegation', 'addresses'].includes(kind),
    ),
  ).toEqual(['whois-registrar', 'resolver', 'sinkhole']);
});
