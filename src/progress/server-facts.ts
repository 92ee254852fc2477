// What every address of every delegated server answered. A delegated server that nobody asked stands in the list too, as
// unknown: a name is not "resolving as ordered" because the server that would say otherwise was left out.

import type { Fact, ServerAnswers } from '../model/judged/dossier.ts';
import type { Delegation, DnsKey } from '../model/seen/delegation.ts';
import type { AddressFacts, ObservationOf } from '../model/seen/observation.ts';
import { inVain, known, NOT_ASKED } from './facts.ts';
import { type Group, MISSING } from './sighting.ts';

type ServerObservation = ObservationOf<'addresses' | 'sinkhole'>;

/** Also of what a sinkhole was asked before service: then as if the name were delegated to it. */
export function serversOf(
  group: Group<'addresses'> | Group<'sinkhole'>,
  delegation: Fact<Delegation | null>,
): readonly ServerAnswers[] {
  if (!delegation.known || delegation.value === null) return [];
  const { nameServers } = delegation.value;
  const all: readonly ServerObservation[] = group.observations;
  const seen = all.filter((one) => nameServers.some((server) => server === serverName(one)));
  const unseen = nameServers.filter((server) => !seen.some((one) => serverName(one) === server));
  const servers = seen.map(answersOf);
  const strays = all.filter((one) => isStray(one) && !seen.includes(one));
  for (const server of unseen) servers.push(silent(server, strays[0]));
  for (let count = 0; count < group.missing; count += 1) servers.push(lost());
  return servers;
}

/** Tells why nobody was asked. `lame` is a statement of the server that it names, delegated in another run, and of no other. */
function isStray(one: ServerObservation): boolean {
  return one.outcome === 'failure' && one.failure !== 'lame';
}

/** Failures name the server as `ns1.example 192.0.2.1`, or by its name alone when it has no address. */
function serverName(observation: ServerObservation): string {
  if (observation.outcome === 'facts') return observation.facts.nameServer;
  const [name = ''] = observation.server.split(' ', 1);
  return name.toLowerCase().replace(/\.$/, '');
}

function answersOf(observation: ServerObservation): ServerAnswers {
  const { server, id } = observation;
  if (observation.outcome === 'facts') {
    const { facts } = observation;
    return { server, answers: known(facts.hosts, [id]), keys: keysOf(facts, observation), facts };
  }
  // An authoritative server has no way to say "no such object" of its own zone: such a line decides nothing.
  const failure = observation.outcome === 'failure' ? observation.failure : 'contradictory';
  const fact = failed(failure, id);
  const cause = observation.outcome === 'failure' ? observation.cause : undefined;
  return cause === undefined ? { server, answers: fact, keys: fact } : { server, answers: fact, keys: fact, cause };
}

function keysOf(facts: AddressFacts, { id }: ServerObservation): Fact<readonly DnsKey[]> {
  if (facts.keys !== undefined) return known(facts.keys, [id]);
  return facts.keysFailure === undefined ? { ...NOT_ASKED, citations: [id] } : failed(facts.keysFailure, id);
}

function failed(failure: Parameters<typeof inVain>[0][number]['failure'], id: string) {
  return unnamed(inVain([{ failure, id, who: '' }]));
}

/** The server is named beside the fact, so the reason needs no name. */
function unnamed<T extends { readonly reason: string }>(fact: T): T {
  return { ...fact, reason: fact.reason.replace(/^: /, '') };
}

function silent(server: string, stray: ServerObservation | undefined): ServerAnswers {
  const fact = stray?.outcome === 'failure' ? failed(stray.failure, stray.id) : NOT_ASKED;
  return { server, answers: fact, keys: fact };
}

function lost(): ServerAnswers {
  const fact = unnamed(inVain([{ failure: MISSING, who: '' }]));
  return { server: 'a delegated server', answers: fact, keys: fact };
}
