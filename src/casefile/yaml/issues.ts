// What zod says of a value, as problems with a place: what is missing at the thing that lacks it, an unknown key at the
// key with the nearest known one. What is wrong with a value that is there: wrong-value.ts.
import type { Problem } from '../../model/problem.ts';
import { suggestion } from '../nearest.ts';
import { problem, problemList } from '../problems.ts';
import { knownKeys } from './known-keys.ts';
import { type Path, type Tree, valueAt } from './tree.ts';
import { type Context, type Issue, wrongValue } from './wrong-value.ts';

export type { Issue } from './wrong-value.ts';

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
    return sum + (ofWhole ? 1_000_000 : unknown);
  }, 0);
}

export function problemsOf(issues: readonly Issue[], context: Context): readonly Problem[] {
  const { tree } = context;
  const problems = problemList();
  for (const [index, issue] of issues.entries()) {
    // Of a value of the wrong kind nothing else is said.
    if (isRepeated(issue, issues[index - 1])) continue;
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys) problems.add('unknown-key', () => unknownKey(key, issue.path, context));
    } else if (!tree.has(issue.path)) problems.add('missing-key', () => missingKey(issue.path, tree));
    // What the tree refused has its problem already.
    else if (valueAt(tree.value, issue.path) !== undefined)
      problems.add('wrong-value', () => wrongValue(issue, context));
  }
  return problems.all();
}

function isRepeated({ path }: Issue, before: Issue | undefined): boolean {
  const same = before?.path.length === path.length && path.every((step, at) => step === before.path[at]);
  return same && before?.code === 'invalid_type';
}

function unknownKey(key: string, path: Path, { schema, tree }: Context): Problem {
  const known = knownKeys(schema, path, valueAt(tree.value, path));
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
