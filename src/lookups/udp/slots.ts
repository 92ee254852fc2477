// Those who wait at one socket, by the id under which they asked. Some fifty at a time, so a look through all ids is as quick as a Map, whose
// tables, outgrown by the thousand, would each keep the next one and all who ever waited there from being let go.

export interface Slots<S> {
  readonly size: number;
  get(id: number): S | undefined;
  has(id: number): boolean;
  /** `id` is to be free. */
  set(id: number, slot: S): void;
  delete(id: number): void;
  /** In no order. */
  values(): readonly S[];
}

const AT_FIRST = 64;

export function openSlots<S>(): Slots<S> {
  const slots: S[] = [];
  let ids = new Uint16Array(AT_FIRST);
  const placeOf = (id: number): number => {
    for (let at = 0; at < slots.length; at += 1) if (ids[at] === id) return at;
    return -1;
  };
  return {
    get size() {
      return slots.length;
    },
    get: (id) => slots[placeOf(id)],
    has: (id) => placeOf(id) >= 0,
    set(id, slot) {
      if (slots.length === ids.length) {
        const more = new Uint16Array(2 * ids.length);
        more.set(ids);
        ids = more;
      }
      ids[slots.length] = id;
      slots.push(slot);
    },
    delete(id) {
      const at = placeOf(id);
      const last = at < 0 ? undefined : slots.pop();
      if (last === undefined || at === slots.length) return;
      slots[at] = last;
      ids[at] = ids[slots.length] ?? 0;
    },
    values: () => slots,
  };
}
