// What a response code alone says, before anything else of an answer is looked at. Pure.
import type { FailureKind } from '../../model/failure.ts';
import type { DnsMessage } from './codec/message.ts';
import { RCODES, rcodeText } from './codec/types.ts';

export interface Failed {
  readonly kind: 'failure';
  readonly failure: FailureKind;
  readonly detail: string;
}

export function failed(failure: FailureKind, detail: string): Failed {
  return { kind: 'failure', failure, detail };
}

/** For an authoritative server. `undefined`: NOERROR or NXDOMAIN, which may be an answer. */
export function rcodeFailure(message: DnsMessage): Failed | undefined {
  const { rcode } = message;
  if (rcode === RCODES.NOERROR || rcode === RCODES.NXDOMAIN) return undefined;
  const disowns = rcode === RCODES.REFUSED || rcode === RCODES.NOTAUTH;
  return failed(disowns ? 'lame' : 'server-error', rcodeText(rcode));
}
