// What one HTTP answer to `domain/NAME` says: facts, a definite "no such object", or why it says nothing. Pure, so old
// evidence can be read again. What a 404 says is in error.ts.

import { type Instant, millisecondsOf } from '../../model/instant.ts';
import { type Name, nameOrNone } from '../../model/name.ts';
import type { FailureKind } from '../../model/seen/failure.ts';
import type { Authority, RegistrationFacts } from '../../model/seen/observation.ts';
import type { Field } from '../facts.ts';
import { keptBack } from '../kept-back.ts';
import { failed, type RegistrationOutcome } from '../sighting.ts';
import { conforms, type Missing, missing } from './error.ts';
import type { HttpAnswer } from './http.ts';
import { readJson } from './json.ts';
import { readDomain } from './read.ts';

/** Seconds; a server that asks for more is believed for a day. */
const LONGEST_RETRY = 86_400;

interface Asked {
  readonly name: Name;
  /** When it was asked: for a Retry-After that is a date. */
  readonly at: Instant;
  readonly speaker: Authority;
  /** The base URL of the server: a link back to the question is nobody else's. */
  readonly base: string;
}

export type Understood = RegistrationOutcome | Missing;

export function understand(answer: HttpAnswer, asked: Asked): Understood {
  const { status } = answer;
  if (status === 200) return object(answer, asked);
  if (status === 404) return missing(answer.body, asked.name);
  if (status === 429 || status === 503) {
    return failed('rate-limited', `HTTP ${status}`, retryAfter(answer.headers.get('retry-after'), asked.at));
  }
  return failed(failureOfStatus(status), `HTTP ${status}`);
}

export const UNPROVED = 'a bare HTTP 404, and nothing shows that RDAP is spoken there';

/** Of the answer to a question for help (RFC 9082 section 3.1.6). */
export function speaksRdap({ status, body }: HttpAnswer): boolean {
  const json = status === 200 ? readJson(body) : undefined;
  return json?.ok === true && conforms(json.value);
}

/** Of RDAP, and of DNS over HTTPS, where a 404 is of the path. */
export function failureOfStatus(status: number): FailureKind {
  if (status === 404) return 'unparsable';
  if (status === 408 || (status >= 500 && status < 600)) return 'server-error';
  return status >= 400 && status < 500 ? 'denied' : 'unparsable';
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
  if (!SIGNS.some((field) => reading.facts[field] !== undefined) && !hasHandle(reading.facts, asked.name)) {
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
] as const satisfies readonly Field[];

/** Some registries have the name itself for its handle. */
function hasHandle({ handle }: RegistrationFacts, name: Name): boolean {
  return handle !== undefined && nameOrNone(handle) !== name;
}

/** RFC 9110 section 10.2.3: seconds, or a date. Absent when it is neither. */
export function retryAfter(given: string | undefined, at: Instant): number | undefined {
  if (given === undefined) return undefined;
  const text = given.trim();
  // An HTTP date begins with a weekday; left to itself, Date.parse makes a year of "-5", and of the form without a zone
  // (RFC 9110 section 5.6.7) one of this machine's zone.
  const date = /^[a-z]{3,9},? /i.test(text) ? Date.parse(/ \d{4}$/.test(text) ? `${text} GMT` : text) : Number.NaN;
  const seconds = /^\d+$/.test(text) ? Number(text) : (date - millisecondsOf(at)) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.min(Math.max(0, Math.ceil(seconds)), LONGEST_RETRY);
}
