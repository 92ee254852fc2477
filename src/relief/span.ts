// Spans of time as terms name them: `12 months`. Counted in UTC; these are wide margins and no court's deadlines.
import { addDays, type Instant, instantAt, millisecondsOf } from '../model/instant.ts';

export const SPAN = /^([1-9]\d{0,3}) (day|days|month|months|year|years)$/;

export interface Span {
  readonly months: number;
  readonly days: number;
}

/** Reads what `SPAN` admits. */
export function spanOf(text: string): Span {
  const [, count = '', unit = ''] = SPAN.exec(text) ?? [];
  const number = Number(count);
  if (unit.startsWith('day')) return { months: 0, days: number };
  return { months: unit.startsWith('year') ? number * 12 : number, days: 0 };
}

/** The last day of the month where the day of the month does not exist: 31 Jan and one month is 28 or 29 Feb. */
export function addSpan(from: Instant, span: Span): Instant {
  const start = new Date(millisecondsOf(from));
  const lastDay = new Date(Date.UTC(start.getUTCFullYear(), start.getUTCMonth() + span.months + 1, 0)).getUTCDate();
  const moved = new Date(start.getTime());
  moved.setUTCDate(1);
  moved.setUTCMonth(start.getUTCMonth() + span.months);
  moved.setUTCDate(Math.min(start.getUTCDate(), lastDay));
  return addDays(instantAt(moved.getTime()), span.days);
}
