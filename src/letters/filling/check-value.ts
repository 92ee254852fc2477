// One value of a text, with its filters or in a comparison: does it exist, can it be printed, can it ever be what it is
// compared with.
import { type Filter, type Token, TypeGuards, Value } from 'liquidjs';
import { nearest } from '../../casefile/nearest.ts';
import { listed, problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import { FILTERS } from '../filters/index.ts';
import type { Shape } from '../values/shape.ts';
import { resolve, type Scope } from './scope.ts';
import type { Source } from './sources.ts';

export interface Use {
  readonly scope: Scope;
  readonly source: Source;
  readonly add: (one: Problem) => void;
}

const TEXT: Shape = { kind: 'text', about: 'a text' };
const NUMBER: Shape = { kind: 'number', about: 'a number' };

/** The shape of a value after its filters; `undefined` where it is not known. Tells what does not exist. */
export function shapeOf(value: Value | Token, use: Use): Shape | undefined {
  if (!(value instanceof Value)) return shapeOfToken(value, use);
  const shapes = value.initial.postfix.map((token) => shapeOfToken(token, use));
  checkComparisons(value.initial.postfix, shapes, use);
  let shape = value.initial.postfix.length === 1 ? shapes[0] : undefined;
  for (const filter of ownFilters(value)) shape = afterFilter(filter, shape, use);
  return shape;
}

/** The escaping that the library puts behind every value has no name of ours. */
function ownFilters(value: Value): readonly Filter[] {
  return value.filters.filter(({ name }) => Object.hasOwn(FILTERS, name));
}

function shapeOfToken(token: Token, use: Use): Shape | undefined {
  if (TypeGuards.isQuotedToken(token)) return TEXT;
  if (TypeGuards.isNumberToken(token)) return NUMBER;
  if (TypeGuards.isRangeToken(token)) {
    const place = use.source.place(token.begin, token.end);
    use.add(problem('template-syntax', 'A row of numbers is nothing that a letter lists.', { place }));
    return undefined;
  }
  if (!TypeGuards.isPropertyAccessToken(token) || token.variable !== undefined) return undefined;
  const found = resolve(token, use.scope);
  if ('shape' in found) return found.shape;
  const { message, hint, at } = found;
  use.add(problem('unknown-value', message, { hint, place: use.source.place(at.begin, at.end) }));
  return undefined;
}

export function checkOutput(value: Value, use: Use, token: Token): void {
  const { postfix } = value.initial;
  const shape = shapeOf(value, use);
  const place = use.source.place(token.begin, token.end);
  if (postfix.length > 1) {
    const [, second] = postfix;
    const at = second === undefined ? place : use.source.place(second.begin, second.end);
    use.add(problem('template-syntax', 'More than one value stands between these braces.', { place: at }));
    return;
  }
  const isWord = postfix[0] !== undefined && TypeGuards.isLiteralToken(postfix[0]);
  const trouble = UNPRINTABLE[isWord ? 'word' : (shape?.kind ?? 'text')];
  if (trouble === undefined) return;
  use.add(problem('unprintable-value', `This is ${trouble.what}.`, { hint: trouble.hint, place }));
}

const WITH_DATES = 'Write it with a filter: date_long, date_us, date_iso';
const UNPRINTABLE: Readonly<Record<string, { readonly what: string; readonly hint: string }>> = {
  list: { what: 'a list', hint: 'Go through it with for, or write it with the filter and_list or join.' },
  group: { what: 'a group of values', hint: 'Name one of its parts.' },
  word: { what: 'a word of conditions, and no text', hint: 'Put a text in quotes, or name a value.' },
  truth: { what: 'a yes-or-no', hint: 'Ask it with if.' },
  date: { what: 'a day, as programs write it', hint: `${WITH_DATES}.` },
  instant: { what: 'an instant, as programs write it', hint: `${WITH_DATES}, datetime_court or datetime_utc.` },
};

/** Of a condition. `beside`: what a `when` compares it with. */
export function checkExpression(value: Value, use: Use, beside: readonly Token[] = []): void {
  const shape = shapeOf(value, use);
  for (const token of beside) {
    shapeOfToken(token, use);
    checkChoice(shape, token, use);
  }
}

/** Operators stand behind their two sides. */
function checkComparisons(postfix: readonly Token[], shapes: readonly (Shape | undefined)[], use: Use): void {
  postfix.forEach((token, at) => {
    if (!TypeGuards.isOperatorToken(token)) return;
    const [left, right] = [postfix[at - 2], postfix[at - 1]];
    if (left === undefined || right === undefined) return;
    if (token.operator === '==' || token.operator === '!=') {
      checkChoice(shapes[at - 2], right, use);
      checkChoice(shapes[at - 1], left, use);
    } else if (/^[<>]/.test(token.operator)) {
      checkNumber(shapes[at - 2], left, use);
      checkNumber(shapes[at - 1], right, use);
    }
  });
}

function checkChoice(shape: Shape | undefined, token: Token, use: Use): void {
  if (shape === undefined || !TypeGuards.isQuotedToken(token)) return;
  const place = use.source.place(token.begin, token.end);
  if (shape.kind === 'list' || shape.kind === 'group' || shape.kind === 'truth' || shape.kind === 'number') {
    const message = `This is compared with a text, and it is never one.`;
    use.add(problem('impossible-comparison', message, { place }));
  } else if (shape.kind === 'text' && shape.choices !== undefined && !shape.choices.includes(token.content)) {
    const near = nearest(token.content, shape.choices);
    const hint = near === undefined ? `Possible: ${listed(shape.choices, 16)}.` : `Did you mean "${near}"?`;
    use.add(problem('impossible-comparison', `It is never "${token.content}".`, { hint, place }));
  }
}

function checkNumber(shape: Shape | undefined, token: Token, use: Use): void {
  if (shape === undefined || shape.kind === 'number' || shape.kind === 'date' || shape.kind === 'instant') return;
  const place = use.source.place(token.begin, token.end);
  const hint = shape.kind === 'list' ? `How many there are is "${token.getText()}.size".` : 'Compare numbers.';
  use.add(problem('impossible-comparison', 'This is not a number.', { hint, place }));
}

function afterFilter(filter: Filter, shape: Shape | undefined, use: Use): Shape | undefined {
  const args = filter.args.map((arg) => (Array.isArray(arg) ? arg[1] : arg));
  for (const arg of args) if (arg !== undefined) shapeOfToken(arg, use);
  const item = shape?.kind === 'list' ? shape.item : undefined;
  switch (filter.name) {
    case 'first':
    case 'last':
      return item;
    case 'where':
    case 'sort':
      partNamed(args[0], item, use);
      return shape;
    case 'map': {
      const part = partNamed(args[0], item, use);
      return part === undefined ? undefined : { kind: 'list', about: part.about, item: part };
    }
    case 'size':
      return NUMBER;
    case 'default':
      return shape === undefined || shape.kind === 'list' || shape.kind === 'group' ? undefined : shape;
    default:
      return TEXT;
  }
}

/** The part of a list's items that a filter names in quotes. */
function partNamed(token: Token | undefined, item: Shape | undefined, use: Use): Shape | undefined {
  if (token === undefined || !TypeGuards.isQuotedToken(token) || item?.kind !== 'group') return undefined;
  if (Object.hasOwn(item.members, token.content)) return item.members[token.content];
  const near = nearest(token.content, Object.keys(item.members));
  const hint = near === undefined ? `There are: ${listed(Object.keys(item.members), 16)}.` : `Did you mean "${near}"?`;
  const place = use.source.place(token.begin, token.end);
  use.add(problem('unknown-value', `There is no "${token.content}" in the items of this list.`, { hint, place }));
  return undefined;
}
