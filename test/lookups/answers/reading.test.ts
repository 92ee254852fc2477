// Laws that hold for every answer, honest or not.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followChain, startTrail } from '../../../src/lookups/answers/chain.ts';
import { readAnswer } from '../../../src/lookups/answers/read-answer.ts';
import { readDelegation, readDs } from '../../../src/lookups/answers/read-delegation.ts';
import type { DnsMessage, ResourceRecord } from '../../../src/lookups/dns/codec/message.ts';
import { TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { readKeys } from '../../../src/lookups/dnssec/read-keys.ts';
import { readResolved } from '../../../src/lookups/resolver/read-resolved.ts';
import { END_OF_TIME } from '../../../src/model/instant.ts';
import { messages } from '../dns/codec/arbitrary.ts';
import { message, record } from '../dns/messages.ts';

const ZONE = 'test';
const NAME = 'example.test';

const names = fc.constantFrom(
  '.',
  'test',
  'example.test',
  'www.example.test',
  'ns1.example.test',
  'other.example',
  'Example.TEST',
);
const records: fc.Arbitrary<ResourceRecord> = fc
  .tuple(names, fc.constantFrom('NS', 'CNAME', 'SOA', 'DNAME') as fc.Arbitrary<'NS' | 'CNAME' | 'SOA' | 'DNAME'>, names)
  .map(([owner, type, target]) => record(owner, type, target === '.' ? 'x' : target));
const addresses = fc.tuple(names, fc.ipV4()).map(([owner, text]) => record(owner, 'A', text));
const sections = fc.array(fc.oneof(records, addresses), { maxLength: 5 });

/** Answers that look like answers to the question: where the traps are. */
const likely: fc.Arbitrary<DnsMessage> = fc
  .record({
    authoritative: fc.boolean(),
    recursionAvailable: fc.boolean(),
    rcode: fc.constantFrom(0, 2, 3, 5),
    answers: sections,
    authority: sections,
    additional: sections,
  })
  .map(message);

const any = fc.oneof(likely, messages);

describe('reading an answer', () => {
  it('never throws, and never makes something of an answer without authority', () => {
    fc.assert(
      fc.property(any, (answer) => {
        const delegation = readDelegation(answer, { zone: ZONE, name: NAME });
        const address = readAnswer(answer, NAME, startTrail(NAME, TYPES.A));
        readResolved(answer, NAME, TYPES.A);
        if (answer.authoritative) return;
        expect(delegation.kind).not.toBe('absent');
        expect(address.kind).not.toBe('end');
        expect(readDs(answer, { zone: ZONE, name: NAME }).ok).toBe(false);
        expect(readKeys(answer, NAME, END_OF_TIME).ok).toBe(false);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the order of records', () => {
    fc.assert(
      fc.property(likely, (answer) => {
        const turned = {
          ...answer,
          answers: [...answer.answers].reverse(),
          authority: [...answer.authority].reverse(),
          additional: [...answer.additional].reverse(),
        };
        const delegation = [answer, turned].map((one) => readDelegation(one, { zone: ZONE, name: NAME }));
        if (delegation.every(({ kind }) => kind === 'delegated')) expect(delegation[0]).toEqual(delegation[1]);
        expect(delegation[0]?.kind).toBe(delegation[1]?.kind);
        const chains = [answer, turned].map((one) => followChain(one, startTrail(NAME, TYPES.A)));
        expect(chains[0]?.ok).toBe(chains[1]?.ok);
        if (chains[0]?.ok) expect(chains[0]).toEqual(chains[1]);
      }),
      { numRuns: 1000 },
    );
  });

  it('follows no chain for longer than eight aliases', () => {
    fc.assert(
      fc.property(likely, (answer) => {
        const chain = followChain(answer, startTrail(NAME, TYPES.A));
        expect(!chain.ok || chain.trail.passed.length <= 8).toBe(true);
      }),
    );
  });
});
