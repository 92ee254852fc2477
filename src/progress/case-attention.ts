// What of a case as a whole needs attention: orders that end, names that the schedule lacks, runs that were not finished.
import { fullDateWords } from '../calendar/local-date.ts';
import { localTime } from '../calendar/zone.ts';
import type { Case } from '../model/case/case.ts';
import { type Instant, isBefore, millisecondsOf } from '../model/instant.ts';
import type { Ahead, CaseRecord, DamagedFile } from '../model/judged/record.ts';
import type { Compiled, CompiledName } from '../relief/compile.ts';
import { ORDER_WATCH_DAYS } from '../relief/words.ts';
import type { Registry } from './registry-rows.ts';
import { unfinishedTexts } from './unfinished.ts';
import type { WorkList } from './worklist.ts';

interface Whole {
  readonly theCase: Case;
  readonly compiled: Compiled;
  readonly record: Pick<CaseRecord, 'unfinished' | 'ahead'>;
  readonly asOf: Instant;
}

export function attendCase(list: WorkList, whole: Whole): void {
  const { theCase, compiled, record, asOf } = whole;
  attendCounts(list, theCase);
  for (const { order, expires, inForce } of compiled.orders) {
    if (expires === undefined || !inForce) continue;
    if (millisecondsOf(expires) - millisecondsOf(asOf) > ORDER_WATCH_DAYS * 86_400_000) continue;
    list.tell('order-expiring', `order ${order.id} ends on ${dateText(expires, whole)}`);
  }
  const begun = record.unfinished.filter(({ started }) => !isBefore(asOf, started));
  for (const text of unfinishedTexts(theCase, begun)) list.tell('unfinished-run', text);
  for (const text of aheadTexts(record.ahead)) list.tell('still-to-come', text);
}

function aheadTexts({ runs, entries }: Ahead = {}): readonly string[] {
  const kinds = [
    { of: runs, one: 'run', many: 'runs' },
    { of: entries, one: 'journal entry', many: 'journal entries' },
  ];
  return kinds.flatMap(({ of, one, many }) => {
    if (of === undefined) return [];
    const { date, time, zone } = localTime(of.first, 'UTC');
    const when = `${fullDateWords(date)} ${time.slice(0, 5)} ${zone}`;
    const what = of.number === 1 ? `1 ${one} from ${when}` : `${of.number} ${many}, the first from ${when}`;
    return [`${what}, not counted before then: is this machine's clock right?`];
  });
}

/** To be told when the record has been read: damage shows on the way. */
export function attendDamage(list: WorkList, damaged: readonly DamagedFile[]): void {
  for (const { file, reason } of damaged)
    list.tell('damaged-record', `runs/${file}: ${reason}; nothing of it is counted`);
}

function attendCounts(list: WorkList, { schedules }: Case): void {
  for (const { id, statedCount, names } of schedules) {
    if (statedCount === undefined || statedCount === names.length) continue;
    const word = names.length < statedCount ? 'not-listed' : 'more-than-stated';
    list.tell(word, `the order states ${statedCount} names for ${id}, which lists ${names.length}`);
  }
}

type NameAttender = (list: WorkList, row: CompiledName, registry: Registry) => void;

/** What of a name needs attention whatever was observed: it follows from the case. */
export function nameAttender(whole: Whole): NameAttender {
  const ended = endedText(whole);
  return (list, { name, scheduled, coverage }, registry) => {
    if (coverage.lapsed) list.add({ word: 'order-lapsed', group: 'all', together: () => ended }, name, () => ended);
    if (coverage.inapplicable.length > 0) {
      list.add(
        { word: 'host-name' },
        name,
        () => `relief on registrations does not apply under ${scheduled.registrable}`,
      );
    }
    if (registry.recipient !== undefined) return;
    const written = coverage.clauses.some(({ directedTo }) => directedTo.includes('registry-operator'));
    if (written) list.add({ word: 'unlisted-registry' }, name, () => `no recipient is listed for ${registry.id}`);
  };
}

function endedText(whole: Whole): string {
  const ended = whole.compiled.orders.flatMap(({ order, expires, inForce }) =>
    inForce || expires === undefined ? [] : [`${order.id} on ${dateText(expires, whole)}`],
  );
  return `every order over the name has ended (${ended.join(', ')}); judged by the last one`;
}

function dateText(at: Instant, { theCase, asOf }: Whole): string {
  const { timeZone } = theCase.court;
  return fullDateWords(localTime(at, timeZone).date, localTime(asOf, timeZone).date);
}
