// WHOIS octets made into text. RFC 3912 section 4 knows no charset, and one reply may hold several: line by line strictly
// UTF-8, or else Latin-1. What can be neither is marked, so that no name is made of it.

/** Stands for what could not be read; a value that holds it is not stated. */
export const UNREADABLE = '\ufffd';

export function decode(octets: Uint8Array): string {
  const [first, second] = octets;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(octets);
  return utf8(octets) ?? byLine(Buffer.from(octets));
}

function utf8(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

/** No octet of a letter in UTF-8, Latin-1, Shift_JIS or EUC-KR is that of a new line. */
function byLine(octets: Buffer): string {
  const lines = octets.toString('latin1').split('\n');
  return lines
    .map((line) => (ASCII.test(line) ? line : (utf8(Buffer.from(line, 'latin1')) ?? latin1(line))))
    .join('\n');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const ASCII = /^[\u0000-\u007f]*$/;

/** Octets that are no letters in Latin-1, and runs that no word of a language written in it has: another charset. */
const OTHER_CHARSET = /[\u0080-\u00ff]*[\u0080-\u009f][\u0080-\u00ff]*|[\u00a0-\u00ff]{4,}/g;

function latin1(line: string): string {
  return line.replace(OTHER_CHARSET, UNREADABLE);
}
