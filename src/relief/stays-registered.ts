// Relief: the name does not lapse while the order lasts, since whoever registers it next has the victims' traffic.
// Expiry and redemption as in ICANN's Expired Registration Recovery Policy; statuses of RFC 5731 and RFC 3915.

import { addDays, type Instant, isBefore } from '../model/instant.ts';
import type { Dossier } from '../model/judged/dossier.ts';
import type { Judgement } from '../model/judged/finding.ts';
import type { EppStatus } from '../model/seen/epp-status.ts';
import { defineRelief } from './define.ts';
import { cannotTell, listed, met, notRegistered, unmet } from './say.ts';
import { addSpan, SPAN, type Span, spanOf } from './span.ts';

interface Term {
  readonly atLeast?: Span;
  readonly until?: Instant;
}

interface Expected {
  readonly neededUntil: (asOf: Instant) => Instant;
  /** As the terms have it: `12 months`. */
  readonly atLeast?: string;
}

/** Where neither the terms nor the order name an end: time enough to have it renewed. */
const DAYS_AHEAD = 90;

const LEAVING: readonly EppStatus[] = [
  'pendingDelete',
  'redemptionPeriod',
  // Without a report in time it goes back into redemption.
  'pendingRestore',
  'serverRenewProhibited',
  'clientRenewProhibited',
];

export const staysRegistered = defineRelief({
  kind: 'stays-registered',
  noun: 'renewal',
  explain: {
    asks: 'The registration does not end while the order lasts.',
    how: `It ends after the order does (or after the time that the terms name; ${DAYS_AHEAD} days from now when neither names an end), and nothing shows that it is being deleted or may not be renewed.`,
    reference: 'RFC 5731 section 2.3, RFC 3915 section 3.1; ICANN Expired Registration Recovery Policy',
    unknownWhen: [
      'The registry did not answer, or its answer could not be read.',
      'The answer states no expiry date or no status.',
    ],
  },
  terms: (z) =>
    z.strictObject({
      kind: z.literal('stays-registered'),
      'at-least': z.string().regex(SPAN).optional().describe('How long from now, such as `12 months`.'),
    }),
  holdsByItself: true,
  appliesTo: 'registrable-name',
  needs: ['registration'],
  require(terms, _case, place): Expected {
    const text = terms['at-least'];
    const until = place.until === undefined ? {} : { until: place.until };
    if (text === undefined) return { neededUntil: countedOnce(until) };
    return { neededUntil: countedOnce({ atLeast: spanOf(text) }), atLeast: text };
  },
  judge: judgeStays,
  ask: {
    stage: 'keep',
    words({ atLeast }, { what }) {
      const long = atLeast === undefined ? 'while the order is in force' : `for at least ${atLeast}`;
      return `keep ${what} registered ${long}, and renew in time`;
    },
    target: () => ({ staysRegistered: true }),
  },
});

function judgeStays(expected: Expected, dossier: Dossier): Judgement {
  const free = notRegistered(dossier);
  if (free !== undefined) return free;
  const { statuses, expires } = dossier;
  const leaving = statuses.known ? LEAVING.filter((status) => statuses.value.includes(status)) : [];
  if (statuses.known && leaving.length > 0) {
    const list = listed(leaving);
    return unmet('leaving-registry', `on its way out: ${list}`, {
      ...statuses,
      now: list,
      ask: 'to restore or renew it',
    });
  }
  if (!expires.known) return cannotTell(expires);
  const needed = expected.neededUntil(dossier.asOf);
  const ends = expires.value.slice(0, 10);
  if (!isBefore(needed, expires.value)) {
    const reason = `the registration ends on ${ends}, and has to last beyond ${needed.slice(0, 10)}`;
    return unmet('expires-too-soon', reason, { ...expires, now: `ends on ${ends}`, ask: 'to renew it' });
  }
  if (!statuses.known) return cannotTell(statuses);
  return met(`registered until ${ends}`, {
    citations: union(expires.citations, statuses.citations),
    notes: graceNote(statuses.value),
  });
}

/** Names by the hundred thousand are judged by one clause at one instant. */
function countedOnce(term: Term): Expected['neededUntil'] {
  let last: { readonly asOf: Instant; readonly needed: Instant } | undefined;
  return (asOf) => {
    if (last?.asOf !== asOf) last = { asOf, needed: neededUntil(term, asOf) };
    return last.needed;
  };
}

function neededUntil({ atLeast, until }: Term, asOf: Instant): Instant {
  if (atLeast !== undefined) return addSpan(asOf, atLeast);
  if (until === undefined) return addDays(asOf, DAYS_AHEAD);
  return isBefore(until, asOf) ? asOf : until;
}

/** In the auto-renew grace period the date already counts a year that nobody has paid for. */
function graceNote(statuses: readonly EppStatus[]): readonly string[] | undefined {
  return statuses.includes('autoRenewPeriod') ? ['renewed by the registry and perhaps not yet paid for'] : undefined;
}

function union(left: readonly string[], right: readonly string[]): readonly string[] {
  const further = right.filter((id) => !left.includes(id));
  return further.length === 0 ? left : [...left, ...further];
}
