// Lines of a run, and rows of its index, that are of a name which another part has: told by their first octets, before
// anything becomes a string. What is not written as usual is not told so; it is read, and asked its name then.
import { holdsOctets, isWhole, type Part } from '../model/part.ts';

/** Says of a line, as octets of a larger piece, whether it may be passed over. */
export type Passes = (octets: Uint8Array, start: number, end: number) => boolean;

/** How lines and rows begin, both. */
const HEAD = Buffer.from('- {"name":"');
const QUOTE = 0x22;

/** `undefined`: no line may be passed over. */
export function passesOthers(part: Part): Passes | undefined {
  if (isWhole(part)) return undefined;
  return (octets, start, end) => {
    for (let at = 0; at < HEAD.length; at += 1) if (octets[start + at] !== HEAD[at]) return false;
    const name = start + HEAD.length;
    let after = name;
    while (after < end && isOfName(octets[after] ?? 0)) after += 1;
    return octets[after] === QUOTE && !holdsOctets(part, octets, { start: name, end: after });
  };
}

/** What a name is written with: no quote, and nothing that JSON would escape. */
function isOfName(octet: number): boolean {
  return (octet >= 0x61 && octet <= 0x7a) || (octet >= 0x2d && octet <= 0x39) || octet === 0x5f;
}
