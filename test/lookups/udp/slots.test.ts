import { describe, expect, it } from 'vitest';
import { openSlots } from '../../../src/lookups/udp/slots.ts';

describe('the slots of a socket', () => {
  it('hold whoever came and has not left, as a Map would', () => {
    const slots = openSlots<string>();
    const map = new Map<number, string>();
    // Every third leaves again; ids are spread over all sixteen bits, and there are more than at first have room.
    for (let round = 0; round < 500; round += 1) {
      const id = (round * 40_503) % 65_536;
      slots.set(id, `slot ${id}`);
      map.set(id, `slot ${id}`);
      const leaving = ((round - (round % 7)) * 40_503) % 65_536;
      if (round % 3 !== 0) continue;
      slots.delete(leaving);
      map.delete(leaving);
    }
    expect(slots.size).toBe(map.size);
    expect([...slots.values()].sort()).toEqual([...map.values()].sort());
    for (let id = 0; id < 65_536; id += 1) {
      if (slots.get(id) !== map.get(id) || slots.has(id) !== map.has(id)) expect.fail(`id ${id}`);
    }
  });

  it('are left as they were when nobody has the id', () => {
    const slots = openSlots<string>();
    slots.delete(7);
    slots.set(0, 'zero');
    slots.delete(7);
    expect([slots.size, slots.get(0), slots.get(7)]).toEqual([1, 'zero', undefined]);
    slots.delete(0);
    expect([slots.size, slots.get(0)]).toEqual([0, undefined]);
  });
});
