// Objects that a registry keeps for itself, with statuses, dates and sometimes a registrar like any registration's.
import type { RegistrationFacts } from '../model/seen/observation.ts';

/** In letters only. Last verified 2026-11. */
const KEPT_BACK: ReadonlySet<string> = new Set([
  'not open', // AFNIC: NOT_OPEN, a zone of its own such as asso.fr
  'reserved', // several; of IANA's RDAP statuses, too
  'registry reserved',
  'unassignable',
  'available', // of no registration either, whatever stands beside it
  'free',
  'not registered',
  'no registration status listed', // Nominet, beside "No registrar listed"
]);

/** The status that shows it. */
export function keptBack({ otherStatuses }: RegistrationFacts): string | undefined {
  return otherStatuses?.find(isKeptBack);
}

export function isKeptBack(status: string): boolean {
  return KEPT_BACK.has(lettersOf(status));
}

function lettersOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
}
