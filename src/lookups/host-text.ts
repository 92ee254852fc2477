// A host as somebody's answer or settings write it: an address, a name of the public DNS, or something that must not reach the
// machine's resolver, which knows more spellings of 127.0.0.1 than anybody who checks them. Pure.
import { type Address, parseAddress } from '../model/address.ts';

type HostText =
  | { readonly kind: 'address'; readonly address: Address }
  | { readonly kind: 'name'; readonly name: string /** Why only a lab may look it up. */; readonly inside?: string }
  | { readonly kind: 'neither'; readonly why: string };

/** Names that lead somewhere else on each machine or nowhere at all. Last verified 2026-11. */
const SPECIAL_NAMES: readonly { readonly under: string; readonly what: string; readonly source: string }[] = [
  { under: 'localhost', what: 'this machine', source: 'RFC 6761 6.3' },
  { under: 'localdomain', what: 'this machine', source: 'hosts(5) of common systems' },
  { under: 'local', what: 'the local link', source: 'RFC 6762 3' },
  { under: 'home.arpa', what: 'a home network', source: 'RFC 8375' },
  { under: 'internal', what: 'a private network', source: 'ICANN Board resolution of 29 July 2024' },
  { under: 'onion', what: 'an onion service', source: 'RFC 7686' },
  { under: 'alt', what: 'a name outside the DNS', source: 'RFC 9476' },
  { under: 'invalid', what: 'nothing', source: 'RFC 6761 6.4' },
];

/** RFC 1123 2.1; the underscore is no host's, and is let through since nobody is hurt by it. */
const LABEL = /^[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** How a system's resolver recognises an IPv4 address in decimal, octal, hexadecimal or short form (inet_aton(3)). */
const NUMBER = /^(\d+|0x[0-9a-f]*)$/;

export function readHost(text: string): HostText {
  const bracketed = /^\[(.*)\]$/.exec(text)?.[1];
  const literal = parseAddress(bracketed ?? text);
  if (literal !== undefined) return { kind: 'address', address: literal };
  if (bracketed !== undefined || text.includes(':'))
    return neither(text.includes('%') ? 'has a zone' : 'is no address');
  const name = text.toLowerCase().replace(/\.$/, '');
  const dotted = parseAddress(name);
  if (dotted !== undefined) return { kind: 'address', address: dotted };
  const labels = name.split('.');
  if (name.length > 253 || !labels.every((label) => LABEL.test(label))) return neither('is no host name');
  if (NUMBER.test(labels.at(-1) ?? '')) return neither('is an address in an unusual spelling');
  const special = SPECIAL_NAMES.find(({ under }) => name === under || name.endsWith(`.${under}`));
  if (special !== undefined) return { kind: 'name', name, inside: `leads to ${special.what}` };
  // A resolver would complete it with the domains of this machine.
  if (labels.length === 1) return { kind: 'name', name, inside: 'has no dot' };
  return { kind: 'name', name };
}

function neither(why: string): HostText {
  return { kind: 'neither', why };
}
