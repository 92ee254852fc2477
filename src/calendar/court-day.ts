// On which days a court counts as open: Fed. R. Civ. P. 6(a)(6) over its holiday calendars and its own closed days.
//
// A holiday's own day always counts. Its Monday, after a Sunday, counts everywhere: closed by Executive Order 11582
// section 3, so declared by the President (Rule 6(a)(6)(B)). Its Friday, before a Saturday, is by federal law only a rule for
// employees' leave and is not counted; it is where a state, or the District of Columbia, makes that Friday a holiday (Rule
// 6(a)(6)(C)) and the case names the calendar of it. A court that closes on such a Friday otherwise lists it in the case file.
import type { Court } from '../model/case/case.ts';
import type { LocalDate } from '../model/instant.ts';
import { CALENDARS } from './holidays/index.ts';
import { type Holiday, holidaysOf } from './holidays.ts';
import { daysAfter, isWeekend, yearOf } from './local-date.ts';

export interface CourtCalendar {
  /** Why the court is closed on a day: `weekend`, a holiday's name, the case file's reason; absent when it is open. */
  closedBecause(date: LocalDate): string | undefined;
  /** Why somebody may take this day for a holiday although the court counts it: a part of a sentence. */
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
  const closedBecause = (date: LocalDate): string | undefined => {
    const holiday = holidaysOn(date).find(({ counts }) => counts);
    if (holiday !== undefined) return holiday.statute ? holiday.name : `${holiday.name}, observed`;
    return closed.get(date) ?? (isWeekend(date) ? 'weekend' : undefined);
  };
  return {
    closedBecause,
    uncounted(date) {
      if (closedBecause(date) !== undefined) return undefined;
      const [holiday] = holidaysOn(date);
      if (holiday !== undefined) return `${holiday.name} is only observed on it`;
      return closingOf(court, date);
    },
    title: titleOf(court),
  };
}

/** Said of federal courts that have not taken the closings of the executive branch for their own. */
function closingOf({ holidays }: Court, date: LocalDate): string | undefined {
  if (!holidays.includes('us-federal')) return undefined;
  const found = holidaysOf('us-federal-closings', yearOf(date)).find((closing) => closing.date === date);
  return found === undefined ? undefined : `${found.name}, which this court does not list`;
}

function yearMap(court: Court, year: number): ReadonlyMap<string, readonly Holiday[]> {
  const days = new Map<string, Holiday[]>();
  for (const holiday of court.holidays.flatMap((calendar) => holidaysOf(calendar, year))) {
    days.set(holiday.date, [...(days.get(holiday.date) ?? []), holiday]);
  }
  return days;
}

/** A state's calendar is named alone: that it stands on the federal one goes without saying. */
function titleOf({ holidays }: Court): string {
  const states = holidays.filter((calendar) => calendar !== 'us-federal' && calendar !== 'us-federal-closings');
  const named = states.length > 0 ? states : holidays.filter((calendar) => calendar === 'us-federal');
  const closings = holidays.includes('us-federal-closings') ? ' with federal closings' : '';
  if (named.length === 0) return closings === '' ? 'no holiday calendar' : 'federal closings only';
  return `${named.map((calendar) => CALENDARS[calendar].title).join(' and ')} calendar${closings}`;
}
