import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePace, type PaceLimit } from '../../src/lookups/pace.ts';
import { paceLimits } from '../../src/lookups/pace-limits.ts';
import { instantAt } from '../../src/model/instant.ts';
import { network } from './support.ts';

const SERVER = 'whois://whois.example';
const forever = new AbortController().signal;

function pace(limit: PaceLimit) {
  const clock = { now: () => instantAt(Date.now()), monotonic: () => Date.now() };
  return makePace({ of: () => limit, longestHold: 1000 }, clock);
}

describe('pace', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('lets in no more at once than the limit, first come first served', async () => {
    const gate = pace({ atOnce: 2, apart: 0 });
    const order: number[] = [];
    const leaving: (() => void)[] = [];
    for (const turn of [1, 2, 3, 4]) {
      void gate.enter(SERVER, forever).then((leave) => {
        order.push(turn);
        leaving.push(leave);
      });
    }
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual([1, 2]);
    expect(gate.waiting()).toBe(2);
    leaving[1]?.();
    leaving[1]?.();
    await vi.advanceTimersByTimeAsync(0);
    expect(order).toEqual([1, 2, 3]);
    expect(gate.waiting()).toBe(1);
  });

  it('keeps starts apart', async () => {
    const gate = pace({ atOnce: 9, apart: 500 });
    const starts: number[] = [];
    const began = Date.now();
    const all = [1, 2, 3].map(() => gate.enter(SERVER, forever).then(() => starts.push(Date.now() - began)));
    await vi.advanceTimersByTimeAsync(2000);
    await Promise.all(all);
    expect(starts).toEqual([0, 500, 1000]);
  });

  it('is quiet for as long as a server asks, but not for ever', async () => {
    const gate = pace({ atOnce: 1, apart: 0 });
    const began = Date.now();
    gate.holdOff(SERVER, 86_400_000);
    const started = gate.enter(SERVER, forever).then(() => Date.now() - began);
    await vi.advanceTimersByTimeAsync(1500);
    expect(await started).toBe(1000);
  });

  it('does not let one server wait for another', async () => {
    const gate = pace({ atOnce: 1, apart: 0 });
    gate.holdOff(SERVER, 900);
    await expect(gate.enter('whois://other.example', forever)).resolves.toBeTypeOf('function');
  });

  it('lets a whole run wait on one signal without a warning', async () => {
    const warned = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    const gate = pace({ atOnce: 0, apart: 0 });
    const stop = new AbortController();
    const all = Array.from({ length: 30 }, () => gate.enter(SERVER, stop.signal));
    stop.abort();
    await expect(Promise.allSettled(all)).resolves.toHaveLength(30);
    expect(warned).not.toHaveBeenCalled();
    warned.mockRestore();
  });

  it('takes one who gives up out of the queue', async () => {
    const gate = pace({ atOnce: 1, apart: 0 });
    const leave = await gate.enter(SERVER, forever);
    const stop = new AbortController();
    const impatient = gate.enter(SERVER, stop.signal);
    const patient = gate.enter(SERVER, forever);
    stop.abort();
    await expect(impatient).rejects.toThrow();
    expect(gate.waiting()).toBe(1);
    leave();
    await expect(patient).resolves.toBeTypeOf('function');
    await expect(gate.enter(SERVER, stop.signal)).rejects.toThrow();
  });
});

describe('pace limits', () => {
  it('tell the kinds of server apart, and let the configuration have its way', () => {
    const limits = paceLimits(network({}), new Map([['whois.slow.example', { atOnce: 1, apart: 9000 }]]));
    expect(limits.of('whois://whois.slow.example').apart).toBe(9000);
    expect(limits.of('whois://whois.example').atOnce).toBe(1);
    expect(limits.of('192.0.2.1').atOnce).toBeGreaterThan(limits.of('https://rdap.example').atOnce);
  });
});
