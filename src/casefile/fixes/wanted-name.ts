// The one form in which a name is kept: small letters, no final dot, nothing around it. Letters outside ASCII stay what they
// are, since a name may be written in either form; whatever would be another name is left alone.
import { parseName } from '../../model/name.ts';

/** `undefined` where it is written so already, or where it is no name. */
export function wantedName(written: string): string | undefined {
  const trimmed = written.trim();
  const reading = parseName(trimmed);
  if (!reading.ok) return undefined;
  const wanted = trimmed.toLowerCase().replace(/[.]$/, '');
  if (wanted === written) return undefined;
  const again = parseName(wanted);
  return again.ok && again.name === reading.name ? wanted : undefined;
}
