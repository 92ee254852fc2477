// A 404 in RDAP (RFC 9083 section 6): whether it is an RDAP error at all, and whether it says that there is no such name. One
// that speaks of another zone, or of an address where nothing is served, says nothing of the name.
import { type Name, nameOrNone, topLabel } from '../../model/name.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import { lineWith, RESERVED } from '../wordings.ts';
import { excuses } from '../wordings-refused.ts';
import { listIn, member, readJson, textIn } from './json.ts';

type NoSuchObject = RegistrationOutcome & { readonly outcome: 'no-such-object' };

/** `no-such-object-unproved`: nothing in it is RDAP's own, and any web server may have given it; see converse.ts. */
export type Missing =
  | RegistrationOutcome
  | (Omit<NoSuchObject, 'outcome'> & { readonly outcome: 'no-such-object-unproved' });

/** What it amounts to where RDAP is spoken. */
export function proved(unproved: Missing & { readonly outcome: 'no-such-object-unproved' }): NoSuchObject {
  return { ...unproved, outcome: 'no-such-object' };
}

/** RFC 7480 section 5.3 lets a 404 be empty; any other must be an RDAP error. */
export function missing(body: string, name: Name): Missing {
  if (body.trim() === '') return { outcome: 'no-such-object-unproved' };
  const json = readJson(body);
  if (!json.ok || !isRdapError(json.value)) return failed('unparsable', 'HTTP 404 that is no RDAP answer');
  const own = ownTexts(json.value);
  const excuse = own.find((text) => excuses(text, own, name) || isOfSomethingElse(text, name));
  if (excuse !== undefined) {
    return failed('server-error', `says that it has nothing and why it did not look: ${excuse.trim().slice(0, 200)}`);
  }
  const other = otherName(own, name);
  if (other !== undefined) return failed('wrong-object', `asked for ${name}, has nothing on ${other}`);
  const found = noSuchObject([...own, ...listIn(json.value, 'notices').flatMap(ownTexts)], name);
  // RFC 9083 section 4.1 has every answer say so; a number and a title are what many web services give.
  return conforms(json.value) ? found : { ...found, outcome: 'no-such-object-unproved' };
}

function noSuchObject(texts: readonly string[], name: Name): NoSuchObject {
  const reserved = lineWith(texts, RESERVED, name);
  const detail = (reserved ?? texts[0] ?? '').trim().slice(0, 200);
  return {
    outcome: 'no-such-object',
    ...(reserved !== undefined && { reserved: true as const }),
    ...(detail !== '' && { detail }),
  };
}

/** An error of another number is another error, whatever HTTP says. */
function isRdapError(value: unknown): boolean {
  if (textIn(value, 'objectClassName') !== undefined) return false;
  const code = member(value, 'errorCode');
  return code === undefined ? conforms(value) : code === 404 || code === '404';
}

export function conforms(value: unknown): boolean {
  return Array.isArray(member(value, 'rdapConformance'));
}

/** Title and description, in a list or as text, and where web services put theirs. Without notices, which hold terms of use. */
function ownTexts(value: unknown): readonly string[] {
  const given = ['title', 'description', 'error', 'message', 'detail'].map((key) => member(value, key));
  return given.flat().flatMap((text) => (typeof text === 'string' && text.trim() !== '' ? text : []));
}

interface Elsewhere {
  readonly pattern: RegExp;
  readonly seen: string;
}

const ZONE = '(?:tlds?|zones?|top[- ]level domains?)';
const PLACE = '(?:end ?points?|routes?|paths?|pages?|ur[li]s?|(?:query|resource) types?)';

/** Without the name itself. Last verified 2026-11. */
const ELSEWHERE: readonly Elsewhere[] = [
  { pattern: new RegExp(String.raw`\b(?:invalid|unknown|unsupported) ${ZONE}\b`), seen: 'Namingo: Invalid TLD' },
  {
    pattern: new RegExp(
      String.raw`\b(?:information about|authoritative|responsible|serve[sd]?|support(?:s|ed)?|manage[sd]?|allowed)\b.*\b${ZONE}\b`,
    ),
    seen: 'NIC México’s server: doesn’t have information about the requested zone; Namingo: search only allowed TLDs',
  },
  {
    pattern: new RegExp(
      String.raw`\b${ZONE}\b.*\b(?:not|n't) (?:\w+ )?(?:exist|found|known|support|serve|manage|allow|authori)`,
    ),
    seen: 'Nomulus: a TLD that doesn’t exist; several',
  },
  { pattern: /\bnot (?:an )?authoritative\b/, seen: 'several' },
  {
    pattern: new RegExp(String.raw`\b${PLACE}\b.{0,40}\b(?:not|no|unknown|invalid|unsupported)\b`),
    seen: 'Namingo: Endpoint not found; web servers: The requested URL was not found on this server',
  },
  {
    pattern: new RegExp(String.raw`\b(?:no|unknown|invalid|unsupported|cannot)\b.{0,40}\b${PLACE}\b`),
    seen: 'gateways: no Route matched with those values',
  },
  {
    pattern:
      /\b(?:invalid|malformed|illegal|bad|not (?:a )?valid)\b.{0,30}\b(?:domain|name|quer(?:y|ies)|request|syntax|format)\b/,
    seen: 'several: Invalid domain name, of what was asked and not of what is there',
  },
  {
    pattern: /\b(?:domain|name|query|request|syntax|format)\b.{0,30}\b(?:invalid|malformed|not (?:a )?valid)\b/,
    seen: 'Nomulus: is not a valid domain name',
  },
  { pattern: /\b(?:moved|retired|decommissioned|discontinued)\b/, seen: 'services that are no more' },
  { pattern: /\b(?:log|sign) ?in\b|\bauthenticat/, seen: 'networks that want a login first' },
];

function isOfSomethingElse(text: string, name: Name): boolean {
  const plain = text.slice(0, LONGEST_TEXT).toLowerCase().replaceAll('’', "'").replaceAll(name, '');
  return ELSEWHERE.some(({ pattern }) => pattern.test(plain));
}

/** A name in the error that is not the one asked for, under the same top level: it may be an answer to another question. */
function otherName(texts: readonly string[], name: Name): Name | undefined {
  const named = texts.slice(0, MOST_TEXTS).flatMap((text) => text.slice(0, LONGEST_TEXT).match(DOMAIN) ?? []);
  const names = named.flatMap((text) => nameOrNone(text) ?? []);
  const others = names.filter((one) => topLabel(one) === topLabel(name) && !/^(?:www|rdap|whois|nic)\./.test(one));
  return names.includes(name) ? undefined : others[0];
}

const MOST_TEXTS = 10;
const LONGEST_TEXT = 1000;

/** Not behind what makes it part of a web or mail address. */
const DOMAIN = /(?<![\p{L}\p{N}_@/.-])[\p{L}\p{N}][\p{L}\p{N}.-]*\.[\p{L}\p{N}-]{2,}/gu;
