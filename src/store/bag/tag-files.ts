// The text files that make a folder a bag (BagIt 1.0, RFC 8493 section 2): its declaration, what is said of it, and the lists of
// digests. Encoded as UTF-8 without a byte order mark, lines ended by LF.
import { wrapWords } from '../../model/text/width.ts';

export const DECLARATION = { file: 'bagit.txt', text: 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n' };
export const INFO = 'bag-info.txt';
export const MANIFEST = 'manifest-sha256.txt';
export const TAG_MANIFEST = 'tagmanifest-sha256.txt';

/** A label and its text, in their order; both of one line, made harmless before. */
type InfoField = readonly [label: string, text: string];

/** Section 2.2.2 recommends lines of at most 79 characters; those that go on are indented. */
const WIDEST = 79;

export function infoText(fields: readonly InfoField[]): string {
  return fields.map(([label, text]) => `${folded(`${label}: ${text}`)}\n`).join('');
}

function folded(line: string): string {
  return wrapWords(line.split(' '), WIDEST - 2).join('\n  ');
}

/** Two blanks, so that `sha256sum --check` reads it as well. */
export function manifestLine(sha256: string, place: string): string {
  return `${sha256}  ${encoded(place)}\n`;
}

/** Section 2.1.3: line ends and percent signs are percent-encoded, and nothing else is. */
function encoded(place: string): string {
  return place.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

/** A name that `sha256sum` does not find as it is listed. */
export function isEncoded(place: string): boolean {
  return encoded(place) !== place;
}
