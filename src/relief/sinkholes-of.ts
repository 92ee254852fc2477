// To which sinkholes a name is to be led: those that the terms of its clauses refer to.
import type { Case } from '../model/case/case.ts';
import type { Sinkhole } from '../model/case/sinkhole.ts';
import type { Clause } from '../model/judged/requirement.ts';
import type { Coverage } from './coverage.ts';
import { reliefOf } from './index.ts';

type SinkholesOf = (coverage: Coverage) => readonly Sinkhole[];

/** Names by the hundred thousand share a coverage, which is looked at once. */
export function sinkholeFinder(theCase: Case): SinkholesOf {
  const known = new Map<Coverage, readonly Sinkhole[]>();
  return (coverage) => {
    const found = known.get(coverage) ?? sinkholesIn(theCase, coverage.clauses);
    known.set(coverage, found);
    return found;
  };
}

function sinkholesIn(theCase: Case, clauses: readonly Clause[]): readonly Sinkhole[] {
  const keys = new Set(clauses.flatMap((clause) => keysOf(theCase, clause)));
  return [...keys].flatMap((key) => theCase.sinkholes[key] ?? []);
}

function keysOf({ orders }: Case, clause: Clause): readonly string[] {
  const kind = reliefOf(clause.relief);
  const paragraphs = orders.filter(({ id }) => id === clause.order).flatMap((order) => order.paragraphs);
  const stated = paragraphs.filter(({ number }) => number === clause.paragraph).flatMap(({ relief }) => relief);
  return stated
    .filter((one) => one.kind === clause.relief)
    .flatMap(({ terms }) => kind?.references?.(terms).sinkholes ?? []);
}
