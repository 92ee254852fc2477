// The clocks of the zones in which most federal courts sit, as the statute sets them. The first use of Intl costs a quarter
// of what starting Node costs, and a status of a federal case needs nothing else of it. Every other zone, and every year
// outside the table, is the tz database's (zone.ts); the tests hold both against each other.

/** What a clock shows against UTC, and what people call it then. */
interface ClockState {
  readonly offset: Milliseconds;
  /** `EDT` */
  readonly zone: string;
}

type Milliseconds = number;

interface Clock {
  /** Hours from UTC in standard time: 15 U.S.C. 261, 263. */
  readonly hours: number;
  readonly standard: string;
  /** Absent: exempt from advanced time, by a law of the State under 15 U.S.C. 260a(a). */
  readonly advanced?: string;
}

const EASTERN: Clock = { hours: -5, standard: 'EST', advanced: 'EDT' };
const CENTRAL: Clock = { hours: -6, standard: 'CST', advanced: 'CDT' };
const MOUNTAIN: Clock = { hours: -7, standard: 'MST', advanced: 'MDT' };
const ATLANTIC: Clock = { hours: -4, standard: 'AST' };

/** Source: 15 U.S.C. 260a to 263, 49 CFR part 71; compared with tz database 2025c in 2026-11. */
const CLOCKS: ReadonlyMap<string, Clock> = new Map([
  ['America/New_York', EASTERN],
  ['America/Detroit', EASTERN],
  ['America/Indiana/Indianapolis', EASTERN],
  ['America/Chicago', CENTRAL],
  ['America/Denver', MOUNTAIN],
  ['America/Boise', MOUNTAIN],
  ['America/Phoenix', { hours: -7, standard: 'MST' }],
  ['America/Los_Angeles', { hours: -8, standard: 'PST', advanced: 'PDT' }],
  ['America/Anchorage', { hours: -9, standard: 'AKST', advanced: 'AKDT' }],
  ['Pacific/Honolulu', { hours: -10, standard: 'HST' }],
  ['America/Puerto_Rico', ATLANTIC],
  ['America/St_Thomas', ATLANTIC],
]);

/**
 * The first instant after which the present rule holds (Energy Policy Act of 2005, section 110: from March 2007), and the end
 * of the years in which it is taken for granted that Congress has not changed it: later ones are asked of the tz database.
 */
const [SINCE, UNTIL] = [Date.UTC(2007, 2, 2), Date.UTC(2029, 0)];

const HOUR: Milliseconds = 3_600_000;
const DAY: Milliseconds = 24 * HOUR;

export function hasAmericanClock(timeZone: string): boolean {
  return CLOCKS.has(timeZone);
}

/** `undefined` where the table does not say: that is no statement about the zone. */
export function americanClock(at: Milliseconds, timeZone: string): ClockState | undefined {
  const clock = CLOCKS.get(timeZone);
  if (clock === undefined || at < SINCE || at >= UNTIL) return undefined;
  const offset = clock.hours * HOUR;
  return clock.advanced !== undefined && isAdvanced(at, offset)
    ? { offset: offset + HOUR, zone: clock.advanced }
    : { offset, zone: clock.standard };
}

/** From 2 o'clock standard time on the second Sunday of March until 2 o'clock advanced time on the first of November. */
function isAdvanced(at: Milliseconds, offset: Milliseconds): boolean {
  const year = new Date(at + offset).getUTCFullYear();
  return at >= sunday(year, 2, 2) + 2 * HOUR - offset && at < sunday(year, 10, 1) + HOUR - offset;
}

/** Midnight, were it in UTC. `month` counts from 0. */
function sunday(year: number, month: number, nth: number): Milliseconds {
  const start = Date.UTC(year, month);
  return start + ((7 - new Date(start).getUTCDay()) % 7) * DAY + (nth - 1) * 7 * DAY;
}
