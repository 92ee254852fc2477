// Which of many stretches of octets stood there before: a table of numbers over the octets themselves, so that a million names
// take some twenty octets each and no object.

export interface Distinct {
  readonly count: number;
  /** The number, from 0, of the stretch: of the first one that is the same, or its own where it is the first. */
  add(stretch: Stretch): number;
  /** The number of the stretch that is made of these octets; -1: there is none. */
  find(wanted: Uint8Array, hash: number): number;
  start(at: number): number;
  end(at: number): number;
  /** The line on which it stands. */
  line(at: number): number;
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hash: number;
  readonly number: number;
}

/** `most`: no more stretches than this will come. */
export function distinctIn(octets: Uint8Array, most: number): Distinct {
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, most * 2))));
  const mask = slots.length - 1;
  const [starts, ends, lines] = [new Uint32Array(most), new Uint32Array(most), new Uint32Array(most)];
  let count = 0;
  const same = (at: number, start: number, end: number): boolean => {
    const other = starts[at] ?? 0;
    if ((ends[at] ?? 0) - other !== end - start) return false;
    for (let step = 0; step < end - start; step += 1) if (octets[other + step] !== octets[start + step]) return false;
    return true;
  };
  return {
    get count() {
      return count;
    },
    add({ start, end, hash, number }) {
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const there = (slots[slot] ?? 0) - 1;
        if (there >= 0) {
          if (same(there, start, end)) return there;
          continue;
        }
        slots[slot] = count + 1;
        starts[count] = start;
        ends[count] = end;
        lines[count] = number;
        count += 1;
        return count - 1;
      }
    },
    find(wanted, hash) {
      for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
        const there = (slots[slot] ?? 0) - 1;
        if (there < 0) return -1;
        const start = starts[there] ?? 0;
        const isSame = (ends[there] ?? 0) - start === wanted.length;
        if (isSame && wanted.every((octet, step) => octets[start + step] === octet)) return there;
      }
    },
    start: (at) => starts[at] ?? 0,
    end: (at) => ends[at] ?? 0,
    line: (at) => lines[at] ?? 0,
  };
}
