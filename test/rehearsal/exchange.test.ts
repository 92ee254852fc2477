// Whatever octets come, a name server of the rehearsal does not throw, and never answers with anything but an answer.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../src/lookups/dns/codec/encode.ts';
import { RCODES, TYPES } from '../../src/lookups/dns/codec/types.ts';
import { authoritativeAnswer } from '../../src/rehearsal/dns/authoritative.ts';
import { datagramLimit, exchange } from '../../src/rehearsal/dns/exchange.ts';
import { resolve } from '../../src/rehearsal/dns/resolve.ts';
import { empty, record } from '../../src/rehearsal/dns/zone.ts';
import { worldOn } from '../../src/rehearsal/world/advance.ts';
import { beginningOf } from '../../src/rehearsal/world/beginning.ts';
import { rolesOf } from '../../src/rehearsal/world/setting.ts';
import { settle } from '../../src/rehearsal/world/settle.ts';
import { aCase, aScenario, query, START, step } from './support.ts';

const nothing = () => ({ reply: empty(RCODES.NOERROR) });

describe('an exchange', () => {
  it('survives any octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        const answer = exchange(octets, nothing, datagramLimit);
        expect(answer === undefined || decodeMessage(answer).ok).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it('survives a query with any octet changed', () => {
    const whole = encodeMessage(query({ name: 'www.alpha.test', type: 'A' }));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (at, octet) => {
        const answer = exchange(whole.with(at, octet), nothing, datagramLimit);
        expect(answer === undefined || decodeMessage(answer).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('survives them in every role, whatever name comes out', () => {
    const theCase = aCase();
    const scenario = aScenario([[step('alpha.test', { do: ['delegate'], fault: 'stale-ds' })]]);
    const setting = settle(theCase, scenario, 'seed');
    const world = worldOn(beginningOf(theCase, scenario, setting), scenario, 0);
    const roles = [...rolesOf(setting).values()];
    const whole = encodeMessage(query({ name: 'ns1.alpha.test', type: 'A', recursion: true }));
    const change = fc.record({ role: fc.constantFrom(...roles), at: fc.nat(whole.length - 1), octet: fc.nat(255) });
    fc.assert(
      fc.property(change, ({ role, at, octet }) => {
        const answering = (_: unknown, { name: asked, type }: { readonly name: string; readonly type: number }) => {
          const asking = { name: asked, type, dnssecOk: true };
          if (role.role !== 'resolver') return { reply: authoritativeAnswer(world, role, asking) };
          return resolve(world, { asking, checkingDisabled: false, validates: role.validates, now: START, roles });
        };
        const answer = exchange(whole.with(at, octet), answering, datagramLimit);
        expect(answer === undefined || decodeMessage(answer).ok).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it('does not answer an answer', () => {
    const octets = encodeMessage({ ...query({ name: 'alpha.test', type: 'A' }), response: true });
    expect(exchange(octets, nothing, datagramLimit)).toBeUndefined();
  });

  it('cuts off what does not fit a datagram, all of it', () => {
    const many = Array.from({ length: 60 }, (_, n) =>
      record(`${'long'.repeat(6)}${n}.test`, 1, ['NS', { kind: 'ns', target: `ns${n}.example` }]),
    );
    const large = () => ({ reply: { ...empty(RCODES.NOERROR), answers: many } });
    const answer = exchange(encodeMessage(query({ name: 'alpha.test', type: 'NS' })), large, datagramLimit);
    const read = decodeMessage(answer ?? new Uint8Array());
    expect(read.ok && [read.message.truncated, read.message.answers.length, read.message.questions[0]?.type]).toEqual([
      true,
      0,
      TYPES.NS,
    ]);
  });

  it('keeps to 512 octets without EDNS', () => {
    expect(datagramLimit(query({ name: 'alpha.test', type: 'A', plain: true }))).toBe(512);
    expect(datagramLimit(query({ name: 'alpha.test', type: 'A' }))).toBe(1232);
  });
});
