// Values of the field from their text, for literals in tests: text that does not read is a mistake of the test.
import { type Address, type Prefix, parseAddress, parsePrefix } from '../../src/model/address.ts';
import { type Instant, parseInstant } from '../../src/model/instant.ts';
import { type Name, nameOrNone } from '../../src/model/name.ts';

export const name = (text: string): Name => must(nameOrNone(text), text);
export const at = (text: string): Instant => must(parseInstant(text), text);
export const address = (text: string): Address => must(parseAddress(text), text);
export const prefix = (text: string): Prefix => must(parsePrefix(text), text);

function must<T>(value: T | undefined, text: string): T {
  if (value === undefined) throw new Error(`a literal that does not read: ${JSON.stringify(text)}`);
  return value;
}
