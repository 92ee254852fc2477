// Makes a Problem of a known code: the severity belongs to the code, so no rule decides it anew.
import { byCodeUnit } from '../model/name.ts';
import type { Place, Problem } from '../model/problem.ts';
import { firstFew } from '../model/text/phrase.ts';
import { CODES, type Code } from './codes.ts';

interface Particulars {
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
  return firstFew(items, limit);
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

/** More of one code than this in one file are counted, not told: a screen is read by people. */
const TOLD = 50;

interface ProblemList {
  /** Makes the problem only where it will be told. */
  add(code: Code, make: () => Problem): void;
  all(): readonly Problem[];
}

export function problemList(limit = TOLD): ProblemList {
  const told: Problem[] = [];
  const counts = new Map<Code, { count: number; last: Problem }>();
  return {
    add(code, make) {
      const seen = counts.get(code);
      if (seen !== undefined && seen.count >= limit) {
        seen.count += 1;
        return;
      }
      const one = make();
      told.push(one);
      counts.set(code, { count: (seen?.count ?? 0) + 1, last: one });
    },
    all: () => [
      ...told,
      ...[...counts].flatMap(([code, seen]) =>
        seen.count > limit ? [andMore(code, seen.count - limit, seen.last)] : [],
      ),
    ],
  };
}

function andMore(code: Code, more: number, { place }: Problem): Problem {
  const message = more === 1 ? 'There is one more of these' : `There are ${more} more of these`;
  return problem(code, `${message}, further down.`, { place });
}

/** The same bound for problems that are there already, code by code and file by file. */
export function bounded(problems: readonly Problem[]): readonly Problem[] {
  const byFile = new Map<string, ProblemList>();
  for (const one of problems) {
    const file = one.place?.file ?? '';
    // A list that was bounded before ends with how many more there are.
    const list = byFile.get(file) ?? problemList(TOLD + 1);
    byFile.set(file, list);
    list.add(one.code as Code, () => one);
  }
  return [...byFile.values()].flatMap((list) => list.all());
}
