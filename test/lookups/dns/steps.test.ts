import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AUTHORITATIVE_TRIES, MOST_PACKETS, RESOLVER_TRIES } from '../../../src/lookups/dns/limits.ts';
import { firstStep, nextStep, type Outcome, type Step } from '../../../src/lookups/dns/steps.ts';
import { message } from './messages.ts';

const FRESH = { edns: true, mixedCase: true, tired: false };

const outcomes: fc.Arbitrary<Outcome> = fc.oneof(
  fc.constantFrom(0, 1, 2, 4, 16).map((rcode): Outcome => ({ kind: 'answer', message: message({ rcode }) })),
  fc.boolean().map((otherLetters): Outcome => ({ kind: 'silence', otherLetters })),
  fc.constant<Outcome>({ kind: 'truncated' }),
  fc.constant<Outcome>({ kind: 'end' }),
);

describe('the order of attempts', () => {
  it('ends within six packets whatever the server does, and names the cause of each further one', () => {
    fc.assert(
      fc.property(fc.array(outcomes, { minLength: 12, maxLength: 12 }), (script) => {
        const taken: Step[] = [];
        let step: Step | undefined = firstStep(AUTHORITATIVE_TRIES, FRESH);
        for (const outcome of script) {
          if (step === undefined) break;
          taken.push(step);
          step = nextStep(step, outcome);
        }
        expect(step).toBeUndefined();
        expect(taken.length).toBeLessThanOrEqual(MOST_PACKETS);
        expect(taken.slice(1).every(({ because }) => because !== undefined)).toBe(true);
        expect(taken.filter(({ transport }) => transport === 'tcp').length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives a resolver ten seconds together', () => {
    expect(RESOLVER_TRIES.reduce((sum: number, wait) => sum + wait, 0)).toBe(10_000);
  });

  it('says from the start what is known of a server', () => {
    const step = firstStep([2000, 2000], { edns: false, mixedCase: false, tired: true });
    expect(step).toMatchObject({ edns: false, mixedCase: false, left: [] });
    expect(step.because).toMatch(/EDNS; .*letters.*; .*one try/);
    expect(firstStep([2000], FRESH).because).toBeUndefined();
  });
});
