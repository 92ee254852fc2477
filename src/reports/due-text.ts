// `takedown due`: deadlines and ends, soonest first, each with its counting, so that anybody can check it.
import type { DueItem, Expiry } from '../model/deadline.ts';
import { show } from '../model/harmless.ts';
import { type Instant, isBefore, millisecondsOf } from '../model/instant.ts';
import { markLines } from './heading.ts';
import { hang } from './layout.ts';
import { finished, type Surface } from './paint.ts';
import type { Report } from './report.ts';
import { count, courtWords, listWords } from './say.ts';

/** `reports`: one case, or all of the workspace. */
export function dueLines(reports: readonly Report[], surface: Surface): Iterable<string> {
  return finished(lines(reports, surface), surface);
}

function* lines(reports: readonly Report[], surface: Surface): Iterable<string> {
  const entries = reports.flatMap(entriesOf).sort((a, b) => millisecondsOf(a.at) - millisecondsOf(b.at));
  if (entries.length === 0) yield 'Nothing is due: no deadline runs and no order ends by itself.';
  for (const entry of entries) yield* entryLines(entry, { several: reports.length > 1, surface });
  yield* idleLines(reports, surface);
  yield* markLines(reports, surface);
}

interface Entry {
  readonly at: Instant;
  readonly report: Report;
  /** `overdue`, `due`, `done`, `unknown`, `ends`, `ended`. */
  readonly word: string;
  readonly what: string;
  /** What is open and how the instant came about. */
  readonly more: string;
}

function entriesOf(report: Report): readonly Entry[] {
  const due = report.progress.due.flatMap((item) => deadlineEntry(item, report));
  return [...due, ...report.progress.expiries.map((expiry) => expiryEntry(expiry, report))];
}

function deadlineEntry(item: DueItem, report: Report): readonly Entry[] {
  const { deadline, open, unknown = 0, names } = item;
  if (deadline === undefined) return [];
  const passed = isBefore(deadline.due, report.progress.asOf);
  const late = open > unknown ? 'overdue' : 'unknown';
  const word = open === 0 ? 'done' : passed ? late : 'due';
  const whom = `${show(item.recipientName)} (${item.reach})`;
  const what = `${whom}  ${show(item.order)} ${show(item.paragraph)}`;
  const doubt = unknown === 0 ? '' : `, ${unknown === open ? '' : `${unknown} of them `}unknown`;
  const more = `${open} of ${count(names, 'name')} open${doubt} · ${show(deadline.arithmetic)}`;
  return [{ at: deadline.due, report, word, what, more }];
}

function expiryEntry({ at, what, arithmetic }: Expiry, report: Report): Entry {
  const word = isBefore(at, report.progress.asOf) ? 'ended' : 'ends';
  return { at, report, word, what: show(what), more: show(arithmetic ?? 'as the order states it') };
}

function* entryLines(
  { at, report, word, what, more }: Entry,
  { several, surface }: { readonly several: boolean; readonly surface: Surface },
): Iterable<string> {
  const { theCase, progress } = report;
  const when = courtWords(at, theCase.court.timeZone, progress.asOf);
  const of = several ? `${show(theCase.id)}  ` : '';
  const painted = wordPaint(word, surface)(word.padEnd(7));
  const [first = '', ...rest] = hang(`${' '.repeat(7)}  ${when}  `, of + what, surface.width);
  yield painted + first.slice(7);
  yield* rest;
  yield* hang(' '.repeat(9), more, surface.width);
}

function wordPaint(word: string, { paint }: Surface): (text: string) => string {
  if (word === 'overdue') return paint.bad;
  return word === 'due' || word === 'unknown' ? paint.doubt : paint.dim;
}

/** Periods that do not run: said, since a deadline that nobody counts is the one that is missed. */
function* idleLines(reports: readonly Report[], surface: Surface): Iterable<string> {
  for (const { theCase, progress } of reports) {
    const idle = progress.due.filter(({ deadline, open }) => deadline === undefined && open > 0);
    if (idle.length === 0) continue;
    const items = idle.map((item) => `${show(item.recipientName)} ${show(item.order)} ${show(item.paragraph)}`);
    yield '';
    const text = `${listWords(items, 12)}: nothing in journal.yaml shows when the order was served or received`;
    yield* hang(`Not running, ${show(theCase.id)}  `, text, surface.width);
  }
}
