// The counts. They add up to the names listed, always: each name is counted once under each question.
import type { Case } from '../model/case.ts';
import { byCodeUnit, type Name, topLabel } from '../model/name.ts';
import { type Recipient, registryOperatorOf } from '../model/party.ts';
import type { FacetVerdict, NameProgress, RegistryRow, Tally, Totals } from '../model/progress.ts';

type Counting = { -readonly [K in keyof Tally]: number };

export function totalsOf(theCase: Case, names: readonly NameProgress[]): Totals {
  const transferred = empty();
  const sinkholed = empty();
  const done = empty();
  const counts = { released: 0, reverted: 0, overdue: 0, expiring: 0, neverChecked: 0 };
  for (const row of names) {
    if (row.observedAt === undefined) counts.neverChecked += 1;
    if (row.released) {
      counts.released += 1;
      continue;
    }
    add(transferred, row.transferred);
    add(sinkholed, row.sinkholed);
    add(done, row.done);
    if (row.reverted) counts.reverted += 1;
    if (row.overdue) counts.overdue += 1;
    if (row.expiring) counts.expiring += 1;
  }
  return { ordered: names.length + notListed(theCase), listed: names.length, transferred, sinkholed, done, ...counts };
}

/** How many more names the order states than its schedules list; negative when it states fewer. */
function notListed({ schedules }: Case): number {
  return schedules.reduce((sum, { statedCount, names }) => sum + ((statedCount ?? names.length) - names.length), 0);
}

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

const REACHES = ['ordered', 'requested', 'unlisted'] as const;

/** Ordered before requested before unlisted; many names before few. Released names are in no row. */
export function registryRows(theCase: Case, names: readonly NameProgress[]): readonly RegistryRow[] {
  const recipients = new Map(theCase.recipients.map((one) => [one.id, one]));
  const counts = new Map<string, RegistryCount>();
  for (const row of names) {
    if (row.released) continue;
    const count = counts.get(row.registry) ?? noneOf(row.registry, recipients.get(row.registry));
    counts.set(row.registry, count);
    count.names += 1;
    add(count.transferred, row.transferred);
    add(count.sinkholed, row.sinkholed);
    add(count.done, row.done);
  }
  const rows: RegistryRow[] = [...counts.values()];
  return rows.sort(
    (a, b) =>
      REACHES.indexOf(a.reach) - REACHES.indexOf(b.reach) || b.names - a.names || byCodeUnit(a.registry, b.registry),
  );
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
    transferred: empty(),
    sinkholed: empty(),
    done: empty(),
  };
}

function empty(): Counting {
  return { met: 0, unmet: 0, unknown: 0, notOrdered: 0 };
}

function add(tally: Counting, verdict: FacetVerdict): void {
  tally[verdict === 'not-ordered' ? 'notOrdered' : verdict] += 1;
}
