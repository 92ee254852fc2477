// On which days a court counts as open: Fed. R. Civ. P. 6(a)(6) over its holiday calendars and its own closed days.
//
// A holiday's own day always counts. Its Monday, after a Sunday, counts everywhere: closed by Executive Order 11582
// section 3, so declared by the President (Rule 6(a)(6)(B)). Its Friday, before a Saturday, is only a rule for federal
// employees' leave and is not counted, except in the District of Columbia, where D.C. Code 28-2701 makes it a holiday
// for all purposes (Rule 6(a)(6)(C)). A court that closes on such a Friday lists it in the case file.
import type { Court } from '../model/case.ts';
import type { LocalDate } from '../model/instant.ts';
import { type Holiday, holidaysOf } from './holidays.ts';
import { daysAfter, isWeekend, weekdayOf, yearOf } from './local-date.ts';

export interface CourtCalendar {
  /** Why the court is closed on a day: `weekend`, a holiday's name, the case file's reason; absent when it is open. */
  closedBecause(date: LocalDate): string | undefined;
  /** The holiday that offices observe on this day although the court counts it as an ordinary one. */
  uncounted(date: LocalDate): string | undefined;
  /** The calendar's name at the end of a deadline's arithmetic. */
  readonly title: string;
}

const MADE = new WeakMap<Court, CourtCalendar>();

/** Years are worked out once a court, as they are asked for. */
export function calendarOf(court: Court): CourtCalendar {
  const known = MADE.get(court);
  if (known !== undefined) return known;
  const made = makeCalendar(court);
  MADE.set(court, made);
  return made;
}

/** The first day from `date` on, itself included, on which the court is open. */
export function openDayFrom(calendar: CourtCalendar, date: LocalDate): LocalDate {
  let day = date;
  for (let tried = 0; tried < 3660; tried++, day = daysAfter(day, 1)) {
    if (calendar.closedBecause(day) === undefined) return day;
  }
  throw new RangeError('the court is closed for ten years on end');
}

function makeCalendar(court: Court): CourtCalendar {
  const closed = new Map(court.closed.map((day) => [day.date, day.because]));
  const years = new Map<number, ReadonlyMap<string, readonly Holiday[]>>();
  const holidaysOn = (date: LocalDate): readonly Holiday[] => {
    const year = years.get(yearOf(date)) ?? yearMap(court, yearOf(date));
    years.set(yearOf(date), year);
    return year.get(date) ?? [];
  };
  const counts = (holiday: Holiday): boolean =>
    holiday.statute || weekdayOf(holiday.date) === 1 || court.holidays.includes('us-dc');
  return {
    closedBecause(date) {
      const holiday = holidaysOn(date).find(counts);
      if (holiday !== undefined) return holiday.statute ? holiday.name : `${holiday.name}, observed`;
      return closed.get(date) ?? (isWeekend(date) ? 'weekend' : undefined);
    },
    uncounted: (date) => holidaysOn(date).find((holiday) => !counts(holiday))?.name,
    title: titleOf(court),
  };
}

function yearMap(court: Court, year: number): ReadonlyMap<string, readonly Holiday[]> {
  const days = new Map<string, Holiday[]>();
  for (const holiday of court.holidays.flatMap((calendar) => holidaysOf(calendar, year))) {
    days.set(holiday.date, [...(days.get(holiday.date) ?? []), holiday]);
  }
  return days;
}

function titleOf(court: Court): string {
  if (court.holidays.includes('us-dc')) return 'D.C. calendar';
  return court.holidays.includes('us-federal') ? 'U.S. federal calendar' : 'no holiday calendar';
}
