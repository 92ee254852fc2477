// What is wrong with a value that is there, in the words of people. Schemas name a code of their own in `params.code`.
import type { ZodType, z } from 'zod';
import type { Problem } from '../../model/problem.ts';
import { upperFirst } from '../../model/text/phrase.ts';
import { type Code, isCode } from '../codes.ts';
import { suggestion } from '../nearest.ts';
import { listed, problem } from '../problems.ts';
import { knownKeys } from './known-keys.ts';
import type { Tree } from './tree.ts';

export type Issue = z.core.$ZodIssue;

export interface Context {
  readonly schema: ZodType;
  readonly tree: Tree;
}

/** What is said of the value, before it has its place. */
interface Saying {
  readonly code: Code;
  readonly message: string;
  readonly hint?: string | undefined;
}

interface Subject {
  readonly key: string;
  /** As it stands in the file, where it is a text or figure without quotes. */
  readonly written: string | undefined;
  /** Keys that the schema knows there. */
  readonly keys: readonly string[];
}

export function wrongValue(issue: Issue, { schema, tree }: Context): Problem {
  const { path } = issue;
  const subject: Subject = {
    // An item of a list is told by the list's key.
    key: String([...path].reverse().find((step) => typeof step === 'string') ?? 'the file'),
    written: tree.plainText(path),
    keys: knownKeys(schema, path),
  };
  const { code, message, hint } = sayingOf(issue, subject);
  return problem(code, message, { hint, place: tree.place(path, issue.code === 'invalid_key' ? 'key' : 'value') });
}

function sayingOf(issue: Issue, subject: Subject): Saying {
  const { key } = subject;
  switch (issue.code) {
    case 'custom':
      return ownWords(issue.message, issue.params ?? {});
    case 'invalid_type':
      return wrongType(issue.expected, subject);
    case 'invalid_value':
      return oneOf(issue.values.map(String), subject);
    case 'invalid_union':
      return oneOf('options' in issue && Array.isArray(issue.options) ? issue.options.map(String) : [], subject);
    case 'invalid_key':
      return { code: 'wrong-value', message: `"${key}" cannot be used as a short name.`, hint: SHORT_NAMES };
    case 'too_small':
      return tooSmall(issue, subject);
    case 'too_big':
      return { code: 'wrong-value', message: `"${key}" is too large.`, hint: `Write at most ${issue.maximum}.` };
    case 'invalid_format':
      return {
        code: 'wrong-value',
        message: `"${key}" is not written as it has to be.`,
        hint: sentence(issue.message),
      };
    default:
      return { code: 'wrong-value', message: sentence(issue.message) };
  }
}

const SHORT_NAMES = 'Use small letters, figures and hyphens, such as appendix-a.';

function ownWords(message: string, params: Readonly<Record<string, unknown>>): Saying {
  const { code, hint } = params;
  const known = typeof code === 'string' && isCode(code) ? code : 'wrong-value';
  return { code: known, message, hint: typeof hint === 'string' ? hint : undefined };
}

function tooSmall({ origin, minimum }: Issue & { readonly code: 'too_small' }, { key }: Subject): Saying {
  const number = origin === 'number' || origin === 'int';
  const message = number ? `"${key}" is too small.` : `"${key}" has nothing in it.`;
  return { code: 'wrong-value', message, hint: number ? `Write more than ${minimum}.` : 'Write at least one.' };
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

function wrongType(expected: string, { key, written, keys }: Subject): Saying {
  const wanted = WANTED[expected] ?? expected;
  const found = written === undefined ? '' : `, and "${written}" is not`;
  const message = `"${key}" has to be ${wanted}${found}.`;
  const scalar = expected === 'number' || expected === 'int' || expected === 'boolean';
  if (written !== undefined && scalar && TRAP.test(written)) return { code: 'yaml-trap', message };
  const hint = keys.length > 0 ? `Its keys are ${listed(keys, 16)}.` : `Write ${wanted}.`;
  return { code: 'wrong-type', message, hint };
}

function oneOf(values: readonly string[], { key, written }: Subject): Saying {
  const message = `${written === undefined ? 'This' : `"${written}"`} is not a possible value of "${key}".`;
  const all = `Possible: ${listed(values, 20)}.`;
  return {
    code: 'wrong-value',
    message,
    hint: written === undefined ? all : suggestion(written, values, 'possible values'),
  };
}

function sentence(text: string): string {
  return `${upperFirst(text).replace(/\.$/, '')}.`;
}
