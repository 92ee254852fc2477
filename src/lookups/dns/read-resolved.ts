// Reads a recursive resolver's answer to an address question. Pure. A resolver speaks for itself and has no authority: its
// view tells what the world sees (caches, validation, blocking), never what the zone holds.
import type { AddressAnswer } from '../../model/observation.ts';
import { followChain, standsAt, startTrail } from './chain.ts';
import { type DnsMessage, extendedErrorsOf } from './codec/message.ts';
import { EXTENDED_ERRORS, RCODES, rcodeText } from './codec/types.ts';
import { failedAnswer } from './hosts-asked.ts';
import { readAliases } from './read-answer.ts';

export function readResolved(message: DnsMessage, name: string, type: number): AddressAnswer {
  const { rcode } = message;
  if (rcode === RCODES.REFUSED) return failedAnswer('denied', detailOf(message));
  if (rcode !== RCODES.NOERROR && rcode !== RCODES.NXDOMAIN) return failedAnswer('server-error', detailOf(message));
  const chain = followChain(message, startTrail(name, type));
  if (!chain.ok) return failedAnswer('contradictory', chain.detail);
  const aliases = readAliases(chain.trail);
  if (aliases === undefined) return failedAnswer('unparsable', `an alias to ${standsAt(chain.trail)}`);
  const { addresses, trail } = chain;
  if (addresses.length > 0) return { answer: 'addresses', addresses, ttl: trail.ttl, ...aliases };
  if (!message.recursionAvailable) return failedAnswer('denied', 'no recursion offered (RA)');
  return { answer: rcode === RCODES.NXDOMAIN ? 'no-such-name' : 'no-data', ...aliases };
}

/** `SERVFAIL, extended error 9 (DNSKEY missing)`; the server's own text stays in the evidence. */
function detailOf(message: DnsMessage): string {
  const errors = extendedErrorsOf(message).map(
    ({ code }) => `extended error ${code}${code in EXTENDED_ERRORS ? ` (${EXTENDED_ERRORS[code]})` : ''}`,
  );
  return [rcodeText(message.rcode), ...new Set(errors)].join(', ');
}

export function isServerFailure(message: DnsMessage): boolean {
  return message.rcode === RCODES.SERVFAIL;
}
