// What was written, without the keys that were not: absent and undefined are not the same to the model.

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

export function present<T extends object>(value: T): Present<T> {
  const kept: Present<T> = {};
  for (const key in value) if (value[key] !== undefined) Object.assign(kept, { [key]: value[key] });
  return kept;
}
