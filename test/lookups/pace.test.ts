import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { makePace, type PaceLimit } from '../../src/lookups/pace.ts';
import { paceLimits } from '../../src/lookups/pace-limits.ts';
import { instantAt } from '../../src/model/instant.ts';
import { network } from './support.ts';

const SERVER = 'whois://whois.example';
const forever = new AbortController().signal;

function pace(limit: PaceLimit, slowest = 1) {
  const clock = { now: () => instantAt(Date.now()), monotonic: () => Date.now() };
  return makePace({ of: () => limit, longestHold: 1000, slowest }, clock);
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

  it('lets in at once and without a promise where nobody has to wait, and nobody past those who do', async () => {
    const gate = pace({ atOnce: 1, apart: 500 });
    const leave = gate.enterNow(SERVER);
    expect(leave).toBeTypeOf('function');
    expect(gate.enterNow(SERVER)).toBeUndefined();
    leave?.();
    // The distance between two starts holds for it as well.
    expect(gate.enterNow(SERVER)).toBeUndefined();
    const second = gate.enter(SERVER, forever);
    await vi.advanceTimersByTimeAsync(500);
    (await second)();
    await vi.advanceTimersByTimeAsync(500);
    expect(gate.enterNow(SERVER)).toBeTypeOf('function');
    void gate.enter(SERVER, forever);
    expect(gate.waiting()).toBe(1);
    expect(gate.enterNow(SERVER)).toBeUndefined();
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

  it('asks a server more slowly after each refusal, and as usual again after many answers', async () => {
    const gate = pace({ atOnce: 1, apart: 100 }, 1 / 16);
    const distance = async () => {
      const started = async () => {
        (await gate.enter(SERVER, forever))();
        return Date.now();
      };
      const [one, other] = [started(), started()];
      await vi.advanceTimersByTimeAsync(10_000);
      return (await other) - (await one);
    };
    expect(await distance()).toBe(100);
    gate.holdOff(SERVER, 0);
    expect(await distance()).toBeGreaterThan(150);
    for (let i = 0; i < 9; i += 1) gate.holdOff(SERVER, 0);
    expect(await distance()).toBeLessThanOrEqual(1600);
    for (let i = 0; i < 20; i += 1) await distance();
    expect(await distance()).toBe(100);
  });

  it('slows down less for silence, which is mostly a dead server', async () => {
    const gate = pace({ atOnce: 20, apart: 0 }, 1 / 16);
    for (let i = 0; i < 9; i += 1) gate.fellSilent(SERVER);
    const all = Array.from({ length: 20 }, () => gate.enter(SERVER, forever));
    await vi.advanceTimersByTimeAsync(0);
    expect(gate.waiting()).toBe(15);
    expect(all).toHaveLength(20);
  });

  it('says what is waited for most, and how long', async () => {
    const gate = pace({ atOnce: 1, apart: 400 });
    expect(gate.longest()).toBeUndefined();
    (await gate.enter(SERVER, forever))();
    void gate.enter(SERVER, forever);
    void gate.enter(SERVER, forever);
    await vi.advanceTimersByTimeAsync(100);
    expect(gate.longest()).toEqual({ server: SERVER, waiting: 2, next: 300 });
  });

  it('goes by the book that other runs write in as well', async () => {
    const began = Date.now();
    const left: number[] = [];
    const book = {
      reserve: () =>
        Date.now() < began + 200
          ? ({ ok: false, againMs: 50 } as const)
          : ({ ok: true, inMs: [70], leave: () => left.push(1) } as const),
      holdOff: () => {},
    };
    const clock = { now: () => instantAt(Date.now()), monotonic: () => Date.now() };
    const gate = makePace({ of: () => ({ atOnce: 1, apart: 0 }), longestHold: 1000, slowest: 1 }, clock, book);
    const started = gate.enter(SERVER, forever).then((leave) => {
      leave();
      return Date.now() - began;
    });
    await vi.advanceTimersByTimeAsync(1000);
    expect(await started).toBe(270);
    expect(left).toHaveLength(1);
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
