// The simulated DNS over real sockets: the walk from the root, the sinkhole, the old host, the two resolvers.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeMessage } from '../../src/lookups/dns/codec/encode.ts';
import { extendedErrorsOf } from '../../src/lookups/dns/codec/message.ts';
import { RCODES } from '../../src/lookups/dns/codec/types.ts';
import { addDays, type Instant } from '../../src/model/instant.ts';
import { openRehearsal, type Rehearsal } from '../../src/rehearsal/open.ts';
import { name } from '../support/values.ts';
import {
  aCase,
  aScenario,
  askTcp,
  askUdp,
  faulty,
  type Query,
  query,
  rdata,
  START,
  step,
  udpExchange,
  unsigned,
} from './support.ts';

const named = (text: string) => ({ choice: 'named', names: [name(text)] }) as const;
const scenario = aScenario(
  [
    [],
    [
      step('testers', { do: ['delegate'], names: named('alpha.test'), at: addDays(START, 1) }),
      step('bravo.test', { do: ['delegate'], fault: 'stale-ds', at: addDays(START, 1) }),
      step('charlie.test', { do: ['delegate'], fault: 'warm-cache', at: addDays(START, 1) }),
      step('delta.zone', { do: ['hold'] }),
    ],
    [faulty('ns2.sinkhole.example', { fault: 'lame', names: named('alpha.test') })],
    [faulty('ns1.sinkhole.example', { fault: 'silent' }), faulty('ns2.sinkhole.example', { fault: 'truncating' })],
  ],
  { before: { 'alpha.test': { signed: true } } },
);

let rehearsal: Rehearsal;
let now: Instant = START;

beforeAll(async () => {
  rehearsal = await openRehearsal({ theCase: aCase(), scenario, clock: () => now, fast: true });
});
afterAll(() => rehearsal.close());

const at = (address: string) => rehearsal.network.dns.routes.get(address);
const ask = (address: string, wanted: Query) => askUdp(at(address), wanted);
const onDay = (day: number, hours = 1) => {
  rehearsal.enter(day);
  now = addDays(START, day + hours / 24);
};
/** The server of the top level that the root names for this name, found as a client finds it. */
async function parentOf(text: string): Promise<string> {
  const referral = await ask(rehearsal.network.dns.roots[0] ?? '', { name: text, type: 'NS' });
  return rdata(referral.additional)[0] ?? '';
}

const VALIDATES = '203.0.113.53';
const TRUSTS = '203.0.113.54';

describe('from the root downwards', () => {
  it('refers to the top level with glue, and says that there is no other', async () => {
    const root = rehearsal.network.dns.roots[0] ?? '';
    const referral = await ask(root, { name: 'alpha.test', type: 'A' });
    expect(referral.authoritative).toBe(false);
    expect(unsigned(referral.authority).map(({ name: owner }) => owner)).toEqual(['test', 'test', 'test']);
    expect(referral.additional).toHaveLength(2);
    const none = await ask(root, { name: 'alpha.nowhere', type: 'A' });
    expect([none.rcode, none.authoritative, rdata(none.authority)]).toEqual([RCODES.NXDOMAIN, true, ['soa']]);
  });

  it('shows the old delegation with its DS, then the sinkhole without', async () => {
    onDay(0);
    const parent = await parentOf('alpha.test');
    const before = await ask(parent, { name: 'alpha.test', type: 'DS' });
    expect([before.authoritative, rdata(before.answers)]).toEqual([true, ['ds']]);
    onDay(1);
    const after = await ask(parent, { name: 'alpha.test', type: 'NS' });
    expect(after.authoritative).toBe(false);
    expect(rdata(after.authority)).toEqual(['ns1.sinkhole.example', 'ns2.sinkhole.example']);
    const ds = await ask(parent, { name: 'alpha.test', type: 'DS' });
    expect([ds.rcode, ds.authoritative, ds.answers.length, rdata(ds.authority)]).toEqual([0, true, 0, ['soa']]);
  });

  it('does not have a name on hold', async () => {
    onDay(1);
    const held = await ask(await parentOf('delta.zone'), { name: 'delta.zone', type: 'NS' });
    expect([held.rcode, held.authoritative, rdata(held.authority)]).toEqual([RCODES.NXDOMAIN, true, ['soa']]);
  });

  it('finds the sinkhole by its own name', async () => {
    const referral = await ask(await parentOf('ns1.sinkhole.example'), { name: 'ns1.sinkhole.example', type: 'A' });
    expect(rdata(referral.additional)).toEqual(['192.0.2.1', '192.0.2.2', '2001:db8:5::1']);
    const answer = await ask('192.0.2.1', { name: 'ns1.sinkhole.example', type: 'AAAA' });
    expect([answer.authoritative, rdata(answer.answers)]).toEqual([true, ['2001:db8:5::1']]);
  });
});

describe('the sinkhole and the old host', () => {
  it('answer for the apex, www and any label', async () => {
    onDay(1);
    for (const host of ['alpha.test', 'www.alpha.test', 'qwertyuiop.alpha.test']) {
      expect(rdata((await ask('192.0.2.2', { name: host, type: 'A' })).answers), host).toEqual(['192.0.2.80']);
      expect(rdata((await ask('2001:db8:5::1', { name: host, type: 'AAAA' })).answers), host).toEqual([
        '2001:db8:5::80',
      ]);
    }
  });

  it('echo the question in the case in which it came', async () => {
    const answer = await ask('192.0.2.1', { name: 'aLPhA.tESt', type: 'A' });
    expect(answer.questions[0]?.name).toBe('aLPhA.tESt');
  });

  it('refuse names that they do not know, also one that the sinkhole is lame for', async () => {
    onDay(1);
    expect((await ask('192.0.2.2', { name: 'other.test', type: 'A' })).rcode).toBe(RCODES.REFUSED);
    onDay(2);
    expect((await ask('192.0.2.2', { name: 'alpha.test', type: 'A' })).rcode).toBe(RCODES.REFUSED);
    expect((await ask('192.0.2.1', { name: 'alpha.test', type: 'A' })).rcode).toBe(RCODES.NOERROR);
    expect((await ask('192.0.2.2', { name: 'bravo.test', type: 'A' })).rcode).toBe(RCODES.NOERROR);
  });

  it('have a key only at the old host, and www as an alias', async () => {
    onDay(0);
    const referral = await ask(await parentOf('alpha.test'), { name: 'alpha.test', type: 'A' });
    const old = [...rehearsal.network.dns.routes.keys()].filter(
      (address) => address.startsWith('203.0.113.1') || address.startsWith('203.0.113.2'),
    );
    const answers = await Promise.all(old.map((address) => ask(address, { name: 'alpha.test', type: 'DNSKEY' })));
    expect(answers.filter(({ answers: keys }) => rdata(keys)[0] === 'dnskey')).toHaveLength(2);
    const aliases = await Promise.all(old.map((address) => ask(address, { name: 'www.alpha.test', type: 'A' })));
    expect(
      aliases.filter(({ answers: chain }) => unsigned(chain).length === 2 && chain[0]?.rdata.kind === 'cname'),
    ).toHaveLength(2);
    expect(rdata(referral.authority)).toContain('ds');
  });

  it('answer over TCP what does not go over UDP, and nothing at all when silent', async () => {
    onDay(3);
    const cut = await ask('192.0.2.2', { name: 'bravo.test', type: 'A' });
    expect([cut.truncated, cut.answers]).toEqual([true, []]);
    const whole = await askTcp(at('192.0.2.2'), { name: 'bravo.test', type: 'A' });
    expect([whole.truncated, rdata(whole.answers)]).toEqual([false, ['192.0.2.80']]);
    const silent = await udpExchange(at('192.0.2.1'), encodeMessage(query({ name: 'bravo.test', type: 'A' })), 150);
    expect(silent).toBeUndefined();
  });
});

describe('the resolvers', () => {
  it('say what the world says, with lifetimes that fall', async () => {
    onDay(1, 1);
    const early = await ask(TRUSTS, { name: 'charlie.test', type: 'A', recursion: true });
    expect([early.recursionAvailable, early.authoritative, rdata(early.answers)]).toEqual([
      true,
      false,
      ['192.0.2.80'],
    ]);
    const key = { name: 'charlie.test', type: 'A', recursion: true } as const;
    now = addDays(START, 1 + 10 / 86_400);
    const first = (await ask(VALIDATES, key)).answers[0]?.ttl ?? 0;
    now = addDays(START, 1 + 12 / 86_400);
    expect((await ask(VALIDATES, key)).answers[0]?.ttl).toBe(first - 2);
  });

  it('validate: AD for a signed name, SERVFAIL for a stale DS, and an answer with checking disabled', async () => {
    onDay(0);
    expect((await ask(VALIDATES, { name: 'alpha.test', type: 'A', recursion: true })).authenticData).toBe(true);
    onDay(1);
    const bogus = await ask(VALIDATES, { name: 'bravo.test', type: 'A', recursion: true });
    expect([bogus.rcode, extendedErrorsOf(bogus).map(({ code }) => code)]).toEqual([RCODES.SERVFAIL, [9]]);
    const unchecked = await ask(VALIDATES, { name: 'bravo.test', type: 'A', recursion: true, checkingDisabled: true });
    expect(rdata(unchecked.answers)).toEqual(['192.0.2.80']);
    expect(rdata((await ask(TRUSTS, { name: 'bravo.test', type: 'A', recursion: true })).answers)).toEqual([
      '192.0.2.80',
    ]);
  });

  it('keep the old delegation for two days where the cache was warm', async () => {
    onDay(1);
    const random = { name: 'qwertyuiop.charlie.test', type: 'A', recursion: true } as const;
    expect(rdata((await ask(VALIDATES, random)).answers)[0]).toMatch(/^203\.0\.113\./);
    expect(rdata((await ask(TRUSTS, random)).answers)).toEqual(['192.0.2.80']);
    now = addDays(START, 3.1);
    expect(rdata((await ask(VALIDATES, random)).answers)).toEqual(['192.0.2.80']);
  });

  it('say that a held name does not exist, and refuse to be looked into', async () => {
    onDay(1);
    expect((await ask(VALIDATES, { name: 'delta.zone', type: 'A', recursion: true })).rcode).toBe(RCODES.NXDOMAIN);
    expect((await ask(VALIDATES, { name: 'alpha.test', type: 'A' })).rcode).toBe(RCODES.REFUSED);
    expect(rdata((await ask(TRUSTS, { name: 'ns2.sinkhole.example', type: 'A', recursion: true })).answers)).toEqual([
      '192.0.2.2',
    ]);
  });
});

describe('packets that make no sense', () => {
  it('get FORMERR or nothing, and the server goes on', async () => {
    onDay(0);
    const root = at(rehearsal.network.dns.roots[0] ?? '');
    const cutOff = encodeMessage(query({ name: 'alpha.test', type: 'A' })).subarray(0, 20);
    expect((await udpExchange(root, cutOff, 1000))?.[3]).toBe(RCODES.FORMERR);
    for (const octets of [
      Uint8Array.of(),
      Uint8Array.of(1, 2, 3),
      new Uint8Array(12).fill(255),
      new Uint8Array(600).fill(192),
    ]) {
      await udpExchange(root, octets, 40);
    }
    const status = encodeMessage({ ...query({ name: 'alpha.test', type: 'A' }), opcode: 2 });
    expect((await udpExchange(root, status, 1000))?.[3]).toBe(RCODES.NOTIMP);
    const future = query({ name: 'alpha.test', type: 'A' });
    const badVersion = encodeMessage({ ...future, edns: { udpSize: 1232, version: 1, dnssecOk: false, options: [] } });
    expect(await udpExchange(root, badVersion, 1000)).toBeDefined();
    expect((await askUdp(root, { name: 'alpha.test', type: 'A', plain: true })).authority).toHaveLength(2);
  });
});
