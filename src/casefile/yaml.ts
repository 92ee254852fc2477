// A YAML file read against a zod schema: the value with the means to find every part of it in the file again, or every
// problem with its place. Refuses what YAML can do beyond plain text (see yaml/document.ts, yaml/tree.ts).
import type { ZodType } from 'zod';
import type { Checked, Place, Problem } from '../model/problem.ts';
import { inFileOrder, problem } from './problems.ts';
import { type ReadableText, readText, type SourceText, topOf } from './source.ts';
import { CASE_LIMITS, compose, type YamlLimits } from './yaml/document.ts';
import { problemsOf } from './yaml/issues.ts';
import { prune, type StandIns, settle } from './yaml/prune.ts';
import { type Path, type Tree, treeOf } from './yaml/tree.ts';

export interface YamlReading<T> {
  readonly value: T;
  /** Where the value at a path stands, or its key; of what is not there, what should have it. */
  place(path: Path, part?: 'key' | 'value'): Place;
  /** What stands in the file, before the schema made something of it. */
  readonly written: unknown;
}

/** What a file with problems still says. `whole`: nothing had to be left out. */
export interface PartialReading<T> {
  readonly reading?: YamlReading<T>;
  readonly whole: boolean;
  readonly problems: readonly Problem[];
}

export function readYaml<T>(source: SourceText, schema: ZodType<T>, limits = CASE_LIMITS): Checked<YamlReading<T>> {
  const { reading, whole, problems } = readYamlPartly(source, schema, { limits });
  return reading !== undefined && whole ? { ok: true, value: reading, problems } : { ok: false, problems };
}

export interface PartlyOptions {
  readonly limits?: YamlLimits;
  /** What to go on with where a key at the top is missing or was left out; told as a problem all the same. */
  readonly standIns?: StandIns;
}

/** Leaves out what the schema refuses and reads the rest, so that all problems of a file can be told at once. */
export function readYamlPartly<T>(
  source: SourceText,
  schema: ZodType<T>,
  { limits = CASE_LIMITS, standIns = {} }: PartlyOptions = {},
): PartialReading<T> {
  const text = readText(source, limits.octets);
  if (!text.ok) return { whole: false, problems: text.problems };
  const tree = parseTree(text.value, limits);
  if (!('value' in tree)) return { whole: false, problems: tree.problems };
  const written = tree.value;
  const draft = structuredClone(written);
  const first = settle(schema, draft, tree);
  const problems = inFileOrder([...tree.problems, ...problemsOf(first.issues, { schema, tree })]);
  const last = first.parsed ? { ...first, place: tree.place } : prune(draft, { schema, tree, standIns });
  if (!last.parsed) return { whole: false, problems };
  const reading: YamlReading<T> = { value: last.value, place: last.place, written };
  return { reading, whole: problems.length === 0, problems };
}

function parseTree(text: ReadableText, limits: YamlLimits): Tree | { readonly problems: readonly Problem[] } {
  const composed = compose(text, limits);
  const empty = () => problem('empty-file', `${text.file} says nothing.`, { place: topOf(text.file) });
  if (!composed.ok) return { problems: composed.problems.length === 0 ? [empty()] : composed.problems };
  const tree = treeOf(text, composed.document.contents);
  return tree.value === null && tree.problems.length === 0 ? { problems: [empty()] } : tree;
}
