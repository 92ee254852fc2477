// A question filled up with zeros (RFC 7830), so that whoever sees the encrypted octets pass cannot tell a name by its length.
import { OPTIONS } from '../dns/codec/types.ts';

/** RFC 8467 section 4.1: what clients pad to. */
const BLOCK = 128;

/** Of an option: its number and its length, two octets each. */
const HEAD = 4;

/** `query` ends with an OPT record without options, as `queryOctets` makes it. */
export function padded(query: Uint8Array): Uint8Array {
  const bare = query.length + HEAD;
  const zeros = (BLOCK - (bare % BLOCK)) % BLOCK;
  const octets = new Uint8Array(bare + zeros);
  octets.set(query);
  const rdata = HEAD + zeros;
  octets.set([rdata >> 8, rdata & 0xff], query.length - 2);
  octets.set([OPTIONS.PADDING >> 8, OPTIONS.PADDING & 0xff, zeros >> 8, zeros & 0xff], query.length);
  return octets;
}
