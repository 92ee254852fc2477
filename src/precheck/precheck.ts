// A case before its order is served: every name looked at from each side, and the case as a whole. Pure: a run in, a table out,
// the same for the same run whenever it is asked for.
import type { Case } from '../model/case/case.ts';
import { endsOf, enteredBy, type OrderEnd } from '../model/case/order-ends.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Precheck, PrecheckFinding, PrecheckRow } from '../model/judged/precheck.ts';
import type { RunSummary, Sighted } from '../model/judged/record.ts';
import type { Name } from '../model/name.ts';
import type { Observation } from '../model/seen/observation.ts';
import { recipientFinder } from '../progress/directed-recipients.ts';
import { dossierOf } from '../progress/dossier.ts';
import { makeSinkholeList } from '../progress/sinkhole-domains.ts';
import { statedIn } from '../progress/stated.ts';
import { oursOf } from '../progress/zone-judging.ts';
import { type Compiled, type CompiledName, compile, requirementsOf } from '../relief/compile.ts';
import { sinkholeFinder } from '../relief/sinkholes-of.ts';
import { caseFindings } from './case-findings.ts';
import { collateralFindings, type Dependents, openDependents } from './collateral.ts';
import { found } from './found.ts';
import { reachOf } from './reach.ts';
import { readinessOf } from './readiness.ts';
import { registrationFindings } from './registration.ts';
import { countServers, type ServerCounts } from './servers.ts';
import { type StandingOf, standingFindings } from './standing.ts';
import { answerOf, gravestFirst, totalsOf } from './weigh.ts';

/** Another case of the workspace, as far as it could be read. */
export interface OtherCase {
  readonly id: string;
  /** Its names are not told in this case's papers. */
  readonly sealed: boolean;
  readonly lists: ReadonlySet<Name>;
  /** Names of it with the servers that they were last seen at. */
  readonly servers: readonly { readonly name: Name; readonly nameServers: readonly Name[] }[];
}

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
  const dependents = dependentsOf(question, compiled, sights);
  const ends = endsAt(theCase, standpoint.at);
  const rowFor = rowMaker({ question, asOf, ends, sights, dependents, servers });
  const orderEnds = latestEnd([...ends.values()]);
  const names = compiled.names.map(rowFor);
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

interface Making {
  readonly question: PrecheckQuestion;
  readonly asOf: Instant;
  readonly ends: ReadonlyMap<string, OrderEnd>;
  readonly sights: ReadonlyMap<Name, readonly Observation[]>;
  readonly dependents: Dependents;
  readonly servers: ServerCounts;
}

function rowMaker({ question, asOf, ends, sights, dependents, servers }: Making): (named: CompiledName) => PrecheckRow {
  const { theCase, standingOf, others } = question;
  const finder = recipientFinder(theCase);
  const sinkholesOf = sinkholeFinder(theCase);
  const ours = oursOf(theCase);
  const all = Object.values(theCase.sinkholes);
  return (named) => {
    const { name, scheduled, coverage, schedule } = named;
    const observations = sights.get(name) ?? [];
    for (const seen of observations) if (seen.lookup === 'sinkhole') servers.add(seen);
    const isHost = scheduled.registrable !== name;
    const under = isHost ? { under: scheduled.registrable } : {};
    const dossier = dossierOf({ name, observations, journal: [], asOf, ...under });
    const { clauses, action } = coverage;
    const reach = reachOf({ dossier, clauses, finder });
    const requirements = requirementsOf(named);
    const readiness = readinessOf({ dossier, observations, requirements, sinkholes: sinkholesOf(coverage), ours });
    const alsoIn = others.filter(({ lists }) => lists.has(name)).map(({ id }) => id);
    const orderEnds = latestEnd(clauses.map(({ order }) => ends.get(order)));
    const findings: readonly PrecheckFinding[] = [
      ...standingFindings({ scheduled, sinkholes: all, alsoIn, standingOf }),
      ...(clauses.length === 0 ? [found('not-covered', 'no paragraph in force covers it')] : []),
      ...(isHost ? [] : registrationFindings({ dossier, observations, action, asOf, ...(orderEnds && { orderEnds }) })),
      ...(isHost ? [] : delegationFindings(dossier)),
      ...reach.findings,
      ...collateralFindings({ name, observations, dependents, asOf }),
      ...readiness.findings,
    ];
    const { registryOperator, sponsor } = reach;
    const created = statedIn(observations, 'created')?.value;
    const told = coverage.released ? [] : gravestFirst(findings);
    return {
      name,
      unicode: scheduled.unicode,
      schedule,
      line: scheduled.line,
      action,
      released: coverage.released,
      answer: answerOf(told),
      findings: told,
      registered: dossier.registered,
      ...(dossier.registrar.known ? { registrar: dossier.registrar.value } : {}),
      ...(created === undefined ? {} : { created }),
      ...(dossier.expires.known ? { expires: dossier.expires.value } : {}),
      ...(registryOperator === undefined ? {} : { registryOperator }),
      ...(sponsor === undefined ? {} : { sponsor }),
      sinkhole: readiness.sinkhole,
    };
  };
}

/** Of a name that is not registered, or of which that is not known, the parent zone is of no weight. */
function delegationFindings({ registered, delegation, ds }: ReturnType<typeof dossierOf>): readonly PrecheckFinding[] {
  if (!registered.known || registered.value !== 'registered') return [];
  if (!delegation.known) return [found('delegation-not-seen', delegation.reason, delegation.citations)];
  if (!ds.known || ds.value.length === 0) return [];
  const keys = ds.value.map(({ keyTag }) => keyTag).join(', ');
  return [found('signed-zone', `the parent zone has DS ${keys}`, ds.citations)];
}

/** Absent where one of them ends only by a further order. */
function latestEnd(ends: readonly (OrderEnd | undefined)[]): Instant | undefined {
  let latest: Instant | undefined;
  for (const end of ends) {
    if (end?.at === undefined) return undefined;
    if (latest === undefined || isBefore(latest, end.at)) latest = end.at;
  }
  return latest;
}

function readiedOf(names: readonly PrecheckRow[]): Precheck['readied'] {
  const ordered = names.filter(({ sinkhole, released }) => sinkhole !== 'not-ordered' && !released);
  return { asked: ordered.filter(({ sinkhole }) => sinkhole !== 'not-asked').length, of: ordered.length };
}
