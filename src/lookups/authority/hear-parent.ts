// The talk with one server of the parent zone about one name: NS, DS, and the zone's serial where no answer brings it. The same code
// when a client answers out of the evidence.
import type { Address } from '../../model/address.ts';
import type { Name } from '../../model/name.ts';
import type { DelegationFacts, Outcome } from '../../model/seen/observation.ts';
import type { Security } from '../../model/seen/security.ts';
import { readDelegation, readDs } from '../answers/read-delegation.ts';
import type { Failed } from '../answers/read-rcode.ts';
import type { Place } from '../answers/read-referral.ts';
import type { DnsAnswer, DnsClient, DnsReply } from '../dns/client.ts';
import { sameName } from '../dns/codec/names.ts';
import { RCODES, TYPES } from '../dns/codec/types.ts';
import { securityOf } from '../dnssec/security.ts';
import type { Trust } from '../dnssec/trust.ts';
import { type Heard, heardFrom } from '../heard/heard.ts';
import { hearUndelegated } from './hear-undelegated.ts';

export interface ParentQuestion {
  /** Whose server it is. */
  readonly zone: string;
  readonly name: Name;
  readonly address: Address;
  readonly signal: AbortSignal;
  /** How far the zone's word can be trusted. */
  readonly trust: Promise<Trust | undefined>;
}

export interface ParentHeard {
  readonly outcome: Outcome<'delegation'>;
  readonly replies: readonly [DnsReply, ...DnsReply[]];
}

export async function hearParent(client: DnsClient, question: ParentQuestion): Promise<ParentHeard> {
  const { name, signal } = question;
  const common = { server: question.address, name, recursion: false, signal };
  const askNs = { ...common, type: TYPES.NS };
  const first = await client.ask(askNs);
  const outcome = outcomeOf(first.answer, question);
  if (outcome.outcome === 'failure') return { outcome, replies: [first] };
  if (outcome.outcome === 'no-such-object') {
    const proof = proofOf(await question.trust, heardFrom(askNs, first), question);
    if (!first.answer.ok || first.answer.message.rcode === RCODES.NXDOMAIN) {
      return { outcome: { ...outcome, ...proof }, replies: [first] };
    }
    const { inZone, replies } = await hearUndelegated(client, question);
    const kept = inZone === undefined ? {} : { inZone };
    return { outcome: { ...outcome, ...proof, ...kept }, replies: [first, ...replies] };
  }
  const askDs = { ...common, type: TYPES.DS };
  const second = await client.ask(askDs);
  const proof = proofOf(await question.trust, heardFrom(askDs, second), question);
  const said = dsFacts(second.answer, question);
  // The lack of a DS comes with the zone's SOA; where there is one, or no answer, the serial has a question of its own. Of two answers
  // that differ, the first may have brought it, and then nobody asked.
  const known = 'serial' in said || said.dsFailure === 'contradictory';
  const third = known ? undefined : await client.ask({ ...common, name: question.zone, type: TYPES.SOA });
  const serial = third === undefined ? {} : serialIn(third.answer, question);
  const facts = { ...outcome.facts, ...said, ...serial, ...proof, ttl: { ...outcome.facts.ttl, ...said.ttl } };
  return { outcome: { outcome: 'facts', facts }, replies: [first, second, ...(third === undefined ? [] : [third])] };
}

/** Without authority it is no word of this server's own copy. */
function serialIn(answer: DnsAnswer, { zone }: Place): { readonly serial?: number } {
  if (!answer.ok || !answer.message.authoritative) return {};
  const own = answer.message.answers.find((one) => one.rdata.kind === 'soa' && sameName(one.name, zone));
  return own?.rdata.kind === 'soa' ? { serial: own.rdata.serial } : {};
}

function proofOf(trust: Trust | undefined, heard: Heard, place: Place): { readonly security?: Security } {
  const security = securityOf(trust, heard, place);
  return security === undefined ? {} : { security };
}

function outcomeOf(answer: DnsAnswer, place: Place): Outcome<'delegation'> {
  if (!answer.ok) return { outcome: 'failure', failure: answer.failure, detail: answer.detail };
  const reading = readDelegation(answer.message, place);
  switch (reading.kind) {
    case 'failure':
      return failureOf(reading);
    case 'absent':
      return { outcome: 'no-such-object', detail: reading.detail };
    case 'delegated':
      return { outcome: 'facts', facts: reading.delegation };
  }
}

function failureOf({ failure, cause, detail }: Failed): Outcome<'delegation'> {
  return { outcome: 'failure', failure, ...(cause === undefined ? {} : { cause }), detail };
}

function dsFacts(answer: DnsAnswer, place: Place): Pick<DelegationFacts, 'ds' | 'dsFailure' | 'serial' | 'ttl'> {
  if (!answer.ok) return { dsFailure: answer.failure };
  const reading = readDs(answer.message, place);
  if (!reading.ok) return { dsFailure: reading.failure };
  const { ds, serial, ttl } = reading;
  return {
    ds,
    ...(serial === undefined ? {} : { serial }),
    ...(ttl === undefined ? {} : { ttl: { ds: ttl } }),
  };
}
