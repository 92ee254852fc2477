// Values of the field from their text, for literals in tests: text that does not read is a mistake of the test.
import { type Address, type Prefix, parseAddress, parsePrefix } from '../../src/model/address.ts';
import { parseResolverPlace, type ResolverPlace } from '../../src/model/asking/resolver-place.ts';
import type { LetterTerms } from '../../src/model/case/case.ts';
import type { Recipient } from '../../src/model/case/party.ts';
import { type Instant, parseInstant } from '../../src/model/instant.ts';
import { type Name, nameOrNone } from '../../src/model/name.ts';

export const name = (text: string): Name => must(nameOrNone(text), text);
export const at = (text: string): Instant => must(parseInstant(text), text);
export const address = (text: string): Address => must(parseAddress(text), text);
export const prefix = (text: string): Prefix => must(parsePrefix(text), text);

/** What letters say and how careful they are where a case file says nothing of it. */
export const LETTER_TERMS: LetterTerms = {
  freshHours: 48,
  most: { recipients: 60, names: 5000 },
  patienceHours: 24,
};

/** Of a recipient whom nothing is known of but its name: nobody can write to it. */
export const UNREACHED: Pick<Recipient, 'hosts' | 'contacts'> = { hosts: [], contacts: { address: [], email: [] } };

export function resolverPlace(text: string): ResolverPlace {
  const reading = parseResolverPlace(text);
  return must(reading.ok ? reading.place : undefined, text);
}

function must<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`a literal that does not read: ${JSON.stringify(text)}`);
  return value;
}
