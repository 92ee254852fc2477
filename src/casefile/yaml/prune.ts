// A value brought to what a schema accepts: unquoted figures are taken as the texts they were written as, and what is
// refused is left out, so that the rules can look at the rest. Remembers where in the file the rest stands.
import type { ZodType } from 'zod';
import { flatten, type Issue } from './issues.ts';
import { isHolder, type Path, type Tree, valueAt } from './tree.ts';

type Settled<T> =
  | { readonly parsed: true; readonly value: T; readonly issues: readonly Issue[] }
  | { readonly parsed: false; readonly issues: readonly Issue[] };

/** Parses; where a text is wanted and an unquoted figure or truth value stands, the text is what was written. */
export function settle<T>(schema: ZodType<T>, draft: unknown, tree: Tree): Settled<T> {
  for (;;) {
    const result = schema.safeParse(draft);
    if (result.success) return { parsed: true, value: result.data, issues: [] };
    const issues = flatten(result.error.issues);
    const changed = issues.filter((issue) => takeAsText(draft, issue, tree));
    if (changed.length === 0) return { parsed: false, issues };
  }
}

function takeAsText(draft: unknown, issue: Issue, tree: Tree): boolean {
  if (issue.code !== 'invalid_type' || issue.expected !== 'string') return false;
  const text = tree.plainText(issue.path);
  const key = issue.path[issue.path.length - 1];
  const holder = valueAt(draft, issue.path.slice(0, -1));
  if (text === undefined || key === undefined || !isHolder(holder)) return false;
  // What was left out stays out, though the file still has it.
  if (!Object.hasOwn(holder, key)) return false;
  if (typeof holder[key] === 'string' || holder[key] === null) return false;
  holder[key] = text;
  return true;
}

/** Each round leaves out what was refused, or what lacks something: it ends at the root at the latest. */
const ROUNDS = 12;

export type Pruned<T> =
  | { readonly parsed: true; readonly value: T; readonly place: Tree['place'] }
  | { readonly parsed: false };

/** By key at the top of the file. */
export type StandIns = Readonly<Record<string, unknown>>;

export interface Pruning<T> {
  readonly schema: ZodType<T>;
  readonly tree: Tree;
  readonly standIns: StandIns;
}

export function prune<T>(draft: unknown, { schema, tree, standIns }: Pruning<T>): Pruned<T> {
  const removed: Removed = new Map();
  const view = shifted(tree, removed);
  for (let round = 0; round < ROUNDS; round += 1) {
    const settled = settle(schema, draft, view);
    if (settled.parsed) return { parsed: true, value: settled.value, place: view.place };
    const left = settled.issues.filter((issue) => !standIn(draft, issue, standIns));
    const doomed = distinct(left.flatMap((issue) => leftOut(draft, issue)));
    if (doomed.some((path) => path.length === 0)) return { parsed: false };
    const originals = doomed.map((path) => originalPath(removed, path));
    for (const path of doomed.sort(laterFirst)) remove(draft, path);
    for (const path of originals) note(removed, path);
  }
  return { parsed: false };
}

function standIn(draft: unknown, { path }: Issue, standIns: StandIns): boolean {
  const [key, ...rest] = path;
  const known = typeof key === 'string' && rest.length === 0 && Object.hasOwn(standIns, key);
  if (!known || !isHolder(draft) || Object.hasOwn(draft, key)) return false;
  draft[key] = structuredClone(standIns[key]);
  return true;
}

/** By the path of a list in the file: which of its items were left out, in ascending order. */
type Removed = Map<string, number[]>;

/** The tree as seen from paths of the value that is left. */
function shifted(tree: Tree, removed: Removed): Tree {
  return {
    ...tree,
    place: (path, part) => tree.place(originalPath(removed, path), part),
    plainText: (path) => tree.plainText(originalPath(removed, path)),
    has: (path) => tree.has(originalPath(removed, path)),
  };
}

function originalPath(removed: Removed, path: Path): Path {
  const original: PropertyKey[] = [];
  for (const step of path) {
    const gone = typeof step === 'number' ? (removed.get(keyOf(original)) ?? []) : [];
    original.push(gone.reduce<PropertyKey>((at, index) => (typeof at === 'number' && index <= at ? at + 1 : at), step));
  }
  return original;
}

function note(removed: Removed, original: Path): void {
  const last = original[original.length - 1];
  if (typeof last !== 'number') return;
  const list = keyOf(original.slice(0, -1));
  removed.set(
    list,
    [...(removed.get(list) ?? []), last].sort((a, b) => a - b),
  );
}

function keyOf(path: Path): string {
  return JSON.stringify(path.map(String));
}

function distinct(paths: readonly Path[]): Path[] {
  return [...new Map(paths.map((path) => [keyOf(path), path])).values()];
}

function leftOut(draft: unknown, issue: Issue): readonly Path[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => [...issue.path, key]);
  const there = valueAt(draft, issue.path) !== undefined;
  return [there ? issue.path : issue.path.slice(0, -1)];
}

/** List items are taken out from the end, so that the numbers of the others stay right. */
function laterFirst(a: Path, b: Path): number {
  for (let at = 0; at < Math.min(a.length, b.length); at += 1) {
    const [left, right] = [a[at], b[at]];
    if (typeof left === 'number' && typeof right === 'number' && left !== right) return right - left;
  }
  return b.length - a.length;
}

function remove(draft: unknown, path: Path): void {
  const holder = valueAt(draft, path.slice(0, -1));
  const key = path[path.length - 1];
  if (key === undefined || !isHolder(holder)) return;
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
}
