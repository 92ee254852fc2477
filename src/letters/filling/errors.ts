// What Liquid throws, as problems with a place in the file that people edit.
import { LiquidError, type LiquidErrors } from 'liquidjs';
import { problem } from '../../casefile/problems.ts';
import type { Problem } from '../../model/problem.ts';
import { FillError } from './fill-error.ts';
import type { Source } from './sources.ts';

/** Throws on what is no error of Liquid: that is a bug. */
export function problemsIn(error: unknown, sources: readonly Source[]): readonly Problem[] {
  return flat(error).map((one) => problemOf(one, sources));
}

function flat(error: unknown): readonly LiquidError[] {
  if (!LiquidError.is(error)) throw error;
  return isSeveral(error) ? error.errors.flatMap(flat) : [error];
}

function isSeveral(error: LiquidError): error is LiquidErrors {
  return error.name === 'LiquidErrors';
}

function problemOf(error: LiquidError, sources: readonly Source[]): Problem {
  const { begin, end, input } = error.token;
  const source = sources.find((one) => one.input === input) ?? sources[0];
  const place = source?.place(begin, end);
  const cause = error.originalError;
  if (cause instanceof FillError) return problem(cause.code, cause.message, { hint: cause.hint, place });
  const says = (cause?.message ?? error.message).replace(/, (?:file:[^,]*, )?line:\d+, col:\d+$/, '');
  const name = /^undefined variable: (.*)$/s.exec(says)?.[1];
  if (name !== undefined) return problem('missing-value', `This letter has no "${name}".`, { place });
  if (/limit exceeded/.test(says)) return problem('template-too-much', 'Filling this takes too much.', { place });
  return problem('template-syntax', inWords(says), { place });
}

const WORDS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/^output .* not closed/s, 'A value is opened with "{{" here and never closed with "}}".'],
  [/^tag .* not closed/s, 'A tag is opened with "{%" here and never closed with "%}".'],
  [/^invalid value expression: ""/, 'There is no value here.'],
  [/^expected "\|" before filter/, 'This is not understood: a filter stands behind "|", a comparison is "==" or "!=".'],
  [/^expected filter name/, 'A "|" stands here without a filter behind it.'],
  [/^expected "="/, 'An "assign" gives a name to a value: {% assign word = value %}.'],
  [/^expected variable name/, 'An "assign" begins with a name: {% assign word = value %}.'],
  [/^illegal tag: \{%-?\s*for/, 'A "for" is written as {% for name in names %}.'],
  [/^illegal file path/, 'A "render" names a piece in quotes: {% render "deadline" %}.'],
  [/^duplicated else/, 'A second "else" stands in here.'],
  [/^raw /, 'A "raw" is opened here and never closed, and templates do not know it.'],
];

function inWords(says: string): string {
  const found = WORDS.find(([pattern]) => pattern.test(says));
  return found?.[1] ?? `This is not understood: ${says.replace(/\.$/, '')}.`;
}
