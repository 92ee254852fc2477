// Names of values as a text may use them: which shape stands behind a path, or what is wrong with it.
import type { Token } from 'liquidjs';
import { TypeGuards } from 'liquidjs';
import { nearest, suggestion } from '../../casefile/nearest.ts';
import type { Shape } from '../values/shape.ts';
import { VALUES } from '../values/values-shape.ts';

/** Names of the values of every letter, and those that the text itself has given; `undefined`: anything may be in it. */
export type Scope = ReadonlyMap<string, Shape | undefined>;

export const LETTER_SCOPE: Scope = new Map(Object.entries(VALUES.members));

const count: Shape = { kind: 'number', about: 'a number' };
const truth: Shape = { kind: 'truth', about: 'yes or no' };
/** Of a list that is gone through: where one stands in it. */
export const FORLOOP: Shape = {
  kind: 'group',
  about: 'where one stands in the list',
  members: { index: count, index0: count, rindex: count, rindex0: count, length: count, first: truth, last: truth },
};

type Resolved =
  | { readonly shape: Shape | undefined }
  | { readonly message: string; readonly hint: string; readonly at: Token };

/** What a path such as `case.docket` or `names[0].name` leads to. */
export function resolve(path: { readonly props: readonly Token[] }, scope: Scope): Resolved {
  let shape: Shape | undefined;
  const walked: string[] = [];
  for (const token of path.props) {
    const key = keyOf(token);
    if (walked.length === 0) {
      const name = String(key ?? token.getText());
      if (!scope.has(name)) return unknown({ name, members: [...scope.keys()], above: '', at: token });
      shape = scope.get(name);
    } else {
      // A path inside brackets is known only when the letter is filled.
      if (shape === undefined || key === undefined) return { shape: undefined };
      const next = step(shape, key);
      if (next === undefined) {
        const above = walked.join('.');
        return unknown({ name: String(key), members: membersOf(shape), above, at: token });
      }
      shape = next;
    }
    walked.push(String(key));
  }
  return { shape };
}

function keyOf(token: Token): string | number | undefined {
  if (TypeGuards.isNumberToken(token) || TypeGuards.isQuotedToken(token) || TypeGuards.isWordToken(token)) {
    return token.content;
  }
  return undefined;
}

function step(shape: Shape, key: string | number): Shape | undefined {
  if (shape.kind === 'group') return Object.hasOwn(shape.members, key) ? shape.members[key] : undefined;
  if (shape.kind === 'list') {
    if (key === 'size') return count;
    return typeof key === 'number' || key === 'first' || key === 'last' ? shape.item : undefined;
  }
  return undefined;
}

function membersOf(shape: Shape): readonly string[] {
  if (shape.kind === 'group') return Object.keys(shape.members);
  return shape.kind === 'list' ? ['size', 'first', 'last'] : [];
}

function unknown(about: { name: string; members: readonly string[]; above: string; at: Token }): Resolved {
  const { name, members, above, at } = about;
  const message = above === '' ? `There is no value "${name}".` : `There is no "${name}" in "${above}".`;
  return { message, hint: hintFor(name, members, above), at };
}

/** A near name beside it; a value of that name elsewhere; or what there is. */
function hintFor(name: string, members: readonly string[], above: string): string {
  if (members.length === 0) return `Nothing stands below "${above}".`;
  const near = nearest(name, members);
  if (near !== undefined) return `Did you mean "${above === '' ? near : `${above}.${near}`}"?`;
  const elsewhere = PATHS.find((path) => path.endsWith(`.${name}`)) ?? nearestPath(name);
  if (elsewhere !== undefined) return `Did you mean "${elsewhere}"?`;
  return suggestion(name, members, above === '' ? 'values' : `values of "${above}"`);
}

function nearestPath(name: string): string | undefined {
  const lasts = new Map([...PATHS].reverse().map((path) => [path.slice(path.lastIndexOf('.') + 1), path]));
  const near = nearest(name, lasts.keys()) ?? [...lasts.keys()].find((last) => name.endsWith(`_${last}`));
  return near === undefined ? undefined : lasts.get(near);
}

/** All paths that lead through groups; what is in a list needs a loop first. */
const PATHS: readonly string[] = pathsOf(VALUES, '');

function pathsOf(shape: Shape, above: string): readonly string[] {
  if (shape.kind !== 'group') return [];
  return Object.entries(shape.members).flatMap(([name, member]) => {
    const path = above === '' ? name : `${above}.${name}`;
    return [path, ...pathsOf(member, path)];
  });
}
