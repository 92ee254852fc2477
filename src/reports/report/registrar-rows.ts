// "By registrar": with whom the names were last seen, and how many of each are done. A registrar is known by its IANA ID; one
// without is known by the name that the registry gave it, which is text from outside.
import { byCodeUnit } from '../../model/name.ts';
import { addVerdict, type Counting, noneYet } from '../../progress/tally.ts';
import type { RegistrarRow, ReportRow } from '../documents.ts';

interface Counted {
  readonly registrar: RegistrarRow['registrar'];
  readonly why: RegistrarRow['why'];
  names: number;
  readonly transferred: Counting;
  readonly sinkholed: Counting;
  readonly done: Counting;
}

interface RegistrarTable {
  /** Once a name. */
  add(row: ReportRow): void;
  /** Many names before few; those without a registrar last. */
  rows(): readonly RegistrarRow[];
}

export function makeRegistrarTable(): RegistrarTable {
  const found = new Map<string, Counted>();
  return {
    add(row) {
      if (row.released) return;
      const key = keyOf(row);
      const counted = found.get(key) ?? begin(row);
      found.set(key, counted);
      counted.names += 1;
      addVerdict(counted.transferred, row.transferred);
      addVerdict(counted.sinkholed, row.sinkholed);
      addVerdict(counted.done, row.doneVerdict);
    },
    rows: () =>
      [...found]
        .sort(
          ([a, one], [b, other]) =>
            Number(one.registrar === null) - Number(other.registrar === null) ||
            other.names - one.names ||
            byCodeUnit(a, b),
        )
        .map(([, counted]) => counted),
  };
}

function keyOf({ registrar, registered }: ReportRow): string {
  if (registrar === null) return isAbsent(registered) ? 'not registered' : 'not known';
  return registrar.ianaId === null ? `name ${registrar.name ?? ''}` : `id ${registrar.ianaId}`;
}

function begin({ registrar, registered }: ReportRow): Counted {
  const why = registrar !== null ? null : isAbsent(registered) ? 'not-registered' : 'not-known';
  return { registrar, why, names: 0, transferred: noneYet(), sinkholed: noneYet(), done: noneYet() };
}

function isAbsent(registered: ReportRow['registered']): boolean {
  return registered === 'no-such-object' || registered === 'reserved';
}
