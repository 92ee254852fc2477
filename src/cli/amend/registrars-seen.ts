// The registrar that every name was last seen at, where it was: whom a change of the orders concerns depends on it.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { Instant } from '../../model/instant.ts';
import type { Name } from '../../model/name.ts';
import { sightsOf } from '../../progress/sights.ts';
import { openRecord } from '../../store/runs/record.ts';
import type { CasePaths } from '../../store/workspace.ts';

interface Seeing {
  readonly paths: CasePaths;
  readonly theCase: Case;
  readonly journal: readonly JournalEntry[];
  readonly asOf: Instant;
}

export function registrarsSeen({ paths, theCase, journal, asOf }: Seeing): (name: Name) => number | undefined {
  const record = openRecord({ paths, asOf, journal });
  const sights = sightsOf({ theCase, record, asOf });
  return (name) => sights.get(name)?.registrar?.ianaId;
}
