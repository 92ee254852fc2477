// One name before its order is served: what is known of it, and what speaks against serving the order as it stands.
import type { Case } from '../model/case/case.ts';
import type { OrderEnd } from '../model/case/order-ends.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { PrecheckFinding, PrecheckRow } from '../model/judged/precheck.ts';
import type { Observation } from '../model/seen/observation.ts';
import { recipientFinder } from '../progress/directed-recipients.ts';
import { dossierOf } from '../progress/dossier.ts';
import { statedIn } from '../progress/stated.ts';
import { oursOf } from '../progress/zone-judging.ts';
import { type CompiledName, requirementsOf } from '../relief/compile.ts';
import { sinkholeFinder } from '../relief/sinkholes-of.ts';
import { collateralFindings, type Dependents } from './collateral.ts';
import { found } from './found.ts';
import type { OtherCase } from './other-case.ts';
import { reachOf } from './reach.ts';
import { readinessOf } from './readiness.ts';
import { registrationFindings } from './registration.ts';
import { type StandingOf, standingFindings } from './standing.ts';
import { answerOf, gravestFirst } from './weigh.ts';

interface RowNeeds {
  readonly theCase: Case;
  readonly standingOf: StandingOf;
  readonly others: readonly OtherCase[];
  readonly asOf: Instant;
  /** By the order's id. */
  readonly ends: ReadonlyMap<string, OrderEnd>;
  readonly dependents: Dependents;
}

/** What was observed of the name comes with it: nothing where it was not asked. */
type RowOf = (named: CompiledName, observations: readonly Observation[]) => PrecheckRow;

export function rowMaker(needs: RowNeeds): RowOf {
  const { theCase, asOf } = needs;
  const finder = recipientFinder(theCase);
  const sinkholesOf = sinkholeFinder(theCase);
  const ours = oursOf(theCase);
  const findingsFor = findingsMaker(needs);
  return (named, observations) => {
    const { name, scheduled, coverage, schedule } = named;
    const { clauses, action, released } = coverage;
    const under = isHost(named) ? { under: scheduled.registrable } : {};
    const dossier = dossierOf({ name, observations, journal: [], asOf, ...under });
    const reach = reachOf({ dossier, clauses, finder });
    const requirements = requirementsOf(named);
    const readiness = readinessOf({ dossier, observations, requirements, sinkholes: sinkholesOf(coverage), ours });
    const findings = released ? [] : gravestFirst(findingsFor({ named, observations, dossier, reach, readiness }));
    const { registryOperator, sponsor } = reach;
    const created = statedIn(observations, 'created');
    return {
      name,
      unicode: scheduled.unicode,
      schedule,
      line: scheduled.line,
      action,
      released,
      answer: answerOf(findings),
      findings,
      registered: dossier.registered,
      ...(dossier.registrar.known ? { registrar: dossier.registrar.value } : {}),
      ...(created && { created: created.value }),
      ...(dossier.expires.known ? { expires: dossier.expires.value } : {}),
      ...(registryOperator && { registryOperator }),
      ...(sponsor && { sponsor }),
      sinkhole: readiness.sinkhole,
    };
  };
}

function isHost({ name, scheduled }: CompiledName): boolean {
  return scheduled.registrable !== name;
}

interface KnownOfName {
  readonly named: CompiledName;
  readonly observations: readonly Observation[];
  readonly dossier: ReturnType<typeof dossierOf>;
  readonly reach: ReturnType<typeof reachOf>;
  readonly readiness: ReturnType<typeof readinessOf>;
}

function findingsMaker({ theCase, standingOf, others, asOf, ends, dependents }: RowNeeds) {
  const sinkholes = Object.values(theCase.sinkholes);
  return ({ named, observations, dossier, reach, readiness }: KnownOfName): readonly PrecheckFinding[] => {
    const { name, scheduled, coverage } = named;
    const { clauses, action } = coverage;
    const alsoIn = others.filter(({ lists }) => lists.has(name)).map(({ id }) => id);
    const orderEnds = latestEnd(clauses.map(({ order }) => ends.get(order)));
    const ofRegistration = (): readonly PrecheckFinding[] => [
      ...registrationFindings({ dossier, observations, action, asOf, ...(orderEnds && { orderEnds }) }),
      ...delegationFindings(dossier),
    ];
    return [
      ...standingFindings({ scheduled, sinkholes, alsoIn, standingOf }),
      ...(clauses.length === 0 ? [found('not-covered', 'no paragraph in force covers it')] : []),
      ...(isHost(named) ? [] : ofRegistration()),
      ...reach.findings,
      ...collateralFindings({ name, observations, dependents, asOf }),
      ...readiness.findings,
    ];
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
export function latestEnd(ends: readonly (OrderEnd | undefined)[]): Instant | undefined {
  let latest: Instant | undefined;
  for (const end of ends) {
    if (end?.at === undefined) return undefined;
    if (latest === undefined || isBefore(latest, end.at)) latest = end.at;
  }
  return latest;
}
