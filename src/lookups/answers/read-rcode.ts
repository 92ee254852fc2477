// What a response code alone says, before anything else of an answer is looked at. Pure.
import type { FailureCause, FailureKind } from '../../model/seen/failure.ts';
import type { DnsMessage } from '../dns/codec/message.ts';
import { RCODES, rcodeText } from '../dns/codec/types.ts';

export interface Failed {
  readonly kind: 'failure';
  readonly failure: FailureKind;
  readonly detail: string;
  /** In which way a server is lame. */
  readonly cause?: FailureCause;
}

export function failed(failure: FailureKind, detail: string, cause?: FailureCause): Failed {
  return { kind: 'failure', failure, detail, ...(cause === undefined ? {} : { cause }) };
}

/** For an authoritative server. `undefined`: NOERROR or NXDOMAIN, which may be an answer. */
export function rcodeFailure(message: DnsMessage): Failed | undefined {
  const { rcode } = message;
  if (rcode === RCODES.NOERROR || rcode === RCODES.NXDOMAIN) return undefined;
  const disowns = rcode === RCODES.REFUSED || rcode === RCODES.NOTAUTH;
  if (disowns) return failed('lame', rcodeText(rcode), 'answers-refused');
  return failed('server-error', rcodeText(rcode), rcode === RCODES.SERVFAIL ? 'answers-servfail' : undefined);
}
