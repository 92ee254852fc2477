// Pieces of record data in the form of zone files: names with their last dot, texts in quotes, octets in three alphabets. ASCII only.
import { ROOT } from '../dns/codec/names.ts';

/** What a zone file's reader would take for something else (RFC 1035 section 5.1), where it is not escaped already. */
const SPECIAL = /\\.|["$();@]/g;

/** With the dot of the root. */
export function fullName(name: string): string {
  if (name === ROOT) return ROOT;
  return `${name.replace(SPECIAL, (found) => (found.startsWith('\\') ? found : `\\${found}`))}.`;
}

/** RFC 1035 section 5.1. */
export function quoted(octets: Uint8Array): string {
  const text = Array.from(octets, (octet) => {
    if (octet === 0x22 || octet === 0x5c) return `\\${String.fromCharCode(octet)}`;
    return octet >= 0x20 && octet < 0x7f ? String.fromCharCode(octet) : `\\${String(octet).padStart(3, '0')}`;
  });
  return `"${text.join('')}"`;
}

export function base64(octets: Uint8Array): string {
  return Buffer.from(octets).toString('base64');
}

export function hexText(octets: Uint8Array): string {
  return Buffer.from(octets).toString('hex').toUpperCase();
}

/** RFC 3597 section 5. */
export function plainHex(octets: Uint8Array): string {
  return [`\\# ${octets.length}`, ...(octets.length > 0 ? [hexText(octets)] : [])].join(' ');
}
