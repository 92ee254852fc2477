// The DNS lookups read again: what today's readers make of recorded exchanges. The talk is had again with a client that
// answers out of the record, so there is no second reader that could say something else.
import { type Address, parseAddress } from '../../model/address.ts';
import { type Name, nameOrNone } from '../../model/name.ts';
import type { AddressFacts, ObservationOf, Outcome } from '../../model/seen/observation.ts';
import type { Security } from '../../model/seen/security.ts';
import { askServer } from '../authority/ask-server.ts';
import { hearParent } from '../authority/hear-parent.ts';
import { lineageOf, parentOf } from '../dns/codec/names.ts';
import type { Trust } from '../dnssec/trust.ts';
import type { Heard } from '../heard/heard.ts';
import { labelIn } from '../heard/hosts-asked.ts';
import { cannot, type Reread } from '../reread-types.ts';
import { readResolver } from '../resolver/read-resolver.ts';
import { openReplay } from './replay.ts';
import { rereadWalk } from './reread-walk.ts';

/** Nobody gives up while a record is read. */
const { signal } = new AbortController();

/** How far a zone could be trusted then. What it rests on lies in the record of the name that asked first: chainIn in dnssec. */
export type TrustThen = (zone: string) => Trust | undefined;

export async function rereadDelegation(
  observation: ObservationOf<'delegation'>,
  heard: readonly Heard[],
  trustThen?: TrustThen,
): Promise<Reread> {
  const { name, server } = observation;
  const stored = securityIn(observation);
  const address = addressIn(server);
  if (address === undefined) return cannot('it does not say which address was asked');
  const asked = heard.some((one) => one.server === address && one.name === name && !one.recursion);
  const ended =
    observation.outcome === 'failure' && !asked ? { name, address, failure: observation.failure } : undefined;
  const walk = ended && rereadWalk(ended, heard);
  if (walk !== undefined) return walk;
  const readings: Reread[] = [];
  for (const zone of zonesOf(observation)) {
    const { client, missing } = openReplay(heard, '');
    const trust = Promise.resolve(stored === undefined ? undefined : trustThen?.(zone));
    const { outcome } = await hearParent(client, { zone, name, address, signal, trust });
    const judged = stored === undefined || (await trust) !== undefined || !canBeSecure(outcome);
    if (judged) readings.push({ ok: true, outcome, missing });
    else readings.push({ ok: true, outcome: withSecurity(outcome, stored), missing: [...missing, keysOf(zone)] });
    if (outcome.outcome === observation.outcome) break;
  }
  // The failure that the closest zone gives, where no zone gives what was read then.
  return (
    readings.find((one) => one.ok && one.outcome.outcome === observation.outcome) ?? readings[0] ?? cannot('no zone')
  );
}

function securityIn(observation: Outcome<'delegation'>): Security | undefined {
  if (observation.outcome === 'facts') return observation.facts.security;
  return observation.outcome === 'no-such-object' ? observation.security : undefined;
}

const KEYS_OF = 'keys of ';

function keysOf(zone: string): string {
  return `${KEYS_OF}${zone}`;
}

/** Of what a reading lacks: keys, without which what was judged of signatures stands as it was, and not octets of the talk. */
export function isKeys(missing: string): boolean {
  return missing.startsWith(KEYS_OF);
}

/** Where it is not known which DS there are, there is nothing that signatures could be held against. */
function canBeSecure(outcome: Outcome<'delegation'>): boolean {
  if (outcome.outcome === 'facts') return outcome.facts.dsFailure === undefined;
  return outcome.outcome === 'no-such-object';
}

/** What cannot be judged again without the keys stands as it was. */
function withSecurity(outcome: Outcome<'delegation'>, security: Security): Outcome<'delegation'> {
  if (outcome.outcome === 'facts') return { outcome: 'facts', facts: { ...outcome.facts, security } };
  return outcome.outcome === 'no-such-object' ? { ...outcome, security } : outcome;
}

/** The parent zone stands in the facts; where there are none, it is one of those that enclose the name, closest first. */
function zonesOf(observation: ObservationOf<'delegation'>): readonly string[] {
  if (observation.outcome === 'facts') return [observation.facts.zone];
  return [...lineageOf(parentOf(observation.name))].reverse();
}

export async function rereadAddresses(
  observation: ObservationOf<'addresses' | 'sinkhole'>,
  heard: readonly Heard[],
): Promise<Reread> {
  const { name, server, question } = observation;
  const [nameServer, address] = [nameServerIn(server), addressIn(server)];
  const label = labelIn(question, name);
  if (nameServer === undefined || address === undefined) return cannot('it does not say which address was asked');
  if (label === undefined) return cannot('it does not say which random label was asked');
  const { client, walker, missing } = openReplay(heard, label);
  const facts = observation.outcome === 'facts' ? observation.facts : undefined;
  const keys = facts !== undefined && ('keys' in facts || 'keysFailure' in facts);
  const brief = facts !== undefined && facts.otherRandom === undefined;
  const circumstances = { signal, mayAsk: () => true };
  const { outcome } = await askServer(client, walker, { name, nameServer, address, keys, brief, circumstances });
  return { ok: true, outcome: { ...outcome, ...besides(outcome, facts) } as Outcome, missing };
}

/** Facts that did not come from this server, whose octets may lie with another name that needed them first: as they were. */
function besides(outcome: Outcome<'addresses'>, stored: AddressFacts | undefined): Partial<Outcome<'addresses'>> {
  if (outcome.outcome !== 'facts' || stored === undefined) return {};
  const { ownAddresses, ownFailure, ownCause, unasked } = stored;
  const kept = { ownAddresses, ownFailure, ownCause, unasked };
  const stated = Object.fromEntries(Object.entries(kept).filter(([, value]) => value !== undefined));
  return { facts: { ...outcome.facts, ...stated } };
}

export function rereadResolver({ name, question }: ObservationOf<'resolver'>, heard: readonly Heard[]): Reread {
  const label = labelIn(question, name);
  if (label === undefined) return cannot('it does not say which random label was asked');
  // As where its host was not found: nobody was asked, and what lies in its evidence are control questions.
  if (!heard.some((one) => one.name === name && one.recursion))
    return cannot('the record holds no answer to this question');
  return { ok: true, outcome: readResolver({ name, label, heard }), missing: [] };
}

/** `ns1.example.com 192.0.2.1` */
function addressIn(server: string): Address | undefined {
  return parseAddress(server.slice(server.lastIndexOf(' ') + 1));
}

function nameServerIn(server: string): Name | undefined {
  return nameOrNone(server.split(' ')[0] ?? '');
}
