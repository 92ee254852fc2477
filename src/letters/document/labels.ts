// The letter's own words for what the values say in code: dates at the court, actions, standing, counts. Templates have filters
// of their own; these are for the parts around the body, which the program makes.
import { localTime } from '../../calendar/zone.ts';
import type { Action } from '../../model/case/order.ts';
import type { Instant, LocalDate } from '../../model/instant.ts';
import { andList, upperFirst } from '../../model/text/phrase.ts';
import type { LetterValues, OrderValues } from '../values/values.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

export const ACTION_WORDS: Readonly<Record<Action, string>> = {
  transfer: 'Transfer',
  redirect: 'Redirect',
  hold: 'Hold',
  register: 'Register',
  block: 'Block',
  preserve: 'Preserve',
};

/** `15 March 2019` */
export function longDate(date: LocalDate): string {
  return `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`;
}

/** The day on the court's clocks: `15 March 2019`. */
function courtDay(at: Instant, timeZone: string): string {
  return longDate(localTime(at, timeZone).date);
}

/** `29 March 2019, 16:00 EDT` */
export function courtMoment(at: Instant, timeZone: string): string {
  const local = localTime(at, timeZone);
  return `${longDate(local.date)}, ${local.time.slice(0, 5)} ${local.zone}`;
}

/** `Temporary restraining order, entered 15 March 2019 (docket entry 11)` */
export function orderWords(order: OrderValues, timeZone: string): string {
  const entry = order.docket_entry === undefined ? '' : ` (docket entry ${order.docket_entry})`;
  return `${upperFirst(order.title)}, entered ${courtDay(order.entered, timeZone)}${entry}`;
}

/** Paragraphs as the letter names them: without the order where there is only one. */
export function paragraphWords(refs: readonly string[], { orders }: Pick<LetterValues, 'orders'>): string {
  return refs.map((ref) => (orders.length === 1 ? ref.slice(ref.indexOf('/') + 1) : ref)).join(', ');
}

/** `Appendix A`, `Appendix A (20) and Appendix B (3)` */
export function scheduleWords(schedules: LetterValues['schedules']): string {
  const only = schedules.length === 1;
  return andList(schedules.map(({ title, count }) => (only ? title : `${title} (${count})`)));
}
