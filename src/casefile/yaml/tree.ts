// YAML nodes to plain values, reading scalars strictly: only true, false, null and plain decimal figures are anything
// but text, so that `no`, `1e3`, `0123` and dates stay what was written. Remembers which node each value came from.
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar, type YAMLMap } from 'yaml';
import type { Place, Problem } from '../../model/problem.ts';
import type { Code } from '../codes.ts';
import { problem } from '../problems.ts';
import type { ReadableText } from '../source.ts';
import { type Found, find, isNode, keyOf, type Path } from './nodes.ts';

export type { Path } from './nodes.ts';

export interface Tree {
  /** What was refused is undefined in it, and null is what was left empty. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  /** Where something was refused, and is not in the value or not for certain. */
  readonly refused: readonly Path[];
  /** The place of the value at a path, or of its key; of the nearest thing above it when there is none. */
  place(path: Path, part?: 'key' | 'value'): Place;
  /** The text of an unquoted scalar as it stands in the file; `undefined` for anything else. */
  plainText(path: Path): string | undefined;
  has(path: Path): boolean;
}

/** Deeper than any case file goes; the reader itself could go further. */
const DEPTH = 32;
/** Each would open a way into the innards of objects. */
const FORBIDDEN_KEYS = new Set(['__proto__', 'constructor', 'prototype']);

interface Walk {
  readonly text: ReadableText;
  readonly problems: Problem[];
  readonly refused: Path[];
  /** Where the walk is now. */
  readonly path: PropertyKey[];
}

export function treeOf(text: ReadableText, root: unknown): Tree {
  const walk: Walk = { text, problems: [], refused: [], path: [] };
  const value = readNode(walk, root);
  return {
    value,
    problems: walk.problems,
    refused: walk.refused,
    place: (path, part = 'value') => placeOf(text, find(root, path), part),
    plainText: (path) => plainTextOf(find(root, path)),
    has: (path) => find(root, path).whole,
  };
}

function readNode(walk: Walk, node: unknown): unknown {
  const depth = walk.path.length;
  if (!isNode(node)) return null;
  if (isAlias(node)) return refuse(walk, node, { code: 'yaml-alias', says: `"*${node.source}" is a YAML alias.` });
  if (tagOf(node) !== undefined) complain(walk, node, { code: 'yaml-tag', says: `"${tagOf(node)}" is a YAML tag.` });
  if (depth > DEPTH) return refuse(walk, node, { code: 'yaml-too-deep', says: `This is nested ${depth} levels deep.` });
  if (isScalar(node)) return scalarValue(node);
  if (isSeq(node)) return node.items.map((item, index) => readBelow(walk, item, index));
  return isMap(node) ? mapValue(walk, node) : null;
}

function readBelow(walk: Walk, node: unknown, step: PropertyKey): unknown {
  walk.path.push(step);
  const value = readNode(walk, node);
  walk.path.pop();
  return value;
}

function mapValue(walk: Walk, map: YAMLMap): Record<string, unknown> {
  const value: Record<string, unknown> = {};
  for (const pair of map.items) {
    const key = keyOf(pair);
    const wrong = wrongWithKey(pair, key, value);
    if (wrong === undefined && key !== undefined) value[key] = readBelow(walk, pair.value, key);
    else if (wrong !== undefined) {
      complain(walk, isNode(pair.key) ? pair.key : map, wrong);
      // Which key was meant can be told only of one that stands there twice.
      const twice = wrong.code === 'yaml-duplicate-key' && key !== undefined;
      walk.refused.push(twice ? [...walk.path, key] : [...walk.path]);
    }
  }
  return value;
}

interface Complaint {
  readonly code: Code;
  readonly says: string;
}

function wrongWithKey(pair: Pair, key: string | undefined, seen: Record<string, unknown>): Complaint | undefined {
  if (key === undefined) return { code: 'yaml-syntax', says: 'A key has to be a plain text.' };
  if (key === '<<') return { code: 'yaml-merge-key', says: '"<<" is a YAML merge key.' };
  if (FORBIDDEN_KEYS.has(key)) return { code: 'yaml-forbidden-key', says: `"${key}" is not allowed as a key.` };
  if (Object.hasOwn(seen, key)) return { code: 'yaml-duplicate-key', says: `"${key}" stands here a second time.` };
  if (isNode(pair.key) && tagOf(pair.key) !== undefined) return { code: 'yaml-tag', says: 'A key has a YAML tag.' };
  return undefined;
}

function complain(walk: Walk, node: Node, { code, says }: Complaint): void {
  walk.problems.push(problem(code, says, { place: placeOfNode(walk.text, node) }));
}

function refuse(walk: Walk, node: Node, complaint: Complaint): undefined {
  complain(walk, node, complaint);
  walk.refused.push([...walk.path]);
  return undefined;
}

function scalarValue(node: Scalar): unknown {
  const text = String(node.value ?? '');
  if (node.type !== 'PLAIN') return text;
  if (text === '' || text === 'null' || text === '~') return null;
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,9})?$/.test(text) ? Number(text) : text;
}

function tagOf(node: unknown): string | undefined {
  return isNode(node) ? node.tag?.replace('tag:yaml.org,2002:', '!!') : undefined;
}

/** A collection is marked at its key: it stands on many lines. */
function placeOf(text: ReadableText, found: Found, part: 'key' | 'value'): Place {
  const { key, value } = found;
  const useKey = key !== undefined && (part === 'key' || !found.whole || !isScalar(value) || value.value === '');
  if (useKey) return placeOfNode(text, key);
  return isNode(value) ? placeOfNode(text, value) : text.place(0);
}

function placeOfNode(text: ReadableText, node: Node): Place {
  const first = isMap(node) ? node.items[0]?.key : isSeq(node) ? node.items[0] : undefined;
  if (isNode(first) && !isFlow(node)) return placeOfNode(text, first);
  const [start, end] = node.range ?? [0, 1];
  const block = isScalar(node) && (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL');
  return text.place(start, block ? start + 1 : Math.max(end, start + 1));
}

function isFlow(node: Node): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

function plainTextOf({ value, whole }: Found): string | undefined {
  return whole && isScalar(value) && value.type === 'PLAIN' && value.value !== '' ? String(value.value) : undefined;
}

export function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, key) => (isHolder(value) ? value[key] : undefined), root);
}

/** The keys of the map at a path; none where there is no map. */
export function keysAt(root: unknown, path: Path): readonly string[] {
  const map = valueAt(root, path);
  return isHolder(map) && !Array.isArray(map) ? Object.keys(map) : [];
}

export function isHolder(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null;
}
