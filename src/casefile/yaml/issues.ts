// What zod says of a value, as problems with a place: what is missing at the thing that lacks it, an unknown key at the
// key with the nearest known one, a wrong value at the value. Schemas name a code of their own in `params.code`.
import type { ZodType, z } from 'zod';
import type { Problem } from '../../model/problem.ts';
import { type Code, isCode } from '../codes.ts';
import { suggestion } from '../nearest.ts';
import { listed, problem, problemList } from '../problems.ts';
import { knownKeys } from './known-keys.ts';
import { type Path, type Tree, valueAt } from './tree.ts';

export type Issue = z.core.$ZodIssue;

interface Context {
  readonly schema: ZodType;
  readonly tree: Tree;
}

/** Of a union whose members all refuse: the issues of the member that the value comes nearest to. */
export function flatten(issues: readonly Issue[], above: Path = []): readonly Issue[] {
  return issues.flatMap((issue) => {
    const path = [...above, ...issue.path];
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [{ ...issue, path: [...path] }];
    const branches = issue.errors.map((branch) => flatten(branch, path));
    return branches.reduce((best, branch) => (distance(branch, path) < distance(best, path) ? branch : best));
  });
}

/** A member that dislikes the whole value is further off than one that dislikes parts of it. */
function distance(branch: readonly Issue[], path: Path): number {
  return branch.reduce((sum, issue) => {
    const ofWhole = issue.code === 'invalid_type' && issue.path.length === path.length;
    const unknown = issue.code === 'unrecognized_keys' ? issue.keys.length * 2 : 1;
    return sum + (ofWhole ? 100 : unknown);
  }, 0);
}

export function problemsOf(issues: readonly Issue[], context: Context): readonly Problem[] {
  const { tree } = context;
  const problems = problemList();
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) problems.add('unknown-key', () => unknownKey(key, issue.path, context));
    } else if (!tree.has(issue.path)) problems.add('missing-key', () => missingKey(issue.path, tree));
    // What the tree refused has its problem already.
    else if (valueAt(tree.value, issue.path) !== undefined) problems.add('wrong-value', () => wrongValue(issue, tree));
  }
  return problems.all();
}

function unknownKey(key: string, path: Path, { schema, tree }: Context): Problem {
  const known = knownKeys(schema, path);
  const hint = suggestion(key, known, 'keys');
  return problem('unknown-key', `"${key}" is not a key that is known here.`, {
    hint,
    place: tree.place([...path, key], 'key'),
  });
}

function missingKey(path: Path, tree: Tree): Problem {
  const key = String(path[path.length - 1] ?? 'a value');
  return problem('missing-key', `"${key}" is missing here.`, { place: tree.place(path, 'key') });
}

function wrongValue(issue: Issue, tree: Tree): Problem {
  const place = tree.place(issue.path);
  const written = tree.plainText(issue.path);
  if (issue.code === 'custom') {
    const code: unknown = issue.params?.['code'];
    const hint: unknown = issue.params?.['hint'];
    return problem(typeof code === 'string' && isCode(code) ? code : 'wrong-value', issue.message, {
      hint: typeof hint === 'string' ? hint : undefined,
      place,
    });
  }
  if (issue.code === 'invalid_type') return wrongType(issue.expected, { written, path: issue.path, tree });
  if (issue.code === 'invalid_value') return oneOf(issue.values.map(String), { written, path: issue.path, tree });
  if (issue.code === 'invalid_union' && 'options' in issue && Array.isArray(issue.options)) {
    return oneOf(issue.options.map(String), { written, path: issue.path, tree });
  }
  return problem('wrong-value', `${issue.message}.`, { place });
}

interface Written {
  readonly written: string | undefined;
  readonly path: Path;
  readonly tree: Tree;
}

/** Words that some YAML reader or other takes for a number or a truth value, and this one does not. */
const TRAP = /^(?:y|n|yes|no|on|off|true|false|null|[-+.]?\d.*|0[xob].*|[-+]?\.(?:inf|nan))$/i;

const WANTED: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'keys with values',
  record: 'keys with values',
};

function wrongType(expected: string, { written, path, tree }: Written): Problem {
  const wanted = WANTED[expected] ?? expected;
  const place = tree.place(path);
  const key = String(path[path.length - 1] ?? 'the file');
  const scalarWanted = expected === 'number' || expected === 'int' || expected === 'boolean';
  const code: Code = written !== undefined && scalarWanted && TRAP.test(written) ? 'yaml-trap' : 'wrong-type';
  const found = written === undefined ? '' : `, and "${written}" is not`;
  return problem(code, `"${key}" has to be ${wanted}${found}.`, {
    place,
    hint: code === 'yaml-trap' ? undefined : `Write ${wanted}.`,
  });
}

function oneOf(values: readonly string[], { written, path, tree }: Written): Problem {
  const key = String(path[path.length - 1] ?? 'the value');
  const found = written === undefined ? 'This' : `"${written}"`;
  const hint =
    written === undefined ? `Possible: ${listed(values, 20)}.` : suggestion(written, values, 'possible values');
  return problem('wrong-value', `${found} is not a possible value of "${key}".`, { hint, place: tree.place(path) });
}
