// The one form in which a name is kept: small letters, no final dot, nothing around it. Letters outside ASCII stay what they
// are, since a name may be written in either form; whatever would be another name is left alone.
import { parseName } from '../../model/name.ts';

/** What such a text comes to, it is, or it is no name. */
const WRITTEN_SO = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;

/** `undefined` where it is written so already, or where it is no name. */
export function wantedName(written: string): string | undefined {
  if (WRITTEN_SO.test(written)) return undefined;
  const trimmed = written.trim();
  const reading = parseName(trimmed);
  if (!reading.ok) return undefined;
  const wanted = trimmed.toLowerCase().replace(/[.]$/, '');
  if (wanted === written) return undefined;
  const again = parseName(wanted);
  return again.ok && again.name === reading.name ? wanted : undefined;
}
