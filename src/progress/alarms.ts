// What of a case is to be told to somebody who is not looking: what slipped back, what is late, what ends soon. Made of progress
// alone, with words of our own: it goes into mails and to other services, where text from outside has no business.

import type { Case } from '../model/case/case.ts';
import { endsOf, enteredBy } from '../model/case/order-ends.ts';
import { addDays, type Instant, isBefore } from '../model/instant.ts';
import { ALARM_WORDS, type Alarm, type AlarmKey } from '../model/judged/alarm.ts';
import type { NameProgress, SinkholeState, Summary } from '../model/judged/progress.ts';
import { byCodeUnit } from '../model/name.ts';
import { ORDER_WATCH_DAYS } from '../relief/words.ts';

/** What is alarming about names, gathered as their rows pass. */
export interface NameAlarms {
  add(row: NameProgress): void;
  readonly found: readonly Alarm[];
  /** Whose registration is known to last. */
  readonly lasting: ReadonlySet<string>;
}

export function openAlarms(asOf: Instant): NameAlarms {
  const found: Alarm[] = [];
  const lasting = new Set<string>();
  return {
    found,
    lasting,
    add(row) {
      if (row.expires !== undefined && !row.expiring) lasting.add(row.name);
      if (!row.released) found.push(...ofName(row, asOf));
    },
  };
}

/** Everything that stands at the instant, told or not; most urgent first. */
export function alarmsOf(theCase: Case, summary: Summary, names: NameAlarms): readonly Alarm[] {
  const { sinkholes = [] } = summary;
  const found = [...names.found, ...sinkholes.flatMap(ofSinkhole), ...ofOrders(theCase, summary)];
  return found.sort(
    (a, b) => ALARM_WORDS.indexOf(a.word) - ALARM_WORDS.indexOf(b.word) || byCodeUnit(a.about, b.about),
  );
}

/**
 * Whether something that was told is known to be over, so that it is new when it comes again. Only for what no instant tells
 * apart from its next time; what is unknown now is not over.
 */
export function isOver({ word, about, at }: AlarmKey, { sinkholes = [] }: Summary, { lasting }: NameAlarms): boolean {
  if (at !== undefined) return false;
  if (word === 'expiring') return lasting.has(about);
  const state = sinkholes.find(({ name }) => name === about);
  return state?.statuses !== undefined && !state.troubles.some((trouble) => trouble.word === word);
}

function ofName(row: NameProgress, asOf: Instant): readonly Alarm[] {
  const { name: about, expires } = row;
  const found: Alarm[] = (row.slipped ?? []).map(({ noun, metAt }) => ({
    word: 'reverted',
    about,
    of: noun,
    at: metAt,
    text: `${noun}: as ordered when last seen so on ${minuteOf(metAt)}, and not any more`,
  }));
  for (const due of row.overdue ? lateIn(row, asOf) : [])
    found.push({ word: 'overdue', about, at: due, text: `not done, and it was due on ${minuteOf(due)}` });
  if (!row.expiring) return found;
  if (expires === undefined)
    return [...found, { word: 'expiring', about, text: 'the registration is on its way out of the registry' }];
  return [...found, { word: 'expiring', about, at: expires, text: `the registration ends on ${dayOf(expires)}` }];
}

function lateIn({ findings }: NameProgress, asOf: Instant): readonly Instant[] {
  const passed = findings.flatMap(({ verdict, deadline }) =>
    verdict === 'unmet' && deadline !== undefined && isBefore(deadline.due, asOf) ? [deadline.due] : [],
  );
  return [...new Set(passed)];
}

function ofSinkhole({ name: about, troubles }: SinkholeState): readonly Alarm[] {
  return troubles.flatMap(({ word, text, ends }) =>
    word === 'sinkhole-unknown' ? [] : [{ word, about, text, ...(ends && { at: ends }) }],
  );
}

/** That an order has ended is told where names are left without one: most are followed by another. */
function ofOrders({ orders }: Case, { asOf, attention }: Summary): readonly Alarm[] {
  const soon = addDays(asOf, ORDER_WATCH_DAYS);
  const entered = enteredBy(orders, asOf);
  const ends = endsOf(entered);
  const lapsed = attention.some(({ word }) => word === 'order-lapsed');
  return entered.flatMap(({ id: about }): readonly Alarm[] => {
    const at = ends.get(about)?.at;
    if (at === undefined || isBefore(soon, at)) return [];
    if (isBefore(asOf, at)) return [{ word: 'order-expiring', about, at, text: `the order ends on ${minuteOf(at)}` }];
    return lapsed ? [{ word: 'order-lapsed', about, at, text: `the order has ended on ${minuteOf(at)}` }] : [];
  });
}

/** `2019-03-17 16:01 UTC` */
function minuteOf(at: Instant): string {
  return `${dayOf(at)} ${at.slice(11, 16)} UTC`;
}

function dayOf(at: Instant): string {
  return at.slice(0, 10);
}
