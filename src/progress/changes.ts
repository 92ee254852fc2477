// What slipped back: met in an earlier run and unmet now. The earlier facts are put to today's requirement, so that
// neither the passing of time nor an amended order makes a reversion. The past is read only for names with an unmet
// finding, and no further than the newest run in which each was met.

import type { Instant } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { Finding } from '../model/judged/finding.ts';
import type { CaseRecord } from '../model/judged/record.ts';
import type { Requirement } from '../model/judged/requirement.ts';
import { reliefOf } from '../relief/index.ts';
import { dossierOf } from './dossier.ts';
import { facetAt } from './facets.ts';
import { judge } from './judge.ts';

export interface Reversion {
  readonly finding: Finding;
  /** When the run in which it was last seen met had ended. */
  readonly metAt: Instant;
}

export function reversionsOf(
  findings: readonly Finding[],
  dossier: Dossier,
  record: Pick<CaseRecord, 'earlier'>,
): readonly Reversion[] {
  const open = new Set(findings.filter(({ verdict }) => verdict === 'unmet'));
  const found: Reversion[] = [];
  if (open.size === 0) return found;
  const requirements = findings.map(({ requirement }) => requirement);
  for (const { observations, run } of record.earlier(dossier.name, true)) {
    const then = judgedThen(requirements, { ...dossier, observations });
    for (const finding of open) {
      if (!wasMet(finding.requirement, then)) continue;
      found.push({ finding, metAt: run.ended });
      open.delete(finding);
    }
    if (open.size === 0) break;
  }
  return found.sort((a, b) => findings.indexOf(a.finding) - findings.indexOf(b.finding));
}

function judgedThen(
  requirements: readonly Requirement[],
  {
    name,
    under,
    journal,
    asOf,
    observations,
  }: Pick<Dossier, 'name' | 'under' | 'journal' | 'asOf'> & {
    readonly observations: Parameters<typeof dossierOf>[0]['observations'];
  },
): readonly Finding[] {
  return judge(
    requirements,
    dossierOf({ name, observations, journal, asOf, ...(under === undefined ? {} : { under }) }),
  );
}

/**
 * No DS, no hold, a long registration: most names have that before anything is ordered. Losing it is a reversion only
 * where the transfer and the redirection had been brought about as well; otherwise it is a fault of its own.
 */
function wasMet(requirement: Requirement, then: readonly Finding[]): boolean {
  const own = then.find((finding) => finding.requirement === requirement);
  if (own?.verdict !== 'met') return false;
  if (reliefOf(requirement.clause.relief)?.holdsByItself !== true) return true;
  const facets = then.filter((finding) => facetAt(finding) !== undefined);
  return facets.length > 0 && facets.every(({ verdict }) => verdict === 'met');
}
