// Whom moving a name would hurt: names whose servers stand under it, mail, an owner of many years. What cannot be seen from
// outside is said to be so.
import { type Instant, isBefore, millisecondsOf } from '../model/instant.ts';
import type { PrecheckFinding } from '../model/judged/precheck.ts';
import { isWithin, type Name } from '../model/name.ts';
import type { Observation } from '../model/seen/observation.ts';
import { firstFew } from '../model/text/phrase.ts';
import { statedIn } from '../progress/stated.ts';
import { found } from './found.ts';

/** A name that was seized by mistake had been its owner's for twelve years (field/legal.md, T22); half of that is a reason to look. */
const LONG_YEARS = 5;
const YEAR_MS = 365.25 * 86_400_000;
const SHOWN = 4;

/** Names by the registrable or listed name that a server of theirs stands under. */
export interface Dependents {
  add(servers: readonly Name[], by: Dependent): void;
  of(name: Name): readonly (Dependent & { readonly server: Name })[];
}

interface Dependent {
  readonly name: Name;
  /** The other case that lists it; absent: this one. */
  readonly in?: { readonly id: string; readonly sealed: boolean };
  /** A later order let it go, so that it is not moved. */
  readonly released?: boolean;
}

/** `listed`: what a server may stand under to count. */
export function openDependents(listed: ReadonlySet<Name>): Dependents {
  const known = new Map<Name, (Dependent & { readonly server: Name })[]>();
  return {
    add(servers, by) {
      for (const server of servers) {
        for (const above of lineageOf(server)) {
          if (!listed.has(above)) continue;
          const others = known.get(above) ?? [];
          known.set(above, others);
          others.push({ ...by, server });
        }
      }
    },
    of: (name) => known.get(name) ?? [],
  };
}

function lineageOf(server: Name): readonly Name[] {
  const labels = server.split('.');
  return labels.map((_, at) => labels.slice(at).join('.') as Name);
}

interface CollateralQuestion {
  readonly name: Name;
  readonly observations: readonly Observation[];
  readonly dependents: Dependents;
  readonly asOf: Instant;
}

export function collateralFindings(question: CollateralQuestion): readonly PrecheckFinding[] {
  return [...hosts(question), ...mail(question), ...established(question)];
}

function hosts({ name, observations, dependents }: CollateralQuestion): readonly PrecheckFinding[] {
  const using = dependents.of(name).filter((one) => !isWithin(one.name, name));
  const others = using.filter((one) => one.in !== undefined || one.released === true);
  const listed = using.filter((one) => one.in === undefined && one.released !== true);
  const own = serversUnder(name, observations);
  const known = [...new Set([...own.servers, ...using.map(({ server }) => server)])];
  return [
    ...(others.length === 0 ? [] : [found('hosts-serve-others', usesText(others))]),
    ...(listed.length === 0 ? [] : [found('hosts-serve-listed', usesText(listed))]),
    ...(known.length === 0 ? [] : [found('hosts-under-it', firstFew(known, SHOWN), own.citations)]),
  ];
}

function usesText(using: ReturnType<Dependents['of']>): string {
  const said = using.map(({ name, server, in: where }) => {
    if (where === undefined) return `${name} is served by ${server}`;
    return `${where.sealed ? 'a name' : name} of the case ${where.id} is served by ${server}`;
  });
  return firstFew([...new Set(said)], SHOWN, '; ');
}

/** Hosts under the name that its own delegation or its registration names: they exist at the registry. */
function serversUnder(name: Name, observations: readonly Observation[]) {
  const servers = new Set<Name>();
  const citations: string[] = [];
  for (const seen of observations) {
    if (seen.outcome !== 'facts') continue;
    if (seen.lookup !== 'delegation' && seen.lookup !== 'rdap-registry' && seen.lookup !== 'whois-registry') continue;
    const under = (seen.facts.nameServers ?? []).filter((server) => isWithin(server, name));
    if (under.length > 0) citations.push(seen.id);
    for (const server of under) servers.add(server);
  }
  return { servers: [...servers], citations };
}

function mail({ observations }: CollateralQuestion): readonly PrecheckFinding[] {
  for (const seen of observations) {
    if (seen.lookup !== 'addresses' || seen.outcome !== 'facts') continue;
    const exchanges = (seen.facts.zone?.mail ?? []).filter((one) => one !== '.');
    if (exchanges.length > 0) return [found('mail-in-use', `mail goes to ${firstFew(exchanges, SHOWN)}`, [seen.id])];
  }
  return [];
}

function established({ observations, asOf }: CollateralQuestion): readonly PrecheckFinding[] {
  const created = statedIn(observations, 'created');
  if (created === undefined || isBefore(asOf, created.value)) return [];
  const years = Math.floor((millisecondsOf(asOf) - millisecondsOf(created.value)) / YEAR_MS);
  if (years < LONG_YEARS) return [];
  const signs = signsOf(observations);
  const beside = signs.words.length === 0 ? '' : `; it has ${signs.words.join(' and ')}`;
  const text = `registered on ${created.value.slice(0, 10)}, ${years} years before${beside}`;
  return [found('long-established', text, [created.id, ...signs.citations])];
}

/** What stands on it, as far as its own servers were asked. */
function signsOf(observations: readonly Observation[]) {
  for (const seen of observations) {
    if (seen.lookup !== 'addresses' || seen.outcome !== 'facts') continue;
    const { zone, hosts: answers } = seen.facts;
    const words = [
      ...(answers.apex.a.answer === 'addresses' ? ['an address'] : []),
      ...((zone?.https?.length ?? 0) > 0 ? ['an HTTPS record'] : []),
      ...((zone?.spf?.length ?? 0) > 0 ? ['an SPF policy'] : []),
    ];
    if (words.length > 0) return { words, citations: [seen.id] };
  }
  return { words: [], citations: [] };
}
