// A map that forgets what was used longest ago, so that a case of a million names does not fill the memory.
import { openLine, type Standing } from './line.ts';

export interface BoundedMap<V> {
  get(key: string): V | undefined;
  set(key: string, value: V): void;
  forget(key: string): void;
}

interface Entry<V> extends Standing<Entry<V>> {
  readonly key: string;
  value: V;
}

export function boundedMap<V>(most: number): BoundedMap<V> {
  const entries = new Map<string, Entry<V>>();
  const used = openLine<Entry<V>>();
  const use = (entry: Entry<V>) => {
    used.leave(entry);
    used.join(entry);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry !== undefined) use(entry);
      return entry?.value;
    },
    forget(key) {
      entries.delete(key);
    },
    set(key, value) {
      const entry = entries.get(key) ?? { key, value };
      entry.value = value;
      entries.set(key, entry);
      use(entry);
      const oldest = used.length() > most ? used.head() : undefined;
      if (oldest === undefined) return;
      used.leave(oldest);
      entries.delete(oldest.key);
    },
  };
}
