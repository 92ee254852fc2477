// What one HTTP answer to `domain/NAME` says: facts, a definite "no such object", or why it says nothing. Pure, so old
// evidence can be read again. The rules for 404 are those of design/field/registration.md.

import { type Instant, millisecondsOf } from '../../model/instant.ts';
import { type Name, nameOrNone, topLabel } from '../../model/name.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { Authority } from '../../model/seen/observation.ts';
import type { Field } from '../facts.ts';
import { keptBack } from '../kept-back.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import { lineWith, RESERVED } from '../wordings.ts';
import { excuses } from '../wordings-refused.ts';
import type { HttpAnswer } from './http.ts';
import { listIn, member, readJson, textIn } from './json.ts';
import { readDomain } from './read.ts';

/** Seconds; a server that asks for more is believed for a day. */
const LONGEST_RETRY = 86_400;

export interface Asked {
  readonly name: Name;
  /** When it was asked: for a Retry-After that is a date. */
  readonly at: Instant;
  readonly speaker: Authority;
}

/** `no-such-object-unproved`: a 404 without a word, which any web server gives; see registry.ts. */
export type Understood = RegistrationOutcome | { readonly outcome: 'no-such-object-unproved' };

export function understand(answer: HttpAnswer, asked: Asked): Understood {
  const { status } = answer;
  if (status === 200) return object(answer, asked);
  if (status === 404) return missing(answer, asked.name);
  if (status === 429 || status === 503) {
    return failed('rate-limited', `HTTP ${status}`, retryAfter(answer.headers.get('retry-after'), asked.at));
  }
  return failed(failureOfStatus(status), `HTTP ${status}`);
}

export const UNPROVED = 'an empty HTTP 404, and nothing shows that RDAP is spoken there';

/** Of the answer to a question for help (RFC 9082 section 3.1.6). */
export function speaksRdap({ status, body }: HttpAnswer): boolean {
  const json = status === 200 ? readJson(body) : undefined;
  return json?.ok === true && Array.isArray(member(json.value, 'rdapConformance'));
}

export function failureOfStatus(status: number): FailureKind {
  if ([400, 401, 403, 451].includes(status)) return 'denied';
  return status >= 500 && status < 600 ? 'server-error' : 'unparsable';
}

function object(answer: HttpAnswer, asked: Asked): RegistrationOutcome {
  if (!answer.utf8) return failed('unparsable', 'not UTF-8');
  const json = readJson(answer.body);
  if (!json.ok) return failed('unparsable', json.reason);
  const reading = readDomain(json.value, asked);
  if (!reading.ok) return failed('wrong-object', reading.reason);
  const kept = keptBack(reading.facts);
  if (kept !== undefined) return failed('unparsable', `an object that is no registration's: "${kept}"`);
  // Whoever echoes every question would make every name registered.
  if (!SIGNS.some((field) => reading.facts[field] !== undefined)) {
    return failed('unparsable', 'a domain object that states nothing of a registration');
  }
  return { outcome: 'facts', facts: reading.facts };
}

/** What a name that nobody holds does not have; one is enough, since the object itself says that it is there. */
const SIGNS = [
  'registrar',
  'registrant',
  'created',
  'updated',
  'expires',
  'statuses',
  'otherStatuses',
  'nameServers',
  'handle',
] as const satisfies readonly Field[];

/** RFC 7480 section 5.3 lets a 404 be empty; any other must be an RDAP error (RFC 9083 section 6). */
function missing(answer: HttpAnswer, name: Name): Understood {
  if (answer.body.trim() === '') return { outcome: 'no-such-object-unproved' };
  const json = readJson(answer.body);
  if (!json.ok || !isRdapError(json.value)) return failed('unparsable', 'HTTP 404 that is no RDAP answer');
  const own = ownTexts(json.value);
  const excuse = own.find((text) => excuses(text, own, name));
  if (excuse !== undefined) {
    return failed('server-error', `says that it has nothing and why it did not look: ${excuse.trim().slice(0, 200)}`);
  }
  const other = otherName(own, name);
  if (other !== undefined) return failed('wrong-object', `asked for ${name}, has nothing on ${other}`);
  const texts = errorTexts(json.value);
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
  return code === undefined ? Array.isArray(member(value, 'rdapConformance')) : code === 404 || code === '404';
}

function errorTexts(value: unknown): readonly string[] {
  return [...ownTexts(value), ...listIn(value, 'notices').flatMap(ownTexts)];
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

/** Without its notices, which hold terms of use. */
function ownTexts(value: unknown): readonly string[] {
  return [member(value, 'title'), ...listIn(value, 'description')].filter((text) => typeof text === 'string');
}

/** RFC 9110 section 10.2.3: seconds, or a date. Absent when it is neither. */
export function retryAfter(given: string | undefined, at: Instant): number | undefined {
  if (given === undefined) return undefined;
  const text = given.trim();
  // An HTTP date begins with a weekday; left to itself, Date.parse makes a year of "-5".
  const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(text) : Number.NaN;
  const seconds = /^\d{1,9}$/.test(text) ? Number(text) : (date - millisecondsOf(at)) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_RETRY);
}
