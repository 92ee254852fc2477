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
  let newest: Entry<V> | undefined;
  const use = (entry: Entry<V>) => {
    if (entry === newest) return;
    newest = entry;
    used.leave(entry);
    used.join(entry);
  };
  const drop = (entry: Entry<V>) => {
    if (entry === newest) newest = undefined;
    used.leave(entry);
    entries.delete(entry.key);
  };
  return {
    get(key) {
      const entry = entries.get(key);
      if (entry !== undefined) use(entry);
      return entry?.value;
    },
    forget(key) {
      const entry = entries.get(key);
      if (entry !== undefined) drop(entry);
    },
    set(key, value) {
      const known = entries.get(key);
      const entry = known ?? { key, value };
      entry.value = value;
      if (known === undefined) entries.set(key, entry);
      use(entry);
      const oldest = used.length() > most ? used.head() : undefined;
      if (oldest !== undefined) drop(oldest);
    },
  };
}
