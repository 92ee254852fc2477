import { describe, expect, it } from 'vitest';
import { spanOf } from '../../../src/lookups/heard/span.ts';
import { instantAt } from '../../../src/model/instant.ts';
import type { Exchange } from '../../../src/model/seen/exchange.ts';

describe('the span of an asking', () => {
  const clock = { now: () => instantAt(5000), monotonic: () => 0 };
  const exchange = (at: number, took: number): Exchange => ({
    protocol: 'dns',
    uri: 'dns://192.0.2.1/test?type=NS',
    at: instantAt(at),
    took,
    dialled: '192.0.2.1:53',
    transport: 'udp',
    sent: new Uint8Array(),
    received: new Uint8Array(),
    end: 'complete',
  });

  it('is from the first packet to the last, whatever their order', () => {
    expect(spanOf([exchange(1200, 10), exchange(1000, 50)], clock)).toEqual({ at: instantAt(1000), took: 210 });
    expect(spanOf([], clock)).toEqual({ at: instantAt(5000), took: 0 });
  });
});
