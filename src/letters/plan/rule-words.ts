// The rule of a period in words, as a letter has it while nothing shows when the period began.
import { fullDateWords } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import type { DueRule, Trigger } from '../../model/case/order.ts';

const FROM: Readonly<Record<Trigger, string>> = {
  entry: 'entry of the order',
  service: 'service',
  receipt: 'receipt',
};

/** `3 business days of receipt`, `by Fri 22 Mar 2019 17:00 EDT` */
export function ruleWords(due: DueRule, timeZone: string): string {
  if ('by' in due) {
    const { date, time, zone } = localTime(due.by, timeZone);
    return `by ${fullDateWords(date)} ${time.slice(0, 5)} ${zone}`;
  }
  const { count, unit } = due.within;
  return `${count} ${count === 1 ? unit.slice(0, -1) : unit} of ${FROM[due.of]}`;
}
