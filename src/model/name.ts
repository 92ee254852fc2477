// Domain names as the DNS knows them: A-labels, lower case, no trailing dot (RFC 5890, RFC 1035 section 2.3.4).
// Whether a name is a public suffix is not decided here; see casefile/suffixes.ts.
import { domainToASCII, domainToUnicode } from 'node:url';

/** A domain name in A-label form: lower case, without a trailing dot. Made only by `parseName`. */
export type Name = string & { readonly __brand: 'Name' };

export type NameReading =
  | { readonly ok: true; readonly name: Name; readonly unicode: string }
  | { readonly ok: false; readonly reason: string };

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;

/** Reads one name as a person writes it (any case, U-labels, a trailing dot). Never repairs: a look-alike stays what it is. */
export function parseName(text: string): NameReading {
  const given = text.endsWith('.') ? text.slice(0, -1) : text;
  if (given === '') return refuse('is empty');
  if (/[\s\p{Cc}]/u.test(given)) return refuse('has white space or a control character in it');
  if (/[/:@\\?#[\]%]/.test(given)) return refuse('is not a name alone: an address, a port or a path came with it');
  const ascii = /^[\x21-\x7e]+$/.test(given) ? given.toLowerCase() : domainToASCII(given);
  if (ascii === '') return refuse('is not a valid internationalised name (IDNA)');
  if (ascii.length > 253) return refuse('is longer than 253 characters');
  const labels = ascii.split('.');
  if (labels.length < 2) return refuse('has only one label');
  const bad = labels.find((label) => !LABEL.test(label));
  if (bad === '') return refuse('has an empty label: two dots in a row');
  if (bad !== undefined) return refuse(`has a label that no host name may have: "${bad}"`);
  if (/^\d+$/.test(labels[labels.length - 1] ?? '')) return refuse('is an IP address, or ends like one');
  const unicode = ascii.includes('xn--') ? domainToUnicode(ascii) : ascii;
  if (unicode === '') return refuse('has an "xn--" label that does not decode');
  return { ok: true, name: ascii as Name, unicode };
}

function refuse(reason: string): NameReading {
  return { ok: false, reason };
}

/** The name if it reads, otherwise `undefined`: for values from outside where a bad name is just dropped. */
export function nameOrNone(text: string): Name | undefined {
  const reading = parseName(text);
  return reading.ok ? reading.name : undefined;
}

/** The U-label form for people; the A-label form stays the operative one. */
export function unicodeOf(name: Name): string {
  return name.includes('xn--') ? domainToUnicode(name) || name : name;
}

export function topLabel(name: Name): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** True when `name` is `parent` itself or stands under it. */
export function isWithin(name: Name, parent: Name): boolean {
  return name === parent || name.endsWith(`.${parent}`);
}

/** Order by code unit, never by locale, so that every machine prints the same. */
export function byCodeUnit(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
