// The shape of a filter of templates. Each refuses what it cannot work with: nothing passes through as it is.
import { FillError } from '../filling/fill-error.ts';
import type { LetterValues } from '../values/values.ts';

export interface LetterFilter {
  /** One sentence for docs/templates.md. */
  readonly about: string;
  /** In Liquid, and what it prints: docs/templates.md shows it and a test runs it. */
  readonly example: readonly [template: string, prints: string];
  /** How many words may stand behind its colon; absent: none. */
  readonly takes?: number;
  apply(value: unknown, given: Given): unknown;
  /** What it returns is Markdown already. */
  readonly isMarkdown?: true;
}

export interface Given {
  readonly args: readonly unknown[];
  readonly values: LetterValues;
}

export function defineFilter(filter: LetterFilter): LetterFilter {
  return filter;
}

export function refuse(message: string, hint?: string): never {
  throw new FillError('filter-refused', message, hint);
}

export function textIn(value: unknown, filter: string): string {
  if (typeof value === 'string' && value.trim() !== '') return value;
  return refuse(`"${filter}" takes a text, and this is ${kindOf(value)}.`);
}

export function listIn(value: unknown, filter: string): readonly unknown[] {
  return Array.isArray(value) ? value : refuse(`"${filter}" takes a list, and this is ${kindOf(value)}.`);
}

export function keyIn(value: unknown, filter: string): string {
  return typeof value === 'string' && value !== ''
    ? value
    : refuse(`"${filter}" needs a name in quotes after a colon, such as ${filter}: "name".`);
}

/** The part of a group by its name; a group that lacks it has `undefined` there. */
export function memberOf(item: unknown, key: string, filter: string): unknown {
  if (typeof item !== 'object' || item === null || Array.isArray(item)) {
    return refuse(`"${filter}" takes a list of groups, and this list has ${kindOf(item)} in it.`);
  }
  return Object.hasOwn(item, key) ? Reflect.get(item, key) : undefined;
}

export function kindOf(value: unknown): string {
  if (value === undefined || value === null) return 'nothing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return value.trim() === '' ? 'an empty text' : `the text "${value.slice(0, 40)}"`;
  if (typeof value === 'number') return `the number ${value}`;
  return typeof value === 'boolean' ? 'a yes-or-no' : 'a group of values';
}
