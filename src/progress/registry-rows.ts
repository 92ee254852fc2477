// "By registry": whose names they are, and how many of them are done; counted name by name.
import type { Case } from '../model/case/case.ts';
import { type Recipient, registryOperatorOf } from '../model/case/party.ts';
import type { NameProgress, RegistryRow } from '../model/judged/progress.ts';
import { byCodeUnit, type Name, topLabel } from '../model/name.ts';
import { addTally, addVerdict, type Counting, noneYet } from './tally.ts';

export interface Registry {
  /** The recipient's id, or `.info` where none is listed. */
  readonly id: string;
  readonly recipient?: Recipient;
}

export function registryFinder({ recipients }: Case): (name: Name) => Registry {
  const found = new Map<string, Registry>();
  return (name) => {
    const tld = topLabel(name);
    const known = found.get(tld);
    if (known !== undefined) return known;
    const recipient = registryOperatorOf(recipients, tld);
    const made = recipient === undefined ? { id: `.${tld}` } : { id: recipient.id, recipient };
    found.set(tld, made);
    return made;
  };
}

export interface RegistryRows {
  /** Once a name. */
  add(row: NameProgress): void;
  /** What another list has counted of other names. */
  absorb(counted: RegistriesCounted): void;
  counted(): RegistriesCounted;
  /** Ordered before requested before unlisted; many names before few. Released names are in no row. */
  rows(): readonly RegistryRow[];
}

export type RegistriesCounted = readonly RegistryRow[];

const REACHES = ['ordered', 'requested', 'unlisted'] as const;

export function makeRegistryRows(theCase: Case): RegistryRows {
  const recipients = new Map(theCase.recipients.map((one) => [one.id, one]));
  const counts = new Map<string, RegistryCount>();
  const countOf = (id: string): RegistryCount => {
    const known = counts.get(id);
    if (known !== undefined) return known;
    const made = noneOf(id, recipients.get(id));
    counts.set(id, made);
    return made;
  };
  return {
    add(row) {
      if (row.released) return;
      const count = countOf(row.registry);
      count.names += 1;
      addVerdict(count.transferred, row.transferred);
      addVerdict(count.sinkholed, row.sinkholed);
      addVerdict(count.done, row.done);
    },
    absorb(counted) {
      for (const row of counted) {
        const count = countOf(row.registry);
        count.names += row.names;
        addTally(count.transferred, row.transferred);
        addTally(count.sinkholed, row.sinkholed);
        addTally(count.done, row.done);
      }
    },
    counted: () => [...counts.values()],
    rows: () => [...counts.values()].sort(byReach),
  };
}

function byReach(a: RegistryRow, b: RegistryRow): number {
  return REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach) || b.names - a.names || byCodeUnit(a.registry, b.registry);
}

interface RegistryCount extends RegistryRow {
  names: number;
  readonly transferred: Counting;
  readonly sinkholed: Counting;
  readonly done: Counting;
}

function noneOf(id: string, recipient: Recipient | undefined): RegistryCount {
  return {
    registry: id,
    title: recipient?.name ?? id,
    reach: recipient?.reach ?? 'unlisted',
    names: 0,
    transferred: noneYet(),
    sinkholed: noneYet(),
    done: noneYet(),
  };
}
