// Deadlines from an order's own rule and the instant that starts it, after Fed. R. Civ. P. 6(a): the trigger day is not
// counted; days are counted all and the last one rolls to an open day; hours are counted all and roll to the same time on
// the next open day; a date certain is never rolled. Business days are no unit of Rule 6: the order is their source, and
// they are read as Monday to Friday without the court's holidays. The words are made in arithmetic.ts.
import type { Court } from '../model/case/case.ts';
import type { DueRule } from '../model/case/order.ts';
import { type Instant, instantAt, type LocalDate, millisecondsOf } from '../model/instant.ts';
import type { Deadline } from '../model/judged/deadline.ts';
import {
  businessDaysArithmetic,
  certainArithmetic,
  daysArithmetic,
  hoursArithmetic,
  type Period,
} from './arithmetic.ts';
import { calendarOf, openDayFrom } from './court-day.ts';
import { daysAfter } from './local-date.ts';
import { instantIn, localTime } from './zone.ts';

/** A day that ends at midnight is due in its last second, so that it is written with its own date everywhere. */
const MIDNIGHT = '23:59:59';

/** The longest period that is counted; more is a slip of the pen in a case file and would be refused there. */
const MOST_DAYS = 36_600;

export interface DeadlineQuestion {
  readonly due: DueRule;
  readonly court: Court;
  readonly entered: Instant;
  readonly served?: Instant;
  readonly received?: Instant;
  /** The recipient's name, for the words. */
  readonly to: string;
}

/** Absent: the period does not run yet, since nothing shows when it started. */
export function deadlineOf(question: DeadlineQuestion): Deadline | undefined {
  const { due, court } = question;
  if ('by' in due) return { due: due.by, arithmetic: certainArithmetic(due.by, court) };
  const from = triggerOf(question, due.of);
  if (from === undefined) return undefined;
  const { count, unit } = due.within;
  if (count > MOST_DAYS * (unit === 'hours' ? 24 : 1))
    throw new RangeError(`a period of ${count} ${unit} is not counted`);
  const period = { count, unit, from, court, calendar: calendarOf(court), trigger: due.of };
  const { due: end, arithmetic } = COUNT[unit](period);
  return { due: end, from: { at: from, what: startWords(question, due.of) }, arithmetic };
}

const COUNT = { hours: countHours, days: countDays, 'business days': countBusinessDays } as const;

function countHours(period: Period): Deadline {
  const { timeZone } = period.court;
  const exact = instantAt(millisecondsOf(period.from) + period.count * 3_600_000);
  const local = localTime(exact, timeZone);
  const day = openDayFrom(period.calendar, local.date);
  const due = day === local.date ? exact : instantIn(timeZone, day, local.time);
  return { due, arithmetic: hoursArithmetic(period, exact, due) };
}

function countDays(period: Period): Deadline {
  const last = daysAfter(localTime(period.from, period.court.timeZone).date, period.count);
  const day = openDayFrom(period.calendar, last);
  return { due: endOf(day, period.court), arithmetic: daysArithmetic(period, last, day) };
}

function countBusinessDays(period: Period): Deadline {
  let day = localTime(period.from, period.court.timeZone).date;
  const counted: LocalDate[] = [];
  for (let left = period.count; left > 0; left--) {
    day = openDayFrom(period.calendar, daysAfter(day, 1));
    counted.push(day);
  }
  // A period of no days ends on the trigger day, or on the first open one after it.
  if (counted.length === 0) counted.push(openDayFrom(period.calendar, day));
  return { due: endOf(counted.at(-1) ?? day, period.court), arithmetic: businessDaysArithmetic(period, counted) };
}

function endOf(day: LocalDate, court: Court): Instant {
  return instantIn(court.timeZone, day, court.dayEnds ?? MIDNIGHT);
}

function triggerOf(question: DeadlineQuestion, trigger: Period['trigger']): Instant | undefined {
  switch (trigger) {
    case 'entry':
      return question.entered;
    case 'service':
      return question.served;
    case 'receipt':
      return question.received;
  }
}

function startWords({ to }: DeadlineQuestion, trigger: Period['trigger']): string {
  switch (trigger) {
    case 'entry':
      return 'entry of the order';
    case 'service':
      return `service on ${to}`;
    case 'receipt':
      return `receipt by ${to}`;
  }
}
