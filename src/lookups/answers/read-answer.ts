// Reads an authoritative server's answer to an address question (RFC 1034 section 4.3.2, RFC 2308 section 2). Pure. "No
// data" and "no such name" need authority and an SOA at or above the name; everything short of that is a failure.
import { type Name, nameOrNone } from '../../model/name.ts';
import type { AddressAnswer } from '../../model/seen/observation.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { isUnder, lowerName } from '../dns/codec/names.ts';
import { RCODES } from '../dns/codec/types.ts';
import { followChain, standsAt, type Trail } from './chain.ts';
import { type Failed, failed, rcodeFailure } from './read-rcode.ts';
import { nameServerRecords } from './read-referral.ts';
import { readSoa } from './read-soa.ts';

export type AnswerReading =
  | { readonly kind: 'end'; readonly answer: AddressAnswer }
  /** The chain leads on to a name that this answer does not cover. */
  | { readonly kind: 'onward'; readonly trail: Trail }
  /** The name stands below a cut that this server refers to. */
  | { readonly kind: 'referred'; readonly cut: string }
  | Failed;

/** `zone`: what the server is thought to serve. What it says of names outside of it is not believed (dns.md rule 12). */
export function readAnswer(message: DnsMessage, zone: string, trail: Trail): AnswerReading {
  const bad = rcodeFailure(message);
  if (bad !== undefined) return bad;
  if (!message.authoritative) return readWithoutAuthority(message, zone, standsAt(trail));
  const chain = followChain(message, trail);
  if (!chain.ok) return failed('contradictory', chain.detail);
  const here = standsAt(chain.trail);
  if (!isUnder(here, zone)) return { kind: 'onward', trail: chain.trail };
  const aliases = readAliases(chain.trail);
  if (aliases === undefined) return failed('unparsable', `an alias to ${here}`);
  if (chain.addresses.length > 0) {
    const { addresses, trail: end } = chain;
    return { kind: 'end', answer: { answer: 'addresses', addresses, ttl: end.ttl, ...aliases } };
  }
  return readNegative(message, { trail: chain.trail, moved: here !== standsAt(trail), aliases });
}

interface Negative {
  readonly trail: Trail;
  /** The answer has led from the name that was asked to another one. */
  readonly moved: boolean;
  readonly aliases: { readonly chain?: readonly Name[] };
}

/** RFC 2308 section 2: the response code speaks of the last name of the chain. */
function readNegative(message: DnsMessage, { trail, moved, aliases }: Negative): AnswerReading {
  const word = message.rcode === RCODES.NXDOMAIN ? 'no-such-name' : 'no-data';
  const here = standsAt(trail);
  const soa = readSoa(message);
  if (soa.kind === 'several') return failed('contradictory', 'two SOA');
  if (soa.kind === 'one' && isUnder(here, soa.owner)) return { kind: 'end', answer: { answer: word, ...aliases } };
  if (soa.kind === 'one') return failed('contradictory', `an SOA of ${soa.owner}`);
  if (moved && word === 'no-data') return { kind: 'onward', trail };
  if (!moved && message.answers.length > 0) return failed('wrong-object', 'records that were not asked for');
  return failed('lame', word === 'no-data' ? 'no record and no SOA' : 'NXDOMAIN without an SOA', 'no-soa');
}

function readWithoutAuthority(message: DnsMessage, zone: string, here: string): AnswerReading {
  const [referral] = nameServerRecords(message.authority);
  if (message.answers.length > 0 || referral === undefined)
    return failed('lame', 'an answer without authority (AA)', 'no-authority');
  const cut = lowerName(referral.name);
  if (isUnder(zone, cut)) return failed('lame', `an upward referral, to ${cut}`, 'upward-referral');
  return isUnder(here, cut) ? { kind: 'referred', cut } : failed('wrong-object', `a referral to ${cut}`);
}

/** The chain as names; `undefined` when one of them is no host name. */
export function readAliases(trail: Trail): { readonly chain?: readonly Name[] } | undefined {
  const names = trail.passed.map(nameOrNone).filter((name) => name !== undefined);
  if (names.length < trail.passed.length) return undefined;
  return names.length === 0 ? {} : { chain: names };
}
