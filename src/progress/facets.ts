// The three answers of a name: transferred, sinkholed, done. Each is the conjunction of findings, where one that is
// unmet decides and one that is unknown leaves it open.
import type { Finding } from '../model/finding.ts';
import type { FacetVerdict } from '../model/progress.ts';
import { reliefOf } from '../relief/index.ts';

export type Facet = 'transferred' | 'sinkholed';

/** A withheld registrant decides nothing about the transfer, unless nothing else was ordered of it. */
export function facetOf(findings: readonly Finding[], facet: Facet): FacetVerdict {
  const own = findings.filter((finding) => facetAt(finding) === facet);
  const telling = own.filter(({ word }) => word !== 'redacted');
  return allOf(telling.length > 0 ? telling : own);
}

export function allOf(findings: readonly Finding[]): FacetVerdict {
  if (findings.length === 0) return 'not-ordered';
  if (findings.some(({ verdict }) => verdict === 'unmet')) return 'unmet';
  return findings.every(({ verdict }) => verdict === 'met') ? 'met' : 'unknown';
}

export function facetAt(finding: Finding): Facet | undefined {
  return reliefOf(finding.requirement.clause.relief)?.facet;
}

/** What somebody has to bring about: `transfer`. */
export function nounOf(finding: Finding): string {
  const { relief } = finding.requirement.clause;
  return reliefOf(relief)?.noun ?? relief;
}
