import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLine, type Standing } from '../../../src/lookups/bulk/line.ts';
import { openWaits, type Waiting } from '../../../src/lookups/udp/waits.ts';

interface Person extends Standing<Person> {
  readonly name: string;
}

describe('a line', () => {
  it('has who came first at its head, and anybody may leave once', () => {
    const line = openLine<Person>();
    const [a, b, c] = ['a', 'b', 'c'].map((name): Person => ({ name }));
    for (const one of [a, b, c]) if (one !== undefined) line.join(one);
    expect(b !== undefined && [line.leave(b), line.leave(b)]).toEqual([true, false]);
    expect([line.head()?.name, line.length()]).toEqual(['a', 2]);
    if (a !== undefined) line.leave(a);
    expect([line.head()?.name, line.length()]).toEqual(['c', 1]);
    if (a !== undefined) line.join(a);
    if (c !== undefined) line.leave(c);
    expect([line.head()?.name, line.length()]).toEqual(['a', 1]);
  });
});

interface Wait extends Waiting<Wait> {
  readonly name: string;
}

describe('many waits', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('of several lengths end each at its time, and those that were stopped never', () => {
    const ended: string[] = [];
    const waits = openWaits<Wait>({
      monotonic: () => performance.now(),
      onDue: ({ name }) => ended.push(name),
      keepsAlive: true,
    });
    const wait = (name: string, length: number): Wait => ({ name, wait: length, due: 0 });
    const stopped = wait('stopped', 20);
    for (const one of [wait('long', 50), wait('short', 20), stopped]) waits.start(one);
    waits.stop(stopped);
    vi.advanceTimersByTime(10);
    waits.start(wait('later', 20));
    vi.advanceTimersByTime(12);
    expect(ended).toEqual(['short']);
    vi.advanceTimersByTime(10);
    expect(ended).toEqual(['short', 'later']);
    vi.advanceTimersByTime(30);
    expect(ended).toEqual(['short', 'later', 'long']);
    expect(vi.getTimerCount()).toBe(0);
  });

  it('leave no timer behind when the last one is stopped', () => {
    const waits = openWaits<Wait>({ monotonic: () => performance.now(), onDue: () => {}, keepsAlive: true });
    const one: Wait = { name: 'one', wait: 20, due: 0 };
    waits.start(one);
    waits.stop(one);
    expect(vi.getTimerCount()).toBe(0);
    expect(waits.beyond(20, 0)).toBeUndefined();
  });
});
