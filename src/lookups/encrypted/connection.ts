// One encrypted connection to a resolver, whatever is spoken over it: it takes questions as octets and gives back what went
// either way. What that means is read elsewhere.
import type { ExchangeEnd } from '../../model/seen/exchange.ts';
import type { Deadline } from '../deadline.ts';

export interface Connection {
  /** Takes a place in it for one question; false when it is closed or has no place left. */
  claim(): boolean;
  /** A question without an id: the connection gives it the one that it needs. */
  ask(query: Uint8Array, deadline: Deadline): Promise<Came>;
  close(): void;
}

export interface Came {
  readonly end: ExchangeEnd;
  /** Before it was encrypted: with the length before it, or with the head of HTTP. */
  readonly sent: Uint8Array;
  readonly received: Uint8Array;
  /** The system's own word for an end that is none of the usual ones. */
  readonly detail?: string;
}

export const NOTHING = new Uint8Array();

/** A DNS message with the head of HTTP and the framing of chunks around it. */
export const MOST_RECEIVED = 128 * 1024;
