// What a case orders at one instant and at another: names that come in, are let go or are asked for something else, what
// paragraphs and dates become, and whom it concerns. One case at two instants, or the case with and without an order.
import type { Case } from '../model/case/case.ts';
import type { ParagraphRef } from '../model/case/order.ts';
import type { Instant } from '../model/instant.ts';
import type { Clause } from '../model/judged/requirement.ts';
import type { Name } from '../model/name.ts';
import { amendedOrders } from '../relief/amendments.ts';
import type { CompiledName } from '../relief/compile.ts';
import { compile } from '../relief/compile.ts';
import type { Coverage } from '../relief/coverage.ts';
import { type Concerned, concernedBy } from './concerned.ts';

interface CaseAt {
  readonly theCase: Case;
  readonly asOf: Instant;
}

export interface Difference {
  /** How many names orders cover, before and after. */
  readonly covered: { readonly before: number; readonly after: number };
  /** Names that differ in the same way stand together. */
  readonly groups: readonly NameGroup[];
  readonly paragraphs: readonly ParagraphChange[];
  readonly ends: readonly EndChange[];
  readonly recipients: readonly Concerned[];
}

/** `added`: nothing was asked of the names before. `dropped`: nothing is any more. */
export type NameChange = 'added' | 'dropped' | 'changed';

export interface NameGroup {
  readonly change: NameChange;
  readonly names: readonly Name[];
  /** Clauses that come to bind them, and that no longer do. */
  readonly gains: readonly Clause[];
  readonly loses: readonly Clause[];
  /** Dropped by an order that releases them. */
  readonly released: boolean;
}

export interface ParagraphChange {
  readonly ref: ParagraphRef;
  readonly change: 'new' | 'replaced' | 'more names' | 'no longer in force' | 'in force again';
  readonly replacedBy?: ParagraphRef;
  /** Schedules that it comes to cover. */
  readonly schedules?: readonly string[];
}

interface EndChange {
  readonly order: string;
  /** Absent: the order is new. `end` absent: until a further order. */
  readonly before?: { readonly end?: Instant };
  readonly after: { readonly end?: Instant };
}

interface DifferenceQuestion {
  readonly before: CaseAt;
  readonly after: CaseAt;
  /** The IANA ID of the registrar that a name was last seen at. */
  registrarOf?(name: Name): number | undefined;
}

export function differenceOf({ before, after, registrarOf }: DifferenceQuestion): Difference {
  const [was, is] = [compile(before.theCase, before.asOf), compile(after.theCase, after.asOf)];
  const groups = groupsOf(was.names, is.names);
  return {
    covered: { before: coveredIn(was.names), after: coveredIn(is.names) },
    groups,
    paragraphs: paragraphChanges(before, after),
    ends: endChanges(before, after),
    recipients: concernedBy({
      groups,
      before: before.theCase,
      after: after.theCase,
      ...(registrarOf && { registrarOf }),
    }),
  };
}

function coveredIn(names: readonly CompiledName[]): number {
  return names.reduce((sum, { coverage }) => sum + (bound(coverage) ? 1 : 0), 0);
}

function bound(coverage: Coverage | undefined): coverage is Coverage {
  return coverage !== undefined && coverage.clauses.length > 0;
}

/** Names by the hundred thousand share a few coverages, so that pairs of these are compared, once each. */
function groupsOf(was: readonly CompiledName[], is: readonly CompiledName[]): readonly NameGroup[] {
  const before = new Map(was.map((row) => [row.name, row.coverage]));
  const now = new Set(is.map(({ name }) => name));
  const kinds = new Map<string, Omit<NameGroup, 'names'> & { readonly names: Name[] }>();
  const pairs = new Map<Coverage | undefined, Map<Coverage | undefined, string | undefined>>();
  const keyOf = (old: Coverage | undefined, current: Coverage | undefined): string | undefined => {
    const known = pairs.get(old) ?? new Map<Coverage | undefined, string | undefined>();
    pairs.set(old, known);
    if (known.has(current)) return known.get(current);
    const group = changeOf(old, current);
    const key = group && JSON.stringify([group.change, group.released, ids(group.gains), ids(group.loses)]);
    if (group !== undefined && key !== undefined && !kinds.has(key)) kinds.set(key, { ...group, names: [] });
    known.set(current, key);
    return key;
  };
  const file = (name: Name, old: Coverage | undefined, current: Coverage | undefined) =>
    kinds.get(keyOf(old, current) ?? '')?.names.push(name);
  for (const { name, coverage } of is) file(name, before.get(name), coverage);
  for (const { name, coverage } of was) if (!now.has(name)) file(name, coverage, undefined);
  return [...kinds.values()];
}

function changeOf(old: Coverage | undefined, current: Coverage | undefined): Omit<NameGroup, 'names'> | undefined {
  const [was, is] = [bound(old) ? old.clauses : [], bound(current) ? current.clauses : []];
  const [had, has] = [new Set(ids(was)), new Set(ids(is))];
  const gains = is.filter(({ id }) => !had.has(id));
  const loses = was.filter(({ id }) => !has.has(id));
  if (gains.length === 0 && loses.length === 0) return undefined;
  const change = was.length === 0 ? 'added' : is.length === 0 ? 'dropped' : 'changed';
  return { change, gains, loses, released: current?.released === true };
}

function ids(clauses: readonly Clause[]): readonly string[] {
  return clauses.map(({ id }) => id);
}

function paragraphChanges(before: CaseAt, after: CaseAt): readonly ParagraphChange[] {
  const [was, is] = [amendedOrders(before.theCase, before.asOf), amendedOrders(after.theCase, after.asOf)];
  const old = new Map(was.paragraphs.map((paragraph) => [paragraph.ref, paragraph]));
  const attached = (amended: typeof was, ref: ParagraphRef) =>
    amended.attachments.filter(({ paragraph }) => paragraph.ref === ref).map(({ schedule }) => schedule);
  return is.paragraphs.flatMap(({ ref, owner, replacedBy }): readonly ParagraphChange[] => {
    const earlier = old.get(ref);
    if (earlier === undefined) return [{ ref, change: 'new', schedules: attached(is, ref) }];
    if (replacedBy !== undefined && earlier.replacedBy === undefined) return [{ ref, change: 'replaced', replacedBy }];
    if (replacedBy === undefined && earlier.replacedBy !== undefined) return [{ ref, change: 'in force again' }];
    const [then, now] = [earlier.owner.inForce, owner.inForce];
    if (then !== now) return [{ ref, change: now ? 'in force again' : 'no longer in force' }];
    const had = attached(was, ref);
    const more = [...new Set(attached(is, ref))].filter((schedule) => !had.includes(schedule));
    return more.length === 0 ? [] : [{ ref, change: 'more names', schedules: more }];
  });
}

function endChanges(before: CaseAt, after: CaseAt): readonly EndChange[] {
  const [was, is] = [amendedOrders(before.theCase, before.asOf), amendedOrders(after.theCase, after.asOf)];
  const old = new Map(was.orders.map(({ order, expires }) => [order.id, { end: expires }]));
  return is.orders.flatMap(({ order, expires }): readonly EndChange[] => {
    const earlier = old.get(order.id);
    if (earlier !== undefined && earlier.end === expires) return [];
    const own = earlier === undefined ? {} : { before: earlier.end === undefined ? {} : { end: earlier.end } };
    return [{ order: order.id, ...own, after: expires === undefined ? {} : { end: expires } }];
  });
}
