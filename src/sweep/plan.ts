// What is asked about each name of a case, and what the seal forbids to ask. Pure: a case and an instant in, a plan out.
// Every name of every schedule is in it once; what may not be asked is in it too, and becomes an observation that says so.
// Behind them come the registrations that the sinkholes themselves stand on.
import type { Case, ScheduledName } from '../model/case/case.ts';
import { sealInForce } from '../model/case/seal.ts';
import { sinkholeDomainsOf } from '../model/case/sinkhole.ts';
import type { Instant } from '../model/instant.ts';
import { type Name, topLabel } from '../model/name.ts';
import type { LookupKind } from '../model/seen/observation.ts';
import { reliefOf } from '../relief/index.ts';
import { isExcluded, mayAskUnder } from './touched.ts';

export interface PlannedName {
  readonly name: Name;
  readonly ask: readonly LookupKind[];
  readonly excluded: readonly LookupKind[];
}

export interface Plan {
  readonly names: readonly PlannedName[];
  /** Whether the seal is on, and with it `excluded` and `mayAsk` say more than nothing. */
  readonly sealed: boolean;
  /** False for a name server that the seal keeps from being asked. */
  mayAsk(nameServer: Name): boolean;
}

export interface PlanQuestion {
  readonly theCase: Case;
  readonly asOf: Instant;
  /** The lookups that can be made. */
  readonly kinds: readonly LookupKind[];
}

/** Registries know registrable names only; asked for a host, they would answer about somebody else's domain. */
const OF_REGISTRABLE: ReadonlySet<LookupKind> = new Set([
  'rdap-registry',
  'whois-registry',
  'rdap-registrar',
  'whois-registrar',
]);

/** A registrar knows more than the registry of one fact only: who the registrant is. */
const FOR_REGISTRANT: ReadonlySet<LookupKind> = new Set(['rdap-registrar', 'whois-registrar']);

/** A sinkhole's own domain is asked about at its registry: when it ends, and whether it is held or locked. */
const OF_SINKHOLES: ReadonlySet<LookupKind> = new Set(['rdap-registry', 'whois-registry']);

/** What a check asks: a sinkhole is asked where a name is delegated to it. */
export function planLookups(question: PlanQuestion): Plan {
  const plan = planOf({ ...question, kinds: question.kinds.filter((kind) => kind !== 'sinkhole') });
  return { ...plan, names: [...plan.names, ...ownDomains(question)] };
}

export function ownDomains({ theCase, asOf, kinds }: PlanQuestion): readonly PlannedName[] {
  const seal = sealInForce(theCase, asOf);
  const asked = kinds.filter((kind) => OF_SINKHOLES.has(kind));
  const lists = divide(asked, (kind) => !isExcluded(kind, seal, 'registrable'));
  return sinkholeDomainsOf(theCase).map(({ name }) => ({ name, ...lists }));
}

/** All kinds that are given; see plan-precheck.ts. */
export function planOf({ theCase, asOf, kinds: possible }: PlanQuestion): Plan {
  const kinds = asksForRegistrant(theCase) ? possible : possible.filter((kind) => !FOR_REGISTRANT.has(kind));
  const seal = sealInForce(theCase, asOf);
  const ofRegistrable = divide(kinds, (kind) => !isExcluded(kind, seal, 'registrable'));
  const hostKinds = kinds.filter((kind) => !OF_REGISTRABLE.has(kind));
  const ofHost = divide(hostKinds, (kind) => !isExcluded(kind, seal, 'host'));
  const names = spread(scheduledNames(theCase));
  return {
    names: names.map(({ name, registrable }) => ({ name, ...(name === registrable ? ofRegistrable : ofHost) })),
    sealed: seal !== undefined,
    mayAsk: mayAskUnder(seal),
  };
}

/** Whatever the order and its state: the registrant before it is the return path. */
function asksForRegistrant({ orders }: Case): boolean {
  return orders.some(({ paragraphs }) =>
    paragraphs.some(({ relief }) => relief.some(({ kind }) => reliefOf(kind)?.needs.includes('registrant') === true)),
  );
}

/** One value for all the names that it holds for: a case may have a million. */
function divide(kinds: readonly LookupKind[], allowed: (kind: LookupKind) => boolean): Omit<PlannedName, 'name'> {
  return { ask: kinds.filter(allowed), excluded: kinds.filter((kind) => !allowed(kind)) };
}

function scheduledNames(theCase: Case): readonly ScheduledName[] {
  const names = new Map<Name, ScheduledName>();
  for (const schedule of theCase.schedules) {
    for (const scheduled of schedule.names) if (!names.has(scheduled.name)) names.set(scheduled.name, scheduled);
  }
  return [...names.values()];
}

/** One of each registry in turn, so that the slowest one's queue is begun at once and no registry gets a burst. */
function spread(names: readonly ScheduledName[]): readonly ScheduledName[] {
  const queues = new Map<string, ScheduledName[]>();
  for (const scheduled of names) {
    const label = topLabel(scheduled.name);
    const queue = queues.get(label);
    if (queue === undefined) queues.set(label, [scheduled]);
    else queue.push(scheduled);
  }
  const longest = [...queues.values()].reduce((length, queue) => Math.max(length, queue.length), 0);
  const spreadOut: ScheduledName[] = [];
  for (let i = 0; i < longest; i += 1) {
    for (const queue of queues.values()) {
      const scheduled = queue[i];
      if (scheduled !== undefined) spreadOut.push(scheduled);
    }
  }
  return spreadOut;
}
