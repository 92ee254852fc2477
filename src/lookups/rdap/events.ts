// The events of an RDAP object (RFC 9083 section 4.5) that date a registration.

import type { Instant } from '../../model/instant.ts';
import type { Authority } from '../../model/seen/observation.ts';
import { readDate } from '../dates.ts';
import { type Single, single } from '../facts.ts';
import { listIn, textIn } from './json.ts';

export type Dated = 'created' | 'updated' | 'transferred' | 'expires';

interface Action {
  /** Lower case. */
  readonly words: string;
  /** Only in the answer of one who may say so. */
  readonly by?: Authority;
  readonly source: string;
}

const REGISTERED = 'IANA, RDAP JSON values: event action';

/** The first that is there decides. Last verified 2026-11. */
const ACTIONS: Readonly<Record<Dated, readonly Action[]>> = {
  created: [{ words: 'registration', source: REGISTERED }],
  updated: [
    { words: 'last changed', source: REGISTERED },
    { words: 'last update', source: 'MarkMonitor, 2021' },
  ],
  transferred: [{ words: 'transfer', source: REGISTERED }],
  expires: [
    { words: 'expiration', source: REGISTERED },
    { words: 'record expires', source: '.kg, 2026' },
    // When it ends in the registrar's own books, which the registry's answer may repeat and does not decide.
    { words: 'registrar expiration', by: 'registrar', source: REGISTERED },
  ],
};

/** Several of one kind with different dates state none, nor does "never", which some registries write as a year beyond 9999. */
export function eventIn(domain: unknown, dated: Dated, speaker: Authority): Single<Instant> {
  const events = listIn(domain, 'events');
  const found = ACTIONS[dated]
    .filter(({ by }) => by === undefined || by === speaker)
    .map(({ words }) => events.filter((event) => textIn(event, 'eventAction')?.trim().toLowerCase() === words))
    .find((group) => group.length > 0);
  const dates = (found ?? []).flatMap((event) => readDate(textIn(event, 'eventDate') ?? '') ?? []);
  return single(dates, String);
}
