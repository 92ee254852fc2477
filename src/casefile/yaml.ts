// A YAML file read against a zod schema: the value with the means to find every part of it in the file again, or every
// problem with its place. Refuses what YAML can do beyond plain text (see yaml/document.ts, yaml/tree.ts).
import type { ZodType } from 'zod';
import type { Checked, Place, Problem } from '../model/problem.ts';
import { inFileOrder, problem } from './problems.ts';
import { type ReadableText, readText, type SourceText, topOf } from './source.ts';
import { CASE_LIMITS, compose, type YamlLimits } from './yaml/document.ts';
import { problemsOf } from './yaml/issues.ts';
import type { Partly } from './yaml/loosen.ts';
import { remainsOf } from './yaml/prune.ts';
import { settle } from './yaml/settle.ts';
import { type Path, type Tree, treeOf } from './yaml/tree.ts';

export interface YamlReading<T> {
  readonly value: T;
  /** Where the value at a path stands, or its key; of what is not there, what should have it. */
  place(path: Path, part?: 'key' | 'value'): Place;
  /** Nothing at the path, around it or inside it was left out. The path may have ANY for a step. */
  whole(path: Path): boolean;
  /** Nothing at the path or around it was left out, though something inside it may have been. */
  there(path: Path): boolean;
  /** What stands in the file, before the schema made something of it. */
  readonly written: unknown;
}

/** What a file still says when it has problems: everything that is none of them. */
type PartialReading<T> =
  | { readonly whole: true; readonly reading: YamlReading<T>; readonly problems: readonly Problem[] }
  | { readonly whole: false; readonly reading?: YamlReading<Partly<T>>; readonly problems: readonly Problem[] };

export function readYaml<T>(source: SourceText, schema: ZodType<T>, limits = CASE_LIMITS): Checked<YamlReading<T>> {
  const { reading, whole, problems } = readYamlPartly(source, schema, limits);
  return whole ? { ok: true, value: reading, problems } : { ok: false, problems };
}

/** Leaves out what the schema refuses and reads the rest, so that all problems of a file can be told at once. */
export function readYamlPartly<T>(
  source: SourceText,
  schema: ZodType<T>,
  limits: YamlLimits = CASE_LIMITS,
): PartialReading<T> {
  const text = readText(source, limits.octets);
  if (!text.ok) return { whole: false, problems: text.problems };
  const tree = parseTree(text.value, limits);
  if (!('value' in tree)) return { whole: false, problems: tree.problems };
  const written = tree.value;
  const draft = structuredClone(written);
  const first = settle(schema, draft, tree.plainText);
  const problems = inFileOrder([...tree.problems, ...problemsOf(first.issues, { schema, tree })]);
  const remains = remainsOf(draft, { schema, tree, first });
  if (remains === undefined) return { whole: false, problems };
  const { place, whole, there } = remains.view;
  const reading = { place, whole, there, written };
  return first.parsed && problems.length === 0
    ? { whole: true, reading: { ...reading, value: first.value }, problems }
    : { whole: false, reading: { ...reading, value: remains.value }, problems };
}

function parseTree(text: ReadableText, limits: YamlLimits): Tree | { readonly problems: readonly Problem[] } {
  const composed = compose(text, limits);
  const empty = () => problem('empty-file', `${text.file} says nothing.`, { place: topOf(text.file) });
  if (!composed.ok) return { problems: composed.problems.length === 0 ? [empty()] : composed.problems };
  const tree = treeOf(text, composed.document.contents);
  return tree.value === null && tree.problems.length === 0 ? { problems: [empty()] } : tree;
}
