// A case at an instant, compiled: which requirement each name has and why, with every paragraph accounted for (law 7)
// and one row a name (law 6). Amendments are followed in amendments.ts, clauses made in coverage.ts.
import type { Case, ScheduledName } from '../model/case/case.ts';
import type { Order } from '../model/case/order.ts';
import type { Instant } from '../model/instant.ts';
import type { ParagraphAccount } from '../model/judged/progress.ts';
import type { Clause, Requirement } from '../model/judged/requirement.ts';
import type { Name } from '../model/name.ts';
import { accountsOf } from './accounts.ts';
import { amendedOrders, type OrderAt } from './amendments.ts';
import { type Coverage, type Membership, makeCoverage } from './coverage.ts';

export interface CompiledName {
  readonly name: Name;
  /** Its place in the order of the schedules. */
  readonly at: number;
  readonly scheduled: ScheduledName;
  /** The first schedule that lists it. */
  readonly schedule: string;
  readonly coverage: Coverage;
}

export interface Compiled {
  /** One a name, in the order of the schedules; a name of two schedules stands where it came first. */
  readonly names: readonly CompiledName[];
  of(name: Name): CompiledName | undefined;
  /** Empty for a name that is released, or that no order covers. */
  byName(name: Name): readonly Requirement[];
  requirements(): Iterable<Requirement>;
  /** Each clause that binds a name, once. */
  readonly clauses: readonly Clause[];
  /** Entered by the instant, with their expiry as extended. */
  readonly orders: readonly OrderAt[];
  readonly inForce: readonly Order[];
  readonly released: readonly Name[];
  readonly accounts: readonly ParagraphAccount[];
}

export function compile(theCase: Case, asOf: Instant): Compiled {
  const amended = amendedOrders(theCase, asOf);
  const rows = coverNames(theCase, amended.releases, makeCoverage(theCase, amended));
  const names = [...rows.values()];
  const coverages = countCoverages(names);
  return {
    names,
    of: (name) => rows.get(name),
    byName: (name) => requirementsOf(rows.get(name)),
    requirements: () => eachRequirement(names),
    clauses: [...new Set([...coverages.keys()].flatMap((coverage) => coverage.clauses))],
    orders: amended.orders,
    inForce: amended.orders.filter((at) => at.inForce).map((at) => at.order),
    released: names.filter((row) => row.coverage.released).map((row) => row.name),
    accounts: accountsOf(amended, coverages),
  };
}

export function requirementsOf(row: CompiledName | undefined): readonly Requirement[] {
  return row === undefined ? [] : row.coverage.clauses.map((clause) => ({ name: row.name, clause }));
}

function* eachRequirement(names: readonly CompiledName[]): Iterable<Requirement> {
  for (const row of names) {
    for (const clause of row.coverage.clauses) yield { name: row.name, clause };
  }
}

function coverNames(
  theCase: Case,
  releases: ReadonlyMap<Name, number>,
  cover: ReturnType<typeof makeCoverage>,
): Map<Name, CompiledName> {
  const shared = new Map<string, Coverage>();
  const further = furtherSchedules(theCase);
  const rows = new Map<Name, CompiledName>();
  const coverageOf = (membership: Membership): Coverage => {
    const key = `${membership.releasedBy} ${membership.hostName} ${membership.schedules.join(' ')}`;
    const coverage = shared.get(key) ?? cover(membership);
    shared.set(key, coverage);
    return coverage;
  };
  for (const { id: schedule, names } of theCase.schedules) {
    const plain = coverageOf({ schedules: [schedule], releasedBy: -1, hostName: false });
    for (const scheduled of names) {
      const { name } = scheduled;
      if (rows.has(name)) continue;
      const hostName = scheduled.registrable !== name;
      const releasedBy = releases.get(name) ?? -1;
      const others = further.get(name);
      const ordinary = !hostName && releasedBy < 0 && others === undefined;
      const coverage = ordinary
        ? plain
        : coverageOf({ schedules: [schedule, ...(others ?? [])], releasedBy, hostName });
      rows.set(name, { name, at: rows.size, scheduled, schedule, coverage });
    }
  }
  return rows;
}

/** For names of several schedules: the ones after the first. */
function furtherSchedules(theCase: Case): ReadonlyMap<Name, readonly string[]> {
  const further = new Map<Name, string[]>();
  if (theCase.schedules.length < 2) return further;
  const first = new Map<Name, string>();
  for (const schedule of theCase.schedules) {
    for (const { name } of schedule.names) {
      const earlier = first.get(name);
      if (earlier === undefined) first.set(name, schedule.id);
      else if (earlier !== schedule.id) further.set(name, [...(further.get(name) ?? []), schedule.id]);
    }
  }
  return further;
}

function countCoverages(names: readonly CompiledName[]): ReadonlyMap<Coverage, number> {
  const counts = new Map<Coverage, number>();
  for (const { coverage } of names) counts.set(coverage, (counts.get(coverage) ?? 0) + 1);
  return counts;
}
