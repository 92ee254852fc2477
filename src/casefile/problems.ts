// Makes a Problem of a known code: the severity belongs to the code, so no rule decides it anew.
import { byCodeUnit } from '../model/name.ts';
import type { Place, Problem } from '../model/problem.ts';
import { CODES, type Code } from './codes.ts';

export interface Particulars {
  readonly hint?: string | undefined;
  readonly place?: Place | undefined;
}

/** `message` is one or more whole sentences and may hold text from the file: it is made harmless where it is shown. */
export function problem(code: Code, message: string, { hint, place }: Particulars = {}): Problem {
  const known = CODES[code];
  return {
    code,
    severity: known.severity,
    message,
    hint: hint ?? known.remedy,
    ...(place === undefined ? {} : { place }),
  };
}

/** A list for people, bounded: the first few, then how many more. */
export function listed(items: readonly string[], limit = 8): string {
  if (items.length <= limit) return items.join(', ');
  return `${items.slice(0, limit).join(', ')} and ${items.length - limit} more`;
}

/** By file in the order of their coming, then by line and column; problems without a place stand first. */
export function inFileOrder(problems: readonly Problem[]): readonly Problem[] {
  const files = [...new Set(problems.map((one) => one.place?.file))];
  const rank = (one: Problem) => (one.place === undefined ? -1 : files.indexOf(one.place.file));
  return [...problems].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (a.place?.line ?? 0) - (b.place?.line ?? 0) ||
      (a.place?.column ?? 0) - (b.place?.column ?? 0) ||
      byCodeUnit(a.code, b.code),
  );
}
