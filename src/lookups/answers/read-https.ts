// The addresses that an HTTPS record suggests, out of its octets (RFC 9460 sections 2.2 and 7.3). Pure. A browser may go to
// them without asking for A or AAAA, so that an old record leads past the sinkhole.

import { byCodeUnit } from '../../model/name.ts';
import type { HttpsHint } from '../../model/seen/zone-facts.ts';
import { type Address, addressOf } from '../address-octets.ts';
import { labelText, lowerName, ROOT } from '../dns/codec/names.ts';

const IPV4_HINT = 4;
const IPV6_HINT = 6;
const LONGEST_LABEL = 63;

/** `undefined`: the octets are no HTTPS record. */
export function readHttps(octets: Uint8Array): HttpsHint | undefined {
  const target = targetAt(octets, 2);
  if (target === undefined) return undefined;
  const hints: Address[] = [];
  let at = target.end;
  while (at < octets.length) {
    if (at + 4 > octets.length) return undefined;
    const key = u16(octets, at);
    const end = at + 4 + u16(octets, at + 2);
    if (end > octets.length) return undefined;
    const found = hintsIn(key, octets.subarray(at + 4, end));
    if (found === undefined) return undefined;
    hints.push(...found);
    at = end;
  }
  return { target: target.name, hints: [...new Set(hints)].sort(byCodeUnit) };
}

/** The target is never compressed (RFC 9460 section 2.2). */
function targetAt(octets: Uint8Array, start: number): { readonly name: string; readonly end: number } | undefined {
  const labels: string[] = [];
  let at = start;
  for (;;) {
    const size = octets[at];
    if (size === undefined || size > LONGEST_LABEL || at + 1 + size > octets.length) return undefined;
    if (size === 0) return { name: labels.length === 0 ? ROOT : lowerName(labels.join('.')), end: at + 1 };
    labels.push(labelText(octets, at + 1, at + 1 + size));
    at += 1 + size;
  }
}

function hintsIn(key: number, value: Uint8Array): readonly Address[] | undefined {
  const size = key === IPV4_HINT ? 4 : key === IPV6_HINT ? 16 : 0;
  if (size === 0) return [];
  if (value.length === 0 || value.length % size !== 0) return undefined;
  const found: Address[] = [];
  for (let at = 0; at < value.length; at += size) {
    const address = addressOf(value.subarray(at, at + size));
    if (address !== undefined) found.push(address);
  }
  return found;
}

function u16(octets: Uint8Array, at: number): number {
  return ((octets[at] ?? 0) << 8) | (octets[at + 1] ?? 0);
}
