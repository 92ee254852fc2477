// What `takedown watch` is told: how often it looks, when it ends, and how old the answers about finished names may grow.

import type { Network } from '../../model/asking/network.ts';
import type { Court } from '../../model/case/case.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type MaxAge, maxAgeIn } from '../typed/max-age.ts';
import { momentIn } from '../typed/moment.ts';

export interface WatchTerms {
  /** Milliseconds from the beginning of one look to that of the next. */
  readonly interval: number;
  /** Absent: until every name is done. */
  readonly until?: Instant;
  readonly maxAge: MaxAge;
}

const MILLISECONDS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000 };

/** Registries count questions by the minute and by the hour; whoever looks oftener sees the same answers from caches. */
const LEAST = 60_000;
/** Servers of a network file are nobody's but its own. */
const LEAST_OPENED = 1000;
const LONGEST = 86_400_000;
const OTHERWISE = { interval: '5m', maxAge: '1h' };

interface TermsFrom {
  readonly court: Court;
  readonly now: Instant;
  readonly network: Pick<Network, 'opened'>;
}

export function watchTermsIn(options: Readonly<Record<string, unknown>>, from: TermsFrom): WatchTerms {
  const until = untilIn(options['until'], from);
  const maxAge = maxAgeIn(options['maxAge'] ?? OTHERWISE.maxAge);
  if (maxAge === undefined) throw new Error(`${OTHERWISE.maxAge} is no age`);
  return { interval: intervalIn(options['interval'] ?? OTHERWISE.interval, from), maxAge, ...(until && { until }) };
}

function intervalIn(typed: unknown, { network }: TermsFrom): number {
  const [, count = '', unit = ''] = /^([1-9]\d{0,5})([smh])$/.exec(String(typed).trim()) ?? [];
  const milliseconds = Number(count) * (MILLISECONDS[unit] ?? Number.NaN);
  const least = network.opened ? LEAST_OPENED : LEAST;
  if (milliseconds >= least && milliseconds <= LONGEST) return milliseconds;
  throw new TakedownError('use', {
    code: 'bad-interval',
    message: `--interval does not know "${String(typed)}".`,
    hint: `Write it in seconds, minutes or hours, from ${network.opened ? '1s' : '1m'} to 24h: 90s, 5m, 1h.`,
  });
}

function untilIn(typed: unknown, { court, now }: TermsFrom): Instant | undefined {
  if (typeof typed !== 'string' || typed.trim() === 'met') return undefined;
  const { at } = momentIn(typed, { flag: '--until', court });
  if (isBefore(now, at)) return at;
  throw new TakedownError('use', {
    code: 'in-the-past',
    message: `--until "${typed}" has passed: it is ${now} now.`,
    hint: 'A time to come, or: --until met',
  });
}
