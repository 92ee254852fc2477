// Where a verdict is made: each requirement is put to its kind of relief, with all that is known of the name.
import type { Dossier } from '../model/dossier.ts';
import type { Finding } from '../model/finding.ts';
import type { Requirement } from '../model/requirement.ts';
import { reliefOf } from '../relief/index.ts';

/** One finding a requirement, in their order. All requirements are of the dossier's name. */
export function judge(requirements: readonly Requirement[], dossier: Dossier): readonly Finding[] {
  return requirements.map((requirement) => {
    const { relief, expected } = requirement.clause;
    const kind = reliefOf(relief);
    if (kind === undefined) throw new Error(`no relief of kind "${relief}"`);
    return { requirement, ...kind.judge(expected, dossier) };
  });
}
