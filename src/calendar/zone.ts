// Instants in a court's time zone and back, from the tz database that Node brings (Intl) and, sooner, from the statute that
// sets American clocks. Two rules for the odd hours of a clock change, the ones of Temporal's "compatible": a local time
// that occurs twice is the earlier instant, one that is skipped is moved forward by the gap. temporal-polyfill stands on
// Intl too and would come on top of it at every start; here it is the oracle of the tests.
import { type Instant, instantAt, type LocalDate, millisecondsOf, parseDate } from '../model/instant.ts';
import { americanClock, hasAmericanClock } from './american-clock.ts';

export interface LocalTime {
  readonly date: LocalDate;
  /** `HH:MM:SS` */
  readonly time: string;
  /** What people call the zone at that instant: `EDT`, or `UTC+05:30` where English has no short name. */
  readonly zone: string;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** True for a zone that the tz database has. */
export function isTimeZone(text: string): boolean {
  try {
    return hasAmericanClock(text) || formatOf('en-US', text) !== undefined;
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

export function localTime(at: Instant, timeZone: string): LocalTime {
  const parts = partsOf(millisecondsOf(at), timeZone);
  return { date: parts.date, time: parts.time, zone: zoneWord(at, timeZone, parts.zone) };
}

/** The instant at which clocks in the zone show this date and `HH:MM` or `HH:MM:SS`. */
export function instantIn(timeZone: string, date: LocalDate, time: string): Instant {
  const wall = Date.parse(`${date}T${time.length === 5 ? `${time}:00` : time}Z`);
  // A day before and after lie on either side of any change of the clock near the wanted time.
  const before = offsetAt(wall - 86_400_000, timeZone);
  const after = offsetAt(wall + 86_400_000, timeZone);
  const found = [wall - before, wall - after].filter((guess) => guess + offsetAt(guess, timeZone) === wall);
  return instantAt(found.length > 0 ? Math.min(...found) : wall - before);
}

interface Parts {
  readonly date: LocalDate;
  readonly time: string;
  readonly zone: string;
}

function offsetAt(milliseconds: number, timeZone: string): number {
  const known = americanClock(milliseconds, timeZone);
  if (known !== undefined) return known.offset;
  const whole = Math.floor(milliseconds / 1000) * 1000;
  const { date, time } = partsOf(whole, timeZone);
  return Date.parse(`${date}T${time}Z`) - whole;
}

function partsOf(milliseconds: number, timeZone: string): Parts {
  const known = americanClock(milliseconds, timeZone);
  if (known !== undefined) {
    const local = instantAt(milliseconds + known.offset);
    return { date: local.slice(0, 10) as LocalDate, time: local.slice(11, 19), zone: known.zone };
  }
  const found: Record<string, string> = {};
  for (const { type, value } of formatOf('en-US', timeZone).formatToParts(milliseconds)) found[type] = value;
  const { year = '', month, day, hour, minute, second, timeZoneName = '' } = found;
  const date = parseDate(`${year.padStart(4, '0')}-${month}-${day}`);
  if (date === undefined) throw new RangeError(`no calendar date at ${milliseconds} in ${timeZone}`);
  return { date, time: `${hour}:${minute}:${second}`, zone: timeZoneName };
}

/** American English abbreviates American zones, British English European ones; the rest have only an offset. */
function zoneWord(at: Instant, timeZone: string, american: string): string {
  if (!/^GMT[+-]/.test(american)) return american;
  const british = formatOf('en-GB', timeZone).formatToParts(millisecondsOf(at));
  const word = british.find((part) => part.type === 'timeZoneName')?.value ?? american;
  if (!/^GMT[+-]/.test(word)) return word;
  const minutes = offsetAt(millisecondsOf(at), timeZone) / 60_000;
  const [hour, minute] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const digits = [hour, minute].map((n) => String(n).padStart(2, '0')).join(':');
  return `UTC${minutes < 0 ? '-' : '+'}${digits}`;
}

/** Made once a zone: making one costs more than a thousand uses. */
function formatOf(locale: 'en-US' | 'en-GB', timeZone: string): Intl.DateTimeFormat {
  const key = `${locale} ${timeZone}`;
  const known = FORMATS.get(key);
  if (known !== undefined) return known;
  const two = '2-digit';
  const made = new Intl.DateTimeFormat(locale, {
    calendar: 'gregory',
    numberingSystem: 'latn',
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: two,
    day: two,
    hour: two,
    minute: two,
    second: two,
    timeZoneName: 'short',
  });
  FORMATS.set(key, made);
  return made;
}
