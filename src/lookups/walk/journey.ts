// What one lookup carries along on its way through the DNS: how much it may still ask, whom it may ask, what it has heard.

import { type Name, nameOrNone } from '../../model/name.ts';
import type { Exchange } from '../../model/seen/exchange.ts';
import type { FailureCause, FailureKind } from '../../model/seen/failure.ts';
import { LONGEST_WALK } from '../dns/limits.ts';

export interface Journey {
  readonly signal: AbortSignal;
  /** As in LookupCircumstances. */
  mayAsk(nameServer: Name): boolean;
  /** Questions that are left, for all side walks together. */
  readonly budget: { left: number };
  /** Exchanges that this lookup caused; an answer that an earlier lookup brought is in that one's evidence. */
  readonly exchanges: Exchange[];
  /** Hosts whose addresses are being looked for, outermost first: who is on it already cannot help. */
  readonly seeking: readonly string[];
}

export type Walked<T> =
  | { readonly ok: true; readonly value: T }
  | {
      readonly ok: false;
      readonly failure: FailureKind;
      readonly detail: string;
      readonly cause?: FailureCause;
      /** The server asked last, as `host address`; absent when none was asked. */
      readonly server?: string;
      readonly via?: string;
    };

export function startJourney(circumstances: Pick<Journey, 'signal' | 'mayAsk'>): Journey {
  return {
    signal: circumstances.signal,
    mayAsk: (nameServer) => circumstances.mayAsk(nameServer),
    budget: { left: LONGEST_WALK },
    exchanges: [],
    seeking: [],
  };
}

/** A name server whose name cannot be read cannot be cleared either. */
export function mayAskServer(journey: Journey, server: string): boolean {
  const name = nameOrNone(server);
  return name !== undefined && journey.mayAsk(name);
}

export function astray(failure: FailureKind, detail: string): { ok: false; failure: FailureKind; detail: string } {
  return { ok: false, failure, detail };
}
