// The three answers of a name: transferred, sinkholed, done. Each is the conjunction of findings, where one that is
// unmet decides and one that is unknown leaves it open.
import type { Finding, Verdict } from '../model/judged/finding.ts';
import type { FacetVerdict } from '../model/judged/progress.ts';
import { reliefOf } from '../relief/index.ts';

type Facet = 'transferred' | 'sinkholed';

/** A registrant that nobody can see decides nothing about the transfer, unless nothing else was ordered of it. */
export function facetOf(findings: readonly Finding[], facet: Facet): FacetVerdict {
  let telling: FacetVerdict = 'not-ordered';
  let withheld: FacetVerdict = 'not-ordered';
  for (const finding of findings) {
    if (facetAt(finding) !== facet) continue;
    if (isOutOfSight(finding)) withheld = both(withheld, finding.verdict);
    else telling = both(telling, finding.verdict);
  }
  return telling === 'not-ordered' ? withheld : telling;
}

/** Withheld by policy, or never shown, as by a thin registry. */
function isOutOfSight({ word, requirement }: Finding): boolean {
  return word === 'redacted' || (word === 'not-stated' && requirement.clause.relief === 'registrant-is');
}

export function allOf(findings: readonly Finding[]): FacetVerdict {
  let all: FacetVerdict = 'not-ordered';
  for (const { verdict } of findings) all = both(all, verdict);
  return all;
}

function both(before: FacetVerdict, verdict: Verdict): FacetVerdict {
  if (before === 'not-ordered' || verdict === 'unmet') return verdict;
  return before === 'met' ? verdict : before;
}

export function facetAt(finding: Finding): Facet | undefined {
  return reliefOf(finding.requirement.clause.relief)?.facet;
}

/** What somebody has to bring about: `transfer`. */
export function nounOf(finding: Finding): string {
  const { relief } = finding.requirement.clause;
  return reliefOf(relief)?.noun ?? relief;
}
