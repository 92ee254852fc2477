// The simulated root and top levels are signed: what the program's own validator makes of their answers, asked over sockets.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { TYPES } from '../../src/lookups/dns/codec/types.ts';
import { securityOf } from '../../src/lookups/dnssec/security.ts';
import { setsIn, verifySet } from '../../src/lookups/dnssec/signed-set.ts';
import { type Trust, trustIn } from '../../src/lookups/dnssec/trust.ts';
import type { Heard } from '../../src/lookups/heard/heard.ts';
import { addDays, type Instant } from '../../src/model/instant.ts';
import { openRehearsal, type Rehearsal } from '../../src/rehearsal/open.ts';
import { address } from '../support/values.ts';
import { aCase, aScenario, askUdp, type Query, rdata, START, step } from './support.ts';

const scenario = aScenario([[], [step('testers', { do: ['delegate'], fault: 'stale-ds', at: addDays(START, 1) })]], {
  before: {
    'alpha.test': { signed: true },
    'bravo.test': { signed: true, wildcard: false },
    'charlie.test': { registered: 'never' },
    'delta.zone': {},
  },
});

let rehearsal: Rehearsal;
let other: Rehearsal;

beforeAll(async () => {
  const wanted = { theCase: aCase(), scenario, clock: () => START, fast: true };
  rehearsal = await openRehearsal(wanted);
  other = await openRehearsal({ ...wanted, seed: 'another' });
});
afterAll(() => Promise.all([rehearsal.close(), other.close()]));

async function hear(server: string, wanted: Query, at: Instant): Promise<Heard> {
  const message = await askUdp(rehearsal.network.dns.routes.get(server), wanted);
  return {
    server: address(server),
    name: wanted.name,
    type: TYPES[wanted.type],
    recursion: false,
    checkingDisabled: false,
    at,
    answer: { ok: true, message },
  };
}

/** From the root's anchor down to the name's own zone. */
async function chainTo(text: string, at: Instant) {
  const root = rehearsal.network.dns.roots[0] ?? '';
  const top = text.slice(text.indexOf('.') + 1);
  const referral = await askUdp(rehearsal.network.dns.routes.get(root), { name: text, type: 'NS' });
  const parent = rdata(referral.additional)[0] ?? '';
  const heard = [
    await hear(root, { name: '.', type: 'DNSKEY' }, at),
    await hear(root, { name: top, type: 'DS' }, at),
    await hear(parent, { name: top, type: 'DNSKEY' }, at),
  ];
  const { trustAnchors: anchors = [] } = rehearsal.network.dns;
  return { parent, top, heard, anchors, trust: trustIn(top, { anchors, heard }) };
}

async function securityAt(text: string, type: 'DS' | 'NS', day: number) {
  rehearsal.enter(day);
  const at = addDays(START, day);
  const { parent, top, trust } = await chainTo(text, at);
  return securityOf(trust, await hear(parent, { name: text, type }, at), { zone: top, name: text });
}

describe('a signed simulated internet', () => {
  it('leads from the anchor of its network to the keys of a top level', async () => {
    expect((await chainTo('alpha.test', START)).trust.kind).toBe('keys');
    const heldForTooLong = await chainTo('alpha.test', addDays(START, 20));
    expect(heldForTooLong.trust).toMatchObject({ kind: 'bogus', reason: expect.stringContaining('expired') });
  });

  it('has other keys for another seed', () => {
    expect(other.network.dns.trustAnchors).not.toEqual(rehearsal.network.dns.trustAnchors);
  });

  it('signs the DS of a name, and says nothing of a name without one', async () => {
    expect(await securityAt('alpha.test', 'DS', 0)).toMatchObject({ state: 'secure', signed: { zone: 'test' } });
    expect(await securityAt('delta.zone', 'DS', 0)).toMatchObject({ state: 'insecure', absence: 'opt-out' });
  });

  it('signs the lack of a name with the mark of opt-out, and of a top level without', async () => {
    expect(await securityAt('charlie.test', 'NS', 0)).toMatchObject({ state: 'insecure', absence: 'opt-out' });
    const root = rehearsal.network.dns.roots[0] ?? '';
    const { trust } = await chainTo('alpha.test', START);
    const { anchors, heard } = await chainTo('alpha.test', START);
    expect(trust.kind).toBe('keys');
    const gone = await hear(root, { name: 'nowhere', type: 'NS' }, START);
    const seen = securityOf(trustIn('.', { anchors, heard }), gone, { zone: '.', name: 'nowhere' });
    expect(seen).toMatchObject({ state: 'secure', by: 'nsec' });
  });

  it.each([
    ['alpha.test', 'A'],
    ['www.alpha.test', 'A'],
    ['anything.alpha.test', 'A'],
    ['anything.alpha.test', 'MX'],
    ['alpha.test', 'AAAA'],
    ['nothing.bravo.test', 'A'],
    ['bravo.test', 'MX'],
  ] as const)('signs every set of a signed zone: %s %s', async (asked, type) => {
    rehearsal.enter(0);
    const zone = asked.split('.').slice(-2).join('.');
    const { parent, heard, anchors } = await chainTo(zone, START);
    const referral = await askUdp(rehearsal.network.dns.routes.get(parent), { name: zone, type: 'A' });
    const server = rdata(referral.additional).find((one) => one.includes('.')) ?? (await oldServerOf(zone));
    const keys = await hear(server, { name: zone, type: 'DNSKEY' }, START);
    const ds = await hear(parent, { name: zone, type: 'DS' }, START);
    const trust: Trust = trustIn(zone, { anchors, heard: [...heard, ds, keys] });
    if (trust.kind !== 'keys') throw new Error(trust.reason);
    const { answers, authority } = await askUdp(rehearsal.network.dns.routes.get(server), { name: asked, type });
    const sets = [answers, authority].flatMap((section) =>
      [...new Set(section.map((one) => one.type))]
        .filter((one) => one !== TYPES.RRSIG)
        .flatMap((one) => setsIn(section, one)),
    );
    expect(sets.length).toBeGreaterThan(0);
    for (const set of sets) {
      // A set that a wildcard made verifies under the wildcard's own name.
      const [labels = 0] = set.signatures.map((one) => one.labels);
      const owner = labels < set.owner.split('.').length ? `*.${zone}` : set.owner;
      const records = set.records.map((one) => ({ ...one, name: owner }));
      expect(verifySet({ ...set, owner, records }, trust.keys, START), `${set.owner} ${set.type}`).toMatchObject({
        ok: true,
      });
    }
  });

  it('still signs a DS that has become stale', async () => {
    expect(await securityAt('bravo.test', 'DS', 1)).toMatchObject({ state: 'secure' });
  });
});

/** The first address that serves a zone of the former owner's. */
async function oldServerOf(zone: string): Promise<string> {
  for (const [at, endpoint] of rehearsal.network.dns.routes) {
    if (!at.startsWith('203.0.113.1') && !at.startsWith('203.0.113.2')) continue;
    const { answers } = await askUdp(endpoint, { name: zone, type: 'DNSKEY' });
    if (answers.length > 0) return at;
  }
  throw new Error(`nobody serves ${zone}`);
}
