// One name's row: its findings with their deadlines, its three answers, what was noticed. The row keeps no observation.

import { isBefore } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { DatedFinding, NameProgress, SeenOf, Slip } from '../model/judged/progress.ts';
import type { Name } from '../model/name.ts';
import { type CompiledName, requirementsOf } from '../relief/compile.ts';
import type { Reversion } from './changes.ts';
import type { DeadlineBook, Directed } from './deadlines.ts';
import { allOf, facetOf, nounOf } from './facets.ts';
import { findingOf } from './judge.ts';
import { notesOf } from './notes.ts';
import type { Registry } from './registry-rows.ts';
import { type Before, resolverStates } from './resolver-states.ts';
import type { Ours } from './zone-judging.ts';

export interface RowNeeds {
  readonly compiled: CompiledName;
  readonly dossier: Dossier;
  readonly deadlines: DeadlineBook;
  readonly registry: Registry;
  readonly ours: Ours;
  readonly isExpiring: (dossier: Dossier) => boolean;
  /** When the name's servers last gave what a resolver still gives. */
  readonly before: Before;
  /** What of these findings slipped back. */
  readonly reversions: (findings: readonly DatedFinding[], dossier: Dossier) => readonly Reversion[];
}

interface Row {
  readonly progress: NameProgress;
  readonly reversions: readonly Reversion[];
  /** Whom each finding's clause directs, in step with the findings. */
  readonly directed: readonly (readonly Directed[])[];
}

export function rowOf({ compiled, dossier, deadlines, registry, ours, isExpiring, before, reversions }: RowNeeds): Row {
  const { name, scheduled, schedule, coverage } = compiled;
  const registrar = dossier.registrar.known ? dossier.registrar.value.ianaId : undefined;
  const { directed, earliest } = deadlines.ofAll(coverage.clauses, name, registrar);
  const findings = requirementsOf(compiled).map((requirement, at) => findingOf(requirement, dossier, earliest[at]));
  const slipped = reversions(findings, dossier);
  const sinkholed = facetOf(findings, 'sinkholed');
  const done = allOf(findings);
  const resolvers = resolverStates({ dossier, before });
  const progress: Draft = {
    name,
    unicode: scheduled.unicode,
    registry: registry.id,
    schedule,
    line: scheduled.line,
    action: coverage.action,
    released: coverage.released,
    transferred: facetOf(findings, 'transferred'),
    sinkholed,
    done,
    reverted: slipped.length > 0,
    overdue: findings.some(({ verdict }, at) => verdict === 'unmet' && directed[at]?.some(({ passed }) => passed)),
    expiring: isExpiring(dossier),
    findings,
    notes: notesOf(dossier, { sinkholed, done, resolvers, ours, dsJudged: findings.some(isOfDs) }),
  };
  if (slipped.length > 0) progress.slipped = slipsOf(slipped);
  if (dossier.expires.known) progress.expires = dossier.expires.value;
  if (dossier.observedAt !== undefined) progress.observedAt = dossier.observedAt;
  const seen = seenIn(dossier);
  if (seen !== undefined) progress.seen = seen;
  if (resolvers.some((one) => one.class !== 'equal')) progress.resolvers = resolvers;
  return { progress, reversions: slipped, directed };
}

function seenIn({ registered, registrar, delegation }: Dossier): SeenOf | undefined {
  if (!registered.known && !registrar.known && !delegation.known) return undefined;
  const seen: { -readonly [K in keyof SeenOf]: SeenOf[K] } = {};
  if (registered.known) seen.registered = registered.value;
  if (registrar.known) seen.registrar = registrar.value;
  if (delegation.known) seen.nameServers = delegation.value?.nameServers ?? NO_SERVERS;
  return seen;
}

/** One a noun: delegation and addresses are one redirection. The later instant: so long it was at least half as ordered. */
function slipsOf(reversions: readonly Reversion[]): readonly Slip[] {
  const slips = new Map<string, Slip>();
  for (const { finding, metAt } of reversions) {
    const noun = nounOf(finding);
    const known = slips.get(noun);
    if (known === undefined || isBefore(known.metAt, metAt)) slips.set(noun, { noun, metAt });
  }
  return [...slips.values()];
}

const NO_SERVERS: readonly Name[] = [];

function isOfDs({ requirement }: DatedFinding): boolean {
  return requirement.clause.relief === 'ds-absent-or-valid';
}

/** Made by the hundred thousand: filled in place rather than spread. */
type Draft = { -readonly [K in keyof NameProgress]: NameProgress[K] };
