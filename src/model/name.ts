// Domain names as the DNS knows them: A-labels, lower case, no trailing dot (RFC 5890, RFC 1035 section 2.3.4).
// Whether a name is a public suffix is not decided here; see casefile/suffixes.ts.
import { domainToASCII, domainToUnicode } from 'node:url';
import { wrongInLabel } from './idna/label.ts';
import { mapped } from './idna/mapping.ts';

/** A domain name in A-label form: lower case, without a trailing dot. Made only by `parseName`. */
export type Name = string & { readonly __brand: 'Name' };

type NameReading =
  | { readonly ok: true; readonly name: Name; readonly unicode: string }
  | { readonly ok: false; readonly reason: string };

const LABEL = /^[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
/** Most names, at one look: small letters, digits and hyphens, a last label that is more than digits, nothing encoded. */
const USUAL = /^(?!.*xn--)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9]{1,62}$/;
const LONGEST = 253;
const ASCII = /^[\x21-\x7e]*$/;

/**
 * Reads one name as a person writes it (any case, U-labels, a trailing dot). Never repairs: a look-alike stays what it is, and a
 * letter that IDNA 2008 does not allow is no letter of a name. An A-label is taken as it stands where it decodes, since names
 * that registries should not have sold are real: what is odd about them is told elsewhere (idna/remarks.ts).
 */
export function parseName(text: string): NameReading {
  if (text.length <= LONGEST && USUAL.test(text)) return { ok: true, name: text as Name, unicode: text };
  const spelt = ASCII.test(text) ? text.toLowerCase() : mapped(text);
  const given = spelt.endsWith('.') ? spelt.slice(0, -1) : spelt;
  if (given === '') return refuse('is empty');
  if (/[\s\p{Cc}]/u.test(given)) return refuse('has white space or a control character in it');
  if (given.includes('*')) return refuse('is a pattern: each name that the order means is listed by itself');
  if (/[/:@\\?#[\]%]/.test(given)) return refuse('is not a name alone: an address, a port or a path came with it');
  return ASCII.test(given) ? readAscii(given) : readUnicode(given);
}

function readAscii(ascii: string): NameReading {
  if (ascii.length > LONGEST) return refuse(`is longer than ${LONGEST} characters`);
  const labels = ascii.split('.');
  if (labels.length < 2) return refuse('has only one label');
  const bad = labels.find((label) => !LABEL.test(label));
  if (bad === '') return refuse('has an empty label: two dots in a row');
  if (bad !== undefined) return refuse(`has a label that no host name may have: "${bad}"`);
  if (/^\d+$/.test(labels[labels.length - 1] ?? '')) return refuse('is an IP address, or ends like one');
  if (!ascii.includes('xn--')) return { ok: true, name: ascii as Name, unicode: ascii };
  const unicode = domainToUnicode(ascii);
  // Whoever decodes it must come back to the same octets, or two names would be shown as one.
  // What does not decode, Node 20 and 22 give back as nothing, Node 24 and 26 as it stands (tried with 20.20, 22.23, 24.21, 26.10; 2026-11).
  const decodes = unicode !== '' && !/(?:^|\.)xn--/.test(unicode);
  if (!decodes || domainToASCII(unicode) !== ascii) return refuse('has an "xn--" label that does not decode');
  return { ok: true, name: ascii as Name, unicode };
}

function readUnicode(given: string): NameReading {
  const wrong = given.split('.').flatMap((label) => (ASCII.test(label) ? [] : (wrongInLabel(label) ?? [])))[0];
  if (wrong !== undefined) return refuse(wrong);
  const ascii = domainToASCII(given);
  if (ascii === '') return refuse('breaks the rules of IDNA for letters written from right to left, or for joiners');
  const reading = readAscii(ascii);
  // A label that stands there as "xn--" already is not written as its letters.
  if (!reading.ok || reading.unicode === given || given.includes('xn--')) return reading;
  return refuse('is not a valid internationalised name (IDNA)');
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
