// A case before its order is served: every name looked at from each side, and the case as a whole. Pure: a run in, a table out,
// the same for the same run whenever it is asked for.
import type { Case } from '../model/case/case.ts';
import { endsOf, enteredBy, type OrderEnd } from '../model/case/order-ends.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Precheck, PrecheckRow } from '../model/judged/precheck.ts';
import type { RunSummary, Sighted } from '../model/judged/record.ts';
import type { Name } from '../model/name.ts';
import type { Observation } from '../model/seen/observation.ts';
import { makeSinkholeList } from '../progress/sinkhole-domains.ts';
import { statedIn } from '../progress/stated.ts';
import { type Compiled, compile } from '../relief/compile.ts';
import { caseFindings } from './case-findings.ts';
import { type Dependents, openDependents } from './collateral.ts';
import type { OtherCase } from './other-case.ts';
import { latestEnd, rowMaker } from './row.ts';
import { countServers } from './servers.ts';
import type { StandingOf } from './standing.ts';
import { gravestFirst, totalsOf } from './weigh.ts';

interface PrecheckQuestion {
  readonly theCase: Case;
  /** Opened at the end of the run. */
  readonly latest: () => Iterable<Sighted>;
  readonly run: RunSummary;
  readonly standingOf: StandingOf;
  readonly others: readonly OtherCase[];
  /** Cases that could not be read. */
  readonly unread: readonly string[];
}

export function precheckOf(question: PrecheckQuestion): Precheck {
  const { theCase, run } = question;
  const asOf = run.ended;
  const standpoint = termsAt(theCase, asOf);
  const compiled = compile(theCase, standpoint.at);
  const sights = new Map<Name, readonly Observation[]>();
  const servers = countServers();
  const domains = makeSinkholeList(theCase, asOf);
  for (const { name, observations } of question.latest()) {
    if (compiled.of(name)) sights.set(name, observations);
    else domains.add(name, observations);
  }
  for (const { name } of compiled.names) {
    for (const seen of sights.get(name) ?? []) if (seen.lookup === 'sinkhole') servers.add(seen);
  }
  const dependents = dependentsOf(question, compiled, sights);
  const ends = endsAt(theCase, standpoint.at);
  const rowOf = rowMaker({ ...question, asOf, ends, dependents });
  const orderEnds = latestEnd([...ends.values()]);
  const names = compiled.names.map((named) => rowOf(named, sights.get(named.name) ?? []));
  const totals = totalsOf(names);
  const readied = readiedOf(names);
  return {
    caseId: theCase.id,
    caseDigest: theCase.digest,
    asOf,
    ...(standpoint.before === undefined ? {} : { before: standpoint.before }),
    run,
    findings: gravestFirst(
      caseFindings({
        theCase,
        names,
        readied,
        others: question.others,
        unread: question.unread,
        sights,
        domains: domains.states(),
        ...(orderEnds && { orderEnds }),
      }),
    ),
    domains: domains.states(),
    servers: servers.rows(),
    readied,
    totals,
    names,
  };
}

/** Before the first order is entered, its terms are taken as they will stand. */
export function termsAt({ orders }: Case, asOf: Instant): { readonly at: Instant; readonly before?: string } {
  if (enteredBy(orders, asOf).length > 0) return { at: asOf };
  const first = orders.reduce<Case['orders'][number] | undefined>(
    (soonest, order) => (soonest === undefined || isBefore(order.entered, soonest.entered) ? order : soonest),
    undefined,
  );
  return first === undefined ? { at: asOf } : { at: first.entered, before: first.id };
}

function endsAt({ orders }: Case, at: Instant): ReadonlyMap<string, OrderEnd> {
  return endsOf(enteredBy(orders, at));
}

function dependentsOf(
  { others }: PrecheckQuestion,
  compiled: Compiled,
  sights: ReadonlyMap<Name, readonly Observation[]>,
): Dependents {
  const dependents = openDependents(new Set(compiled.names.map(({ name }) => name)));
  for (const { name, coverage } of compiled.names) {
    const released = coverage.released ? { released: true } : {};
    dependents.add(serversSeen(sights.get(name) ?? []), { name, ...released });
  }
  for (const { id, sealed, servers } of others) {
    for (const { name, nameServers } of servers) dependents.add(nameServers, { name, in: { id, sealed } });
  }
  return dependents;
}

/** What the parent zone has; where that was not seen, what the registration says. */
export function serversSeen(observations: readonly Observation[]): readonly Name[] {
  for (const seen of observations) {
    if (seen.lookup === 'delegation' && seen.outcome === 'facts') return seen.facts.nameServers;
  }
  return statedIn(observations, 'nameServers')?.value ?? [];
}

function readiedOf(names: readonly PrecheckRow[]): Precheck['readied'] {
  const ordered = names.filter(({ sinkhole, released }) => sinkhole !== 'not-ordered' && !released);
  return { asked: ordered.filter(({ sinkhole }) => sinkhole !== 'not-asked').length, of: ordered.length };
}
