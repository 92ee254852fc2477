// Everything that is counted or gathered name by name, side by side: made for a part, and made once more to join the parts.
import type { Case } from '../model/case/case.ts';
import type { Instant } from '../model/instant.ts';
import type { SinkholeState } from '../model/judged/progress.ts';
import { type DueCounted, type DueList, makeDueList } from './due.ts';
import { type LateGathered, makeOverdueList, type OverdueList } from './overdue.ts';
import { makeRegistryRows, type RegistriesCounted, type RegistryRows } from './registry-rows.ts';
import { makeSinkholeList, type SinkholeList } from './sinkhole-domains.ts';
import { type Counted, makeTotals, type TotalsList } from './totals.ts';
import { makeWorkList, type WorkGathered, type WorkList } from './worklist.ts';

/** Plain data: it may come from another thread. */
export interface Gathered {
  readonly totals: Counted;
  readonly registries: RegistriesCounted;
  readonly work: WorkGathered;
  readonly due: DueCounted;
  readonly overdue: LateGathered;
  readonly sinkholes: readonly SinkholeState[];
}

export interface Lists {
  readonly totals: TotalsList;
  readonly registries: RegistryRows;
  readonly work: WorkList;
  readonly due: DueList;
  readonly overdue: OverdueList;
  readonly sinkholes: SinkholeList;
  gathered(): Gathered;
  /** What was gathered of other names. */
  absorb(gathered: Gathered): void;
}

export function makeLists(theCase: Case, asOf: Instant): Lists {
  const totals = makeTotals(theCase);
  const registries = makeRegistryRows(theCase);
  const work = makeWorkList();
  const due = makeDueList();
  const overdue = makeOverdueList({ asOf, timeZone: theCase.court.timeZone });
  const sinkholes = makeSinkholeList(theCase, asOf);
  return {
    totals,
    registries,
    work,
    due,
    overdue,
    sinkholes,
    gathered: () => ({
      totals: totals.counted(),
      registries: registries.counted(),
      work: work.gathered(),
      due: due.counted(),
      overdue: overdue.gathered(),
      sinkholes: sinkholes.gathered(),
    }),
    absorb(gathered) {
      totals.absorb(gathered.totals);
      registries.absorb(gathered.registries);
      work.absorb(gathered.work);
      due.absorb(gathered.due);
      overdue.absorb(gathered.overdue);
      sinkholes.absorb(gathered.sinkholes);
    },
  };
}
