// iCalendar (RFC 5545) as text: properties escaped, lines folded at 75 octets and ended with CRLF. It knows nothing of what is
// written; calendar.ts does.
import { drop } from '../../model/text/harmless.ts';

export type Property = readonly [name: string, value: string];

/** Every line, folded and ended. */
export function* icsLines(properties: Iterable<Property>): Iterable<string> {
  for (const [name, value] of properties) yield `${folded(`${name}:${value}`)}\r\n`;
}

/** RFC 5545, 3.3.11. `lines`: kept apart; within one, what a calendar must not be moved by is dropped. */
export function icsText(...lines: readonly string[]): string {
  return lines.map((line) => drop(line).replace(/[\\;,]/g, (sign) => `\\${sign}`)).join('\\n');
}

/** RFC 5545, 3.1: at most 75 octets a line; the blank that begins a continued line is one of them. No character is cut. */
function folded(line: string): string {
  const pieces: string[] = [];
  let piece = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > (pieces.length === 0 ? 75 : 74)) {
      pieces.push(piece);
      [piece, octets] = ['', 0];
    }
    piece += character;
    octets += size;
  }
  return [...pieces, piece].join('\r\n ');
}
