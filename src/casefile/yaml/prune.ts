// What remains of a value when what a schema refused is left out, piece by piece, so that the rules can look at the rest.
// Knows where in the file the rest stands, and what was left out.
import type { ZodType } from 'zod';
import { nearest } from '../nearest.ts';
import type { Issue } from './issues.ts';
import { knownKeys } from './known-keys.ts';
import { loosened, type Partly } from './loosen.ts';
import { type Lost, nothingLost } from './lost.ts';
import { type Settled, settle } from './settle.ts';
import { isHolder, type Path, type Tree, valueAt } from './tree.ts';

interface Remains<T> {
  readonly value: Partly<T>;
  readonly view: View;
}

/** The file as seen from paths of the value that remains. */
interface View extends Pick<Tree, 'place' | 'plainText'> {
  whole(path: Path): boolean;
  there(path: Path): boolean;
}

interface Pruning<T> {
  readonly schema: ZodType<T>;
  readonly tree: Tree;
  readonly first: Settled<T>;
}

/** One round is enough for nearly every file; what is wrong in other ways once a part is gone takes another. */
const ROUNDS = 6;
/** Unknown keys of one holder that are compared with the known ones. */
const COMPARED = 50;

export function remainsOf<T>(draft: unknown, { schema, tree, first }: Pruning<T>): Remains<T> | undefined {
  const lost = nothingLost();
  for (const path of tree.refused) lost.note(path);
  const origins: Origins = new Map();
  const view = viewOf(tree, lost, (path) => originalPath(draft, origins, path));
  if (first.parsed) return { value: first.value as Partly<T>, view };
  const rest = loosened(schema);
  let issues = first.issues;
  for (let round = 0; round < ROUNDS; round += 1) {
    const cuts = issues.map((issue) => cutOf(draft, issue, { schema, missingIsCut: round > 0 }));
    const doomed = cuts.flatMap((cut) => cut.doomed);
    if (doomed.some((path) => path.length === 0)) return undefined;
    for (const path of cuts.flatMap((cut) => cut.lost)) lost.note(originalPath(draft, origins, path));
    leaveOut(draft, doomed, origins);
    const settled = settle(rest, draft, view.plainText);
    if (settled.parsed) return { value: settled.value, view };
    issues = settled.issues;
  }
  return undefined;
}

function viewOf(tree: Tree, lost: Lost, original: (path: Path) => Path): View {
  return {
    place: (path, part) => tree.place(original(path), part),
    plainText: (path) => tree.plainText(original(path)),
    whole: (path) => !lost.touches(original(path)),
    there: (path) => !lost.at(original(path)),
  };
}

interface Cut {
  /** What is taken out of the draft. */
  readonly doomed: readonly Path[];
  /** What is not known any more for that. */
  readonly lost: readonly Path[];
}

function cutOf(
  draft: unknown,
  issue: Issue,
  { schema, missingIsCut }: { readonly schema: ZodType; readonly missingIsCut: boolean },
): Cut {
  const { path } = issue;
  // What stands under a key that cannot be used is read all the same.
  if (issue.code === 'invalid_key') return { doomed: [], lost: [] };
  if (issue.code === 'unrecognized_keys') {
    const lost = meantBy(issue.keys, { known: knownKeys(schema, path), holder: valueAt(draft, path) });
    return { doomed: issue.keys.map((key) => [...path, key]), lost: lost.map((key) => [...path, key]) };
  }
  const holder = valueAt(draft, path.slice(0, -1));
  const own = isHolder(holder) && Object.hasOwn(holder, path[path.length - 1] ?? '');
  // Which of several things it is cannot be told.
  const whichOne = issue.code === 'invalid_union' && 'discriminator' in issue;
  if (!own && !missingIsCut && !whichOne && path.length > 0) return { doomed: [], lost: [path] };
  const gone = own && !whichOne ? path : path.slice(0, -1);
  return { doomed: [gone], lost: [gone] };
}

/** The known keys that unknown ones may stand for: the one that is spelt like it, or any that is not there. */
function meantBy(
  unknown: readonly string[],
  { known, holder }: { readonly known: readonly string[]; readonly holder: unknown },
): readonly string[] {
  const meant = unknown.length > COMPARED ? [undefined] : unknown.map((key) => nearest(key, known));
  if (!meant.includes(undefined)) return meant.flatMap((key) => key ?? []);
  return known.filter((key) => meant.includes(key) || !(isHolder(holder) && Object.hasOwn(holder, key)));
}

/** By list: where in the file's list each item that is left stood. */
type Origins = Map<readonly unknown[], readonly number[]>;

/** A list of one may be written without its brackets: then the way to its item is the way to the list. */
function originalPath(draft: unknown, origins: Origins, path: Path): Path {
  const original: PropertyKey[] = [];
  let value = draft;
  for (const step of path) {
    const inList = typeof step === 'number' && Array.isArray(value);
    if (inList) original.push(origins.get(value as unknown[])?.[step] ?? step);
    else if (typeof step !== 'number' || value === undefined) original.push(step);
    if (inList || typeof step !== 'number') value = isHolder(value) ? value[step] : undefined;
  }
  return original;
}

/** Holders are looked up before anything moves, and each list is gone through once. */
function leaveOut(draft: unknown, doomed: readonly Path[], origins: Origins): void {
  const items = new Map<unknown[], Set<number>>();
  const found = doomed.map((path) => ({ holder: valueAt(draft, path.slice(0, -1)), key: path[path.length - 1] ?? '' }));
  for (const { holder, key } of found) {
    if (Array.isArray(holder)) items.set(holder, (items.get(holder) ?? new Set()).add(Number(key)));
    else if (isHolder(holder)) delete holder[key];
  }
  for (const [list, gone] of items) {
    const left = [...list.keys()].filter((index) => !gone.has(index));
    const before = origins.get(list);
    origins.set(
      list,
      left.map((index) => before?.[index] ?? index),
    );
    left.forEach((index, at) => {
      list[at] = list[index];
    });
    list.length = left.length;
  }
}
