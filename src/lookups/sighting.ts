// What came of one registration lookup, put into the form of the lookup contract. Shared by RDAP and WHOIS.

import type { LookupAnswer } from '../model/asking/lookup.ts';
import type { Name } from '../model/name.ts';
import type { Exchange } from '../model/seen/exchange.ts';
import type { FailureKind } from '../model/seen/failure.ts';
import { AUTHORITY_OF, type Outcome } from '../model/seen/observation.ts';
import type { LookupTools } from './tools.ts';

type RegistrationLookup = 'rdap-registry' | 'whois-registry' | 'rdap-registrar' | 'whois-registrar';

export type RegistrationOutcome = Outcome<'rdap-registry'> & Outcome<'whois-registry'>;

export interface Asking {
  readonly name: Name;
  readonly lookup: RegistrationLookup;
  readonly question: string;
  readonly server: string;
  readonly reader: string;
  /** The exchanges of this very question; empty when it could not be asked. */
  readonly exchanges: readonly Exchange[];
  /** Exchanges that were made to be able to ask; they are filed with it. */
  readonly before?: readonly Exchange[];
  readonly routed: boolean;
}

export function registrationAnswer(tools: LookupTools, asking: Asking, outcome: RegistrationOutcome): LookupAnswer {
  const { name, lookup, question, server, reader, exchanges } = asking;
  const last = exchanges.at(-1);
  const asked = {
    name,
    authority: AUTHORITY_OF[lookup],
    question,
    server,
    ...(asking.routed && last !== undefined && { via: last.dialled }),
    at: exchanges[0]?.at ?? tools.clock.now(),
    took: exchanges.reduce((sum, { took }) => sum + took, 0),
    reader,
  };
  return { sighting: { ...asked, lookup, ...outcome }, exchanges: [...(asking.before ?? []), ...exchanges] };
}

export function failed(failure: FailureKind, detail: string, retryAfter?: number): RegistrationOutcome {
  return {
    outcome: 'failure',
    failure,
    ...(detail !== '' && { detail }),
    ...(retryAfter !== undefined && { retryAfter }),
  };
}
