// Lines of a run, and rows of its index, that are of a name which another part has: told by their first octets, before
// anything becomes a string. What is not written as usual is not told so; it is read, and asked its name then.
import { holdsOctets, isWhole, type Part } from '../model/part.ts';

/** Says of the line that begins at `start`, in a piece of which it is a part, whether it may be passed over. */
export type Passes = (octets: Uint8Array, start: number) => boolean;

/** How lines and rows begin, both. */
const HEAD = Buffer.from('- {"name":"');

/** `undefined`: no line may be passed over. */
export function passesOthers(part: Part): Passes | undefined {
  if (isWhole(part)) return undefined;
  return (octets, start) => {
    for (let at = 0; at < HEAD.length; at += 1) if (octets[start + at] !== HEAD[at]) return false;
    return holdsOctets(part, octets, start + HEAD.length) === false;
  };
}
