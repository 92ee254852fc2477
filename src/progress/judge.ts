// Where a verdict is made: each requirement is put to its kind of relief, with all that is known of the name.
import type { Deadline } from '../model/judged/deadline.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { Finding } from '../model/judged/finding.ts';
import type { DatedFinding } from '../model/judged/progress.ts';
import type { Requirement } from '../model/judged/requirement.ts';
import { reliefOf } from '../relief/index.ts';

/** One finding a requirement, in their order. All requirements are of the dossier's name. */
export function judge(requirements: readonly Requirement[], dossier: Dossier): readonly Finding[] {
  return requirements.map((requirement) => findingOf(requirement, dossier));
}

export function findingOf(requirement: Requirement, dossier: Dossier, deadline?: Deadline): DatedFinding {
  const { relief, expected } = requirement.clause;
  const kind = reliefOf(relief);
  if (kind === undefined) throw new Error(`no relief of kind "${relief}"`);
  const { verdict, word, reason, citations, notes, now, ask } = kind.judge(expected, dossier);
  // What most have is there from the start: a field that comes later takes three times its room.
  const finding: Draft =
    deadline === undefined
      ? { requirement, verdict, word, reason, citations }
      : { requirement, verdict, word, reason, citations, deadline };
  if (notes !== undefined) finding.notes = notes;
  if (now !== undefined) finding.now = now;
  if (ask !== undefined) finding.ask = ask;
  return finding;
}

/** Made by the million: filled in place rather than spread. */
type Draft = { -readonly [K in keyof DatedFinding]: DatedFinding[K] };
