import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeMessage } from '../../../../src/lookups/dns/codec/decode.ts';
import { encodeMessage } from '../../../../src/lookups/dns/codec/encode.ts';
import { messages } from './arbitrary.ts';

describe('a message and its octets', () => {
  it('comes back as it was written', () => {
    fc.assert(
      fc.property(messages, (message) => {
        expect(decodeMessage(encodeMessage(message))).toEqual({ ok: true, message, trailing: 0 });
      }),
    );
  });

  it('never throws on random octets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        expect(typeof decodeMessage(octets).ok).toBe('boolean');
      }),
      { numRuns: 1000 },
    );
  });

  it('never throws on a message with octets changed or cut off, and what it then reads can be written', () => {
    const change = fc.record({ at: fc.nat(), to: fc.integer({ min: 0, max: 255 }) });
    fc.assert(
      fc.property(messages, fc.array(change, { maxLength: 4 }), fc.nat(), (message, changes, cut) => {
        const octets = encodeMessage(message);
        for (const { at, to } of changes) octets[at % octets.length] = to;
        const decoded = decodeMessage(cut % 3 === 0 ? octets.subarray(0, cut % octets.length) : octets);
        if (decoded.ok) expect(decodeMessage(encodeMessage(decoded.message)).ok).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
