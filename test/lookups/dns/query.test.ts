// A question as octets, written by hand for the sake of speed: the same as the codec writes, for every name.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeMessage } from '../../../src/lookups/dns/codec/encode.ts';
import { EMPTY_MESSAGE } from '../../../src/lookups/dns/codec/message.ts';
import { lowerName } from '../../../src/lookups/dns/codec/names.ts';
import { CLASS_IN, TYPES } from '../../../src/lookups/dns/codec/types.ts';
import { queryOctets } from '../../../src/lookups/dns/query.ts';
import { UDP_SIZE } from '../../../src/lookups/udp/limits.ts';
import { anyName } from './codec/arbitrary.ts';

const EDNS = { udpSize: UDP_SIZE, version: 0, dnssecOk: true, options: [] };

describe('a question on the wire', () => {
  it('is what the codec writes, of host names, of names with escapes and of the root', () => {
    fc.assert(
      fc.property(anyName, fc.boolean(), fc.boolean(), fc.boolean(), (name, recursion, checkingDisabled, edns) => {
        const octets = queryOctets({ name, type: TYPES.NS, recursion, checkingDisabled, edns });
        const questions = [{ name: lowerName(name), type: TYPES.NS, class: CLASS_IN }];
        const flags = { recursionDesired: recursion, checkingDisabled };
        const message = { ...EMPTY_MESSAGE, ...flags, questions, ...(edns ? { edns: EDNS } : {}) };
        expect(Buffer.from(octets)).toEqual(Buffer.from(encodeMessage(message)));
      }),
      {
        examples: [
          ['.', true, false, true],
          ['EXAMPLE.Test', false, true, true],
          ['a\\.b\\255.test', false, false, false],
        ],
      },
    );
  });
});
