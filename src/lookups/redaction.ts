// How registries write that a value is withheld: in WHOIS text, and in RDAP where RFC 9537 is not used. A value that only
// begins like one counts as withheld too: unknown is the safe side.

/** Lower case. Last verified 2026-11, against the values collected in design/field/registration.md and by hand. */
const WITHHELD: readonly string[] = [
  'redacted',
  'data redacted',
  'data protected',
  'gdpr masked',
  'gdpr redacted',
  'masked',
  'non-public data',
  'not disclosed',
  'not available from registry',
  'statutory masking enabled',
  'hidden upon user request',
  'hidden',
  'personal data, can not be publicly disclosed',
  'registration private',
  'withheld for privacy purposes',
  'withheld',
  'select request email form',
  'ano nymous', // AFNIC, of natural persons
  'use registrar whois', // .ws: Use registrar whois listed below
  'private person', // TCI .ru .su, of natural persons
];

export function isWithheld(value: string): boolean {
  // Two registries' terms of use write it in brackets: [Non-Public Data].
  const plain = value.toLowerCase().replace(/^[^\p{L}\p{N}]+/u, '');
  return WITHHELD.some((words) => plain.startsWith(words));
}
