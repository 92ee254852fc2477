// Reads a recursive resolver's answers, question by question. Pure. A resolver speaks for itself and has no authority: its
// view tells what the world sees (caches, validation, blocking), never what the zone holds.

import { nameOrNone } from '../../model/name.ts';
import { type DsRecord, nameServerSet } from '../../model/seen/delegation.ts';
import type { AddressAnswer, ResolverFacts } from '../../model/seen/observation.ts';
import { extendedErrorText } from '../../model/tables/extended-errors.ts';
import { followChain, standsAt, startTrail } from '../answers/chain.ts';
import { readAliases } from '../answers/read-answer.ts';
import { type DnsMessage, extendedErrorsOf, lifetime, type ResourceRecord } from '../dns/codec/message.ts';
import { sameName } from '../dns/codec/names.ts';
import { CLASS_IN, RCODES, rcodeText } from '../dns/codec/types.ts';
import type { Heard } from '../heard/heard.ts';
import { failedAnswer } from '../heard/hosts-asked.ts';

export function readAddress({ answer, name, type }: Heard): AddressAnswer {
  return answer.ok ? readResolved(answer.message, name, type) : failedAnswer(answer.failure, answer.detail);
}

export function readResolved(message: DnsMessage, name: string, type: number): AddressAnswer {
  const { rcode } = message;
  if (rcode === RCODES.REFUSED) return failedAnswer('denied', detailOf(message));
  if (!isSaid(message)) return failedAnswer('server-error', detailOf(message));
  const chain = followChain(message, startTrail(name, type));
  if (!chain.ok) return failedAnswer('contradictory', chain.detail);
  const aliases = readAliases(chain.trail);
  if (aliases === undefined) return failedAnswer('unparsable', `an alias to ${standsAt(chain.trail)}`);
  const { addresses, trail } = chain;
  if (addresses.length > 0) return { answer: 'addresses', addresses, ttl: trail.ttl, ...aliases };
  if (!message.recursionAvailable) return failedAnswer('denied', 'no recursion offered (RA)');
  return { answer: rcode === RCODES.NXDOMAIN ? 'no-such-name' : 'no-data', ...aliases };
}

/** A set with a name that cannot be read is no set that could be compared. */
export function readNameServers(heard: Heard): ResolverFacts['nameServers'] {
  const set = recordsIn(heard);
  const targets = set?.records.flatMap(({ rdata }) => (rdata.kind === 'ns' ? [nameOrNone(rdata.target)] : []));
  const names = targets?.filter((name) => name !== undefined);
  if (set === undefined || names === undefined || names.length !== targets?.length) return undefined;
  return { names: nameServerSet(names), ...set.lived };
}

export function readDsKept(heard: Heard): ResolverFacts['ds'] {
  const set = recordsIn(heard);
  if (set === undefined) return undefined;
  const records = set.records.flatMap(({ rdata }): DsRecord[] => {
    if (rdata.kind !== 'ds') return [];
    const { keyTag, algorithm, digestType, digest } = rdata;
    return [{ keyTag, algorithm, digestType, digest }];
  });
  return { records, ...set.lived };
}

/** What stands at the name itself; of an alias nothing is read. `undefined`: no usable answer. */
function recordsIn({ answer, name, type }: Heard) {
  if (!answer.ok || !isSaid(answer.message)) return undefined;
  const { answers, recursionAvailable } = answer.message;
  const own = (one: ResourceRecord) => one.class === CLASS_IN && one.type === type && sameName(one.name, name);
  const records = answers.filter(own);
  // An answer without recursion, such as a referral, says nothing of what there is.
  const isNothing = records.length === 0;
  if (isNothing && (!recursionAvailable || answers.some((one) => one.type !== type))) return undefined;
  return { records, lived: isNothing ? {} : { ttl: Math.min(...records.map(lifetime)) } };
}

/** `SERVFAIL, extended error 9 (DNSKEY missing)`; the server's own text stays in the evidence. */
function detailOf(message: DnsMessage): string {
  const errors = extendedErrorsOf(message).map(({ code }) => extendedErrorText(code));
  return [rcodeText(message.rcode), ...new Set(errors)].join(', ');
}

/** Whether an answer came that says something of the name. */
export function isTelling({ answer }: Pick<Heard, 'answer'>): boolean {
  return answer.ok && isSaid(answer.message);
}

function isSaid({ rcode }: DnsMessage): boolean {
  return rcode === RCODES.NOERROR || rcode === RCODES.NXDOMAIN;
}

export function isServerFailure(message: DnsMessage): boolean {
  return message.rcode === RCODES.SERVFAIL;
}

/** SERVFAIL is an answer of a kind: what a resolver that validates says of a stale DS. REFUSED speaks of us, not of the name. */
export function isAnswered({ answer }: Pick<Heard, 'answer'>): boolean {
  return answer.ok && answer.message.rcode !== RCODES.REFUSED;
}
