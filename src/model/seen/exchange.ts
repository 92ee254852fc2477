// One exchange of octets with one server, kept whether or not it made sense. Nothing here is interpreted.
import type { Instant } from '../instant.ts';

/** How an exchange came to its end. Anything but `complete` decides nothing. */
export type ExchangeEnd =
  | 'complete'
  | 'deadline'
  | 'too-large'
  | 'reset'
  | 'refused'
  | 'unreachable'
  | 'aborted'
  | 'failed';

export interface Exchange {
  readonly protocol: 'dns' | 'rdap' | 'whois';
  /** `dns://192.0.2.1/example.com?type=NS` (RFC 4501), `whois://host/name`, or the URL that was fetched. */
  readonly uri: string;
  readonly at: Instant;
  readonly took: number;
  /** The address and port that the packets went to. */
  readonly dialled: string;
  readonly transport: 'udp' | 'tcp' | 'tls';
  readonly sent: Uint8Array;
  /** Every octet that came back, also of an answer that was thrown away; empty when none came. */
  readonly received: Uint8Array;
  readonly end: ExchangeEnd;
  /** Why this exchange was made after an earlier one, such as `truncated: asked again over TCP`. */
  readonly because?: string;
}
