// The way to a YAML node, step by step.
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';

export type Path = readonly PropertyKey[];

export interface Found {
  /** The innermost key on the way, where there is one. */
  readonly key?: Node;
  readonly value: unknown;
  /** False when the path goes on where the file does not. */
  readonly whole: boolean;
}

export function find(root: unknown, path: Path): Found {
  let found: Found = { value: root, whole: true };
  for (const step of path) {
    const next = child(found.value, step);
    if (next === undefined) return { ...found, whole: false };
    found = next;
  }
  return found;
}

function child(node: unknown, step: PropertyKey): Found | undefined {
  if (isSeq(node)) {
    const value = node.items[Number(step)];
    return value === undefined ? undefined : { value, whole: true };
  }
  const pair = isMap(node) ? pairAt(node, String(step)) : undefined;
  if (pair === undefined || !isNode(pair.key)) return undefined;
  return { key: pair.key, value: pair.value, whole: true };
}

/** Keys of large maps are looked for once each, by the thousand where the file is hostile. */
const PAIRS = new WeakMap<YAMLMap, ReadonlyMap<string, Pair>>();
const LARGE = 32;

function pairAt(map: YAMLMap, key: string): Pair | undefined {
  if (map.items.length <= LARGE) return map.items.find((one) => keyOf(one) === key);
  const pairs = PAIRS.get(map) ?? firstPairs(map);
  PAIRS.set(map, pairs);
  return pairs.get(key);
}

function firstPairs(map: YAMLMap): ReadonlyMap<string, Pair> {
  return new Map(map.items.map((pair) => [keyOf(pair) ?? '', pair] as const).reverse());
}

export function keyOf(pair: Pair): string | undefined {
  return isScalar(pair.key) ? String(pair.key.value ?? '') : undefined;
}

export function isNode(node: unknown): node is Node {
  return isScalar(node) || isMap(node) || isSeq(node) || isAlias(node);
}
