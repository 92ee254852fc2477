import { describe, expect, it } from 'vitest';
import { openAbortHub } from '../../../src/lookups/bulk/abort-hub.ts';
import { boundedMap } from '../../../src/lookups/bulk/bounded-map.ts';
import type { Standing } from '../../../src/lookups/bulk/line.ts';
import { openTurnstile } from '../../../src/lookups/bulk/turnstile.ts';

describe('what is remembered', () => {
  it('is what was used last', () => {
    const map = boundedMap<number>(2);
    map.set('a', 1);
    map.set('b', 2);
    map.get('a');
    map.set('c', 3);
    expect([map.get('a'), map.get('b'), map.get('c')]).toEqual([1, undefined, 3]);
  });

  it('may be forgotten, and stays when it is learnt anew', () => {
    const map = boundedMap<number>(2);
    map.set('a', 1);
    map.forget('a');
    map.set('a', 2);
    map.set('b', 3);
    expect([map.get('a'), map.get('b')]).toEqual([2, 3]);
    map.forget('b');
    map.set('b', 4);
    expect([map.get('a'), map.get('b')]).toEqual([2, 4]);
  });
});

describe('a turnstile', () => {
  it('lets so many in, and the next in turn as one leaves', async () => {
    const turnstile = openTurnstile(1);
    const order: string[] = [];
    const leave = await turnstile.enter();
    const second = Promise.resolve(turnstile.enter()).then((out) => {
      order.push('second');
      out();
    });
    const third = Promise.resolve(turnstile.enter()).then(() => order.push('third'));
    await Promise.resolve();
    expect(order).toEqual([]);
    leave();
    await Promise.all([second, third]);
    expect(order).toEqual(['second', 'third']);
  });
});

interface Waiter extends Standing<Waiter> {
  readonly number: number;
}

describe('an abort hub', () => {
  it('stops all who wait for a signal, holds one listener a signal, and lets go', () => {
    const controller = new AbortController();
    const { signal } = controller;
    let listeners = 0;
    const { addEventListener, removeEventListener } = signal;
    signal.addEventListener = (...given: Parameters<typeof addEventListener>) => {
      listeners += 1;
      addEventListener.apply(signal, given);
    };
    signal.removeEventListener = (...given: Parameters<typeof removeEventListener>) => {
      listeners -= 1;
      removeEventListener.apply(signal, given);
    };
    const stopped: number[] = [];
    const hub = openAbortHub<Waiter>(({ number }) => stopped.push(number));
    const waiters = [1, 2, 3].map((number): Waiter => ({ number }));
    for (const waiter of waiters) hub.watch(signal, waiter);
    expect(listeners).toBe(1);
    for (const waiter of waiters.slice(0, 1)) hub.release(signal, waiter);
    controller.abort();
    expect(stopped).toEqual([2, 3]);
    for (const waiter of waiters) hub.release(signal, waiter);
    expect(listeners).toBe(0);
    hub.watch(signal, { number: 4 });
    expect(stopped).toEqual([2, 3, 4]);
  });

  it('can stop everybody', () => {
    const stopped: number[] = [];
    const hub = openAbortHub<Waiter>(({ number }) => stopped.push(number));
    for (const number of [1, 2]) hub.watch(new AbortController().signal, { number });
    hub.stopAll();
    expect(stopped).toEqual([1, 2]);
  });
});
