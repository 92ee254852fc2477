// Whether a registrar is asked at all, and where: its own record is wanted for the registrant alone, where the registry
// shows none, and its server is the one that the registry's answer names. Shared by RDAP and WHOIS.
import type { LookupCircumstances } from '../model/asking/lookup.ts';
import type { Observation, RegistrationFacts } from '../model/seen/observation.ts';
import { failed, type RegistrationOutcome } from './sighting.ts';

type Wanted =
  | { readonly ask: true; readonly server: string }
  | { readonly ask: false; readonly outcome: RegistrationOutcome };

/** `by`: which of the two services the registrar is to be asked over. */
export function registrarWanted({ earlier, all }: LookupCircumstances, by: 'rdap' | 'whois'): Wanted {
  const records = earlier.flatMap((one) => recordOf(one) ?? []);
  if (records.length === 0) return not('not-asked', 'no record names the registrar’s server');
  const stated = records.find(({ registrant }) => registrant?.shown === 'stated');
  if (stated !== undefined && all !== true) return not('not-needed', 'the registrant is stated already');
  const [server] = records.flatMap(({ referral }) => referral?.[by] ?? []);
  if (server === undefined)
    return not('no-server', `the registry names no ${by === 'rdap' ? 'RDAP' : 'WHOIS'} server of the registrar`);
  return { ask: true, server };
}

function recordOf(seen: Observation): RegistrationFacts | undefined {
  if (seen.outcome !== 'facts') return undefined;
  switch (seen.lookup) {
    case 'rdap-registry':
    case 'whois-registry':
    case 'rdap-registrar':
      return seen.facts;
    default:
      return undefined;
  }
}

function not(failure: 'not-asked' | 'not-needed' | 'no-server', detail: string): Wanted {
  return { ask: false, outcome: failed(failure, detail) };
}
