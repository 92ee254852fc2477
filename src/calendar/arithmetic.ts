// The counting of a deadline in one sentence, so that a person can check it with a wall calendar: which days were
// counted, what was left out and why, and from where the last day was moved. It decides nothing; see deadlines.ts.
import type { Court } from '../model/case/case.ts';
import type { Trigger } from '../model/case/order.ts';
import type { Instant, LocalDate } from '../model/instant.ts';
import { type CourtCalendar, calendarOf } from './court-day.ts';
import { daysAfter, daysBetween, dayWords, fullDateWords, isWeekend, monthWord, yearOf } from './local-date.ts';
import { type LocalTime, localTime } from './zone.ts';

/** More counted days than this are abbreviated in the middle. */
const SHOWN_DAYS = 7;

/** A period that runs, with all that its counting rests on. */
export interface Period {
  readonly count: number;
  readonly unit: 'hours' | 'days' | 'business days';
  readonly from: Instant;
  readonly court: Court;
  readonly calendar: CourtCalendar;
  readonly trigger: Trigger;
}

/** `3 business days from receipt Fri 12 Apr 2019: Mon 15, Wed 17, Thu 18 Apr; skipping Tue 16 Apr: Emancipation Day; D.C. calendar` */
export function businessDaysArithmetic(period: Period, counted: readonly LocalDate[]): string {
  const start = startOf(period);
  const last = counted.at(-1) ?? start.date;
  return sentence(period, [
    `${head(period, start)}: ${countedWords(counted, start.date)}`,
    skippedWords(period, start.date, last),
    uncountedWords(period, counted, start.date),
  ]);
}

/** `14 days from entry Tue 2 Apr 2019: Wed 17 Apr, moved from Tue 16 Apr: Emancipation Day; D.C. calendar` */
export function daysArithmetic(period: Period, last: LocalDate, day: LocalDate): string {
  const start = startOf(period);
  return sentence(period, [
    `${head(period, start)}: ${fullDateWords(day, start.date)}${movedWords(period, last, day)}`,
    uncountedWords(period, [day], start.date),
  ]);
}

/** `48 hours from receipt Fri 15 Mar 2019 17:41 EDT: Mon 18 Mar 17:41 EDT, moved from Sun 17 Mar: weekend; D.C. calendar` */
export function hoursArithmetic(period: Period, exact: Instant, due: Instant): string {
  const start = startOf(period);
  const end = localTime(due, period.court.timeZone);
  const before = localTime(exact, period.court.timeZone);
  return sentence(period, [
    `${head(period, start)} ${clockWords(start)}: ${fullDateWords(end.date, start.date)} ${clockWords(end)}` +
      movedWords(period, before.date, end.date),
    uncountedWords(period, [end.date], start.date),
  ]);
}

/** `date certain Sat 6 Jul 2019 17:00 EDT: weekend, and not moved` */
export function certainArithmetic(by: Instant, court: Court): string {
  const local = localTime(by, court.timeZone);
  const closed = calendarOf(court).closedBecause(local.date);
  const words = `date certain ${fullDateWords(local.date)} ${clockWords(local)}`;
  return closed === undefined ? words : `${words}: ${closed}, and not moved`;
}

function startOf(period: Period): LocalTime {
  return localTime(period.from, period.court.timeZone);
}

function head({ count, unit, trigger }: Period, start: LocalTime): string {
  const units = count === 1 ? unit.slice(0, -1) : unit;
  return `${count} ${units} from ${trigger} ${fullDateWords(start.date)}`;
}

/** `Mon 18, Tue 19, Wed 20 Mar`, each month named once, a year only where it is not the year of the start. */
function countedWords(days: readonly LocalDate[], start: LocalDate): string {
  const short = days.length > SHOWN_DAYS;
  const shown = short ? [...days.slice(0, 3), ...days.slice(-1)] : days;
  const words = shown.map((day, at) => {
    const next = shown[at + 1];
    const cut = short && at === 2;
    if (next !== undefined && !cut && next.slice(0, 7) === day.slice(0, 7)) return dayWords(day);
    if (next !== undefined && yearOf(next) === yearOf(day)) return `${dayWords(day)} ${monthWord(day)}`;
    return fullDateWords(day, start);
  });
  return short ? `${words.slice(0, 3).join(', ')} … ${words.at(-1)}` : words.join(', ');
}

/** Weekends go without saying. */
function skippedWords({ calendar }: Period, start: LocalDate, last: LocalDate): string {
  const skipped: string[] = [];
  for (let at = 1; at < daysBetween(start, last); at++) {
    const day = daysAfter(start, at);
    const because = calendar.closedBecause(day);
    if (because === undefined || because === 'weekend' || isWeekend(day)) continue;
    skipped.push(`${fullDateWords(day, start)}: ${because}`);
  }
  return skipped.length === 0 ? '' : `skipping ${skipped.join(', ')}`;
}

/** What stood in the way, each reason once: a holiday may be followed by a weekend. */
function movedWords({ calendar }: Period, from: LocalDate, to: LocalDate): string {
  const reasons = new Set<string>();
  for (let at = 0; at < daysBetween(from, to); at++) reasons.add(calendar.closedBecause(daysAfter(from, at)) ?? '');
  return reasons.size === 0 ? '' : `, moved from ${fullDateWords(from, to)}: ${[...reasons].join(', ')}`;
}

/** A day on which some offices are closed although the court counts it: said, since a reader would stumble over it. */
function uncountedWords({ calendar }: Period, days: readonly LocalDate[], start: LocalDate): string {
  const found = days.flatMap((day) => {
    const because = calendar.uncounted(day);
    return because === undefined ? [] : [`${fullDateWords(day, start)} is counted: ${because}`];
  });
  return found.join('; ');
}

function clockWords(local: LocalTime): string {
  return `${local.time.endsWith(':00') ? local.time.slice(0, 5) : local.time} ${local.zone}`;
}

function sentence({ court, calendar }: Period, parts: readonly string[]): string {
  const ends = court.dayEnds === undefined ? '' : `the day ends at ${court.dayEnds}`;
  return [...parts, ends, calendar.title].filter((part) => part !== '').join('; ');
}
