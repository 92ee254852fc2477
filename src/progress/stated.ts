// A field of the registration that no fact of the dossier is made of, as the authority that decides states it: its dates, its
// handle, its servers' list. First who decides, see precedence.ts.
import type { Observation, RegistrationFacts } from '../model/seen/observation.ts';
import { PRECEDENCE } from './precedence.ts';

interface Stated<T> {
  readonly value: T;
  /** The observation that says so. */
  readonly id: string;
}

export function statedIn<F extends keyof RegistrationFacts>(
  observations: readonly Observation[],
  field: F,
): Stated<NonNullable<RegistrationFacts[F]>> | undefined {
  for (const { lookup } of PRECEDENCE.registration.voices) {
    for (const seen of observations) {
      if (seen.lookup !== lookup || seen.outcome !== 'facts') continue;
      if (seen.lookup !== 'rdap-registry' && seen.lookup !== 'whois-registry') continue;
      const value = seen.facts[field];
      if (value !== undefined) return { value, id: seen.id };
    }
  }
  return undefined;
}
