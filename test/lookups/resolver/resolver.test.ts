import { describe, expect, it } from 'vitest';
import { extendedErrorOption } from '../../../src/lookups/dns/codec/message.ts';
import { RCODES, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { resolverLookup } from '../../../src/lookups/resolver/resolver.ts';
import type { LookupKind, ObservationOf } from '../../../src/model/seen/observation.ts';
import { ANSWERS, DELEGATION, saw } from '../../progress/sightings.ts';
import { hosts } from '../../relief/literals.ts';
import { name } from '../../support/values.ts';
import { having, laboratory } from '../dns/laboratory.ts';
import { record } from '../dns/messages.ts';
import { type Handler, reply } from '../dns/name-server.ts';

const VALIDATING = '203.0.113.53';
const OTHER = '203.0.113.54';

const open: Handler = (query) => {
  const [{ name: asked, type } = { name: '', type: 0 }] = query.questions;
  const answers = type === 1 ? [record(asked, 'A', '192.0.2.1', 60)] : [];
  return [reply(query, { recursionAvailable: true, authenticData: true, answers })];
};

const bogus: Handler = (query, transport) => {
  if (query.checkingDisabled) return open(query, transport);
  const options = [extendedErrorOption({ code: 9, text: 'no DNSKEY \u001b[31m' })];
  const edns = { udpSize: 1232, version: 0, dnssecOk: true, options };
  return [{ ...reply(query, { recursionAvailable: true, rcode: RCODES.SERVFAIL }), edns }];
};

async function look(
  handlers: Readonly<Record<string, Handler>>,
  resolvers: readonly string[],
  dead: readonly string[] = [],
  earlier: readonly ObservationOf<LookupKind>[] = [],
) {
  const lab = await laboratory(handlers, { resolvers, dead });
  const answers = await resolverLookup(lab.tools, lab.client).ask(name('moved.test'), having(...earlier));
  return { sightings: answers.map(({ sighting }) => sighting), answers, lab };
}

describe('what a resolver sees', () => {
  it('is asked with recursion and DO at every configured address', async () => {
    const { sightings, lab } = await look({ [VALIDATING]: open, [OTHER]: open }, [VALIDATING, OTHER]);
    expect(sightings.map(({ server }) => server)).toEqual([VALIDATING, OTHER]);
    expect(sightings[0]).toMatchObject({
      lookup: 'resolver',
      authority: 'recursive',
      outcome: 'facts',
      facts: {
        validated: true,
        hosts: { apex: { a: { addresses: ['192.0.2.1'] }, aaaa: { answer: 'no-data' } }, random: { a: { ttl: 60 } } },
      },
    });
    const heard = lab.servers[VALIDATING]?.heard ?? [];
    expect(heard).toHaveLength(8);
    expect(heard.every(({ recursionDesired, edns }) => recursionDesired && edns?.dnssecOk)).toBe(true);
  });

  it('is a DNSSEC failure when SERVFAIL turns into an answer with CD', async () => {
    const { sightings, lab } = await look({ [VALIDATING]: bogus }, [VALIDATING]);
    expect(sightings).toMatchObject([
      {
        outcome: 'facts',
        facts: {
          validated: false,
          answersUnchecked: true,
          extendedErrors: [9],
          hosts: { apex: { a: { answer: 'failure', failure: 'server-error' } } },
        },
      },
    ]);
    expect(lab.servers[VALIDATING]?.heard.filter(({ checkingDisabled }) => checkingDisabled)).toHaveLength(1);
  });

  it('is another failure when SERVFAIL stays with CD', async () => {
    const lame: Handler = (query) => [reply(query, { recursionAvailable: true, rcode: RCODES.SERVFAIL })];
    const { sightings } = await look({ [VALIDATING]: lame }, [VALIDATING]);
    expect(sightings).toMatchObject([{ facts: { answersUnchecked: false } }]);
  });

  it('is unknown from one that refuses or is dead, and from none', async () => {
    const refusing: Handler = (query) => [reply(query, { rcode: RCODES.REFUSED })];
    const { sightings, lab } = await look({ [VALIDATING]: refusing }, [VALIDATING, OTHER], [OTHER]);
    expect(sightings).toMatchObject([
      { outcome: 'failure', failure: 'denied' },
      { outcome: 'failure', failure: 'refused' },
    ]);
    expect(lab.servers[VALIDATING]?.heard).toHaveLength(1);
    expect((await look({}, [])).sightings).toMatchObject([{ outcome: 'failure', failure: 'no-server' }]);
  });
});

/** Gives what the sinkhole gives, but for the names of `kept`: of those an old answer, with the lifetimes in their order. */
function keeping(kept: (asked: string, type: number) => boolean, ttls: readonly number[]): Handler {
  const times = new Map<string, number>();
  return (query) => {
    const [{ name: asked, type } = { name: '', type: 0 }] = query.questions;
    const key = `${asked.toLowerCase()} ${type}`;
    const time = times.get(key) ?? 0;
    times.set(key, time + 1);
    const ttl = ttls[Math.min(time, ttls.length - 1)] ?? 0;
    const old = kept(asked.toLowerCase(), type);
    const answers =
      type === TYPES.A
        ? [record(asked, 'A', old ? '203.0.113.66' : '192.0.2.5', ttl)]
        : type === TYPES.NS
          ? [record(asked, 'NS', old ? 'ns1.evil.example' : 'ns1.sinkhole.example', ttl)]
          : type === TYPES.DS && old
            ? [{ ...record(asked, 'A', '192.0.2.1', ttl), type: TYPES.DS, rdata: { kind: 'ds' as const, ...DS_KEPT } }]
            : [];
    return [reply(query, { recursionAvailable: true, answers })];
  };
}

const DS_KEPT = { keyTag: 4711, algorithm: 13, digestType: 2, digest: 'ab'.repeat(32) };
const AUTHORITY = [saw('delegation', DELEGATION), saw('addresses', ANSWERS)];
const OLD = (asked: string, type: number) => type !== TYPES.DS && (asked === 'moved.test' || asked.includes('.moved'));

describe('what deviates from the servers in authority', () => {
  it('is asked once more, and nothing else is', async () => {
    const { sightings, answers, lab } = await look({ [OTHER]: keeping(OLD, [86_400, 86_399]) }, [OTHER], [], AUTHORITY);
    expect(sightings).toMatchObject([
      {
        facts: {
          nameServers: { names: ['ns1.evil.example'], ttl: 86_400 },
          ds: { records: [] },
          samples: [
            { of: 'apex a', seen: [{ ttl: 86_400 }, { ttl: 86_399 }] },
            { of: 'random a', seen: [{ ttl: 86_400 }, { ttl: 86_399 }] },
            { of: 'name-servers', seen: [{ ttl: 86_400 }, { ttl: 86_399 }] },
          ],
        },
      },
    ]);
    expect(lab.servers[OTHER]?.heard).toHaveLength(8 + 3);
    const again = answers[0]?.exchanges.filter(({ because }) => because?.includes('how its time to live runs'));
    expect(again).toHaveLength(3);
  });

  it('is not asked again where it is as the servers in authority say, or where nobody knows what they say', async () => {
    const same = await look({ [OTHER]: keeping(() => false, [300]) }, [OTHER], [], AUTHORITY);
    expect(same.lab.servers[OTHER]?.heard).toHaveLength(8);
    expect(same.sightings[0]).not.toHaveProperty('facts.samples');
    const alone = await look({ [OTHER]: keeping(OLD, [300]) }, [OTHER]);
    expect(alone.lab.servers[OTHER]?.heard).toHaveLength(8);
  });

  it('is asked three times more where its lifetime rises: several caches', async () => {
    const apex = (asked: string, type: number) => type === TYPES.A && asked === 'moved.test';
    const { sightings, lab } = await look({ [OTHER]: keeping(apex, [40, 900, 12, 899]) }, [OTHER], [], AUTHORITY);
    expect(sightings).toMatchObject([
      { facts: { samples: [{ of: 'apex a', seen: [{ ttl: 40 }, { ttl: 900 }, { ttl: 12 }, { ttl: 899 }] }] } },
    ]);
    expect(lab.servers[OTHER]?.heard).toHaveLength(8 + 3);
  });

  it('shows a DS that the parent no longer has, and an answer that was gone the second time', async () => {
    const ds = (_: string, type: number) => type === TYPES.DS;
    const kept = await look({ [OTHER]: keeping(ds, [3549, 3547]) }, [OTHER], [], AUTHORITY);
    expect(kept.sightings).toMatchObject([
      {
        facts: { ds: { records: [DS_KEPT], ttl: 3549 }, samples: [{ of: 'ds', seen: [{ ttl: 3549 }, { ttl: 3547 }] }] },
      },
    ]);
    let asked = 0;
    const once: Handler = (query, transport) => {
      const [{ name: about, type } = { name: '', type: 0 }] = query.questions;
      const first = about.toLowerCase() === 'moved.test' && type === TYPES.A;
      if (first) asked += 1;
      return keeping(() => first && asked === 1, [1])(query, transport);
    };
    const gone = await look({ [OTHER]: once }, [OTHER], [], AUTHORITY);
    expect(gone.sightings).toMatchObject([{ facts: { samples: [{ of: 'apex a', seen: [{ ttl: 1 }, {}] }] } }]);
  });

  it.each([
    ['fails', (query) => [reply(query, { recursionAvailable: true, rcode: RCODES.SERVFAIL })]],
    ['refuses', (query) => [reply(query, { rcode: RCODES.REFUSED })]],
  ] satisfies readonly (readonly [string, Handler])[])(
    'is not gone where the resolver %s the second time',
    async (_how, second) => {
      let asked = 0;
      const once: Handler = (query, transport) => {
        const [{ name: about, type } = { name: '', type: 0 }] = query.questions;
        const wanted = about.toLowerCase() === 'moved.test' && type === TYPES.A;
        if (wanted) asked += 1;
        return wanted && asked > 1 ? second(query) : keeping(() => wanted, [3600])(query, transport);
      };
      const { sightings } = await look({ [OTHER]: once }, [OTHER], [], AUTHORITY);
      expect(asked).toBeGreaterThan(1);
      expect(sightings).toMatchObject([{ outcome: 'facts', facts: { hosts: { apex: { a: { ttl: 3600 } } } } }]);
      expect(sightings[0]).not.toHaveProperty('facts.samples');
    },
  );

  it('is an address of a name that the parent zone no longer has', async () => {
    const absent = { ...saw('delegation', DELEGATION), outcome: 'no-such-object' } as ObservationOf<'delegation'>;
    const { sightings } = await look({ [OTHER]: keeping(OLD, [60, 59]) }, [OTHER], [], [absent]);
    expect(sightings).toMatchObject([
      { facts: { samples: [{ of: 'apex a' }, { of: 'random a' }, { of: 'name-servers' }] } },
    ]);
  });

  it('is compared host by host', async () => {
    const elsewhere = saw('addresses', { ...ANSWERS, hosts: hosts({ www: hosts().apex }) });
    const { lab } = await look({ [OTHER]: keeping(() => false, [9]) }, [OTHER], [], [elsewhere]);
    expect(lab.servers[OTHER]?.heard).toHaveLength(8);
  });
});
