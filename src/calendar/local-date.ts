// Arithmetic on calendar dates that stand in no zone, and their words for people. Days are counted on the proleptic
// Gregorian calendar (RFC 3339); which of them a court is open on is court-day.ts's business.
import { type LocalDate, parseDate } from '../model/instant.ts';

const DAY = 86_400_000;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The date of a year, month (from 1) and day; a day past the month's end runs on into the next month. */
export function dateOf(year: number, month: number, day: number): LocalDate {
  return fromMilliseconds(Date.UTC(year, month - 1, day));
}

export function daysAfter(date: LocalDate, days: number): LocalDate {
  return fromMilliseconds(Date.parse(date) + days * DAY);
}

/** How many days lie between two dates; negative when `to` is the earlier one. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/** 0 is Sunday. */
export function weekdayOf(date: LocalDate): number {
  return new Date(Date.parse(date)).getUTCDay();
}

export function isWeekend(date: LocalDate): boolean {
  return weekdayOf(date) % 6 === 0;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** `Fri 15` */
export function dayWords(date: LocalDate): string {
  return `${WEEKDAYS[weekdayOf(date)]} ${Number(date.slice(8))}`;
}

/** `Mar` */
export function monthWord(date: LocalDate): string {
  return MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
}

/** `15 Mar 2019` */
export function dateWords(date: LocalDate): string {
  return `${Number(date.slice(8))} ${monthWord(date)} ${date.slice(0, 4)}`;
}

/** `Fri 15 Mar 2019`; without the year when it is the year of `beside`. */
export function fullDateWords(date: LocalDate, beside?: LocalDate): string {
  const year = beside !== undefined && yearOf(beside) === yearOf(date) ? '' : ` ${date.slice(0, 4)}`;
  return `${dayWords(date)} ${monthWord(date)}${year}`;
}

function fromMilliseconds(milliseconds: number): LocalDate {
  const date = parseDate(new Date(milliseconds).toISOString().slice(0, 10));
  if (date === undefined) throw new RangeError(`no calendar date at ${milliseconds}`);
  return date;
}
