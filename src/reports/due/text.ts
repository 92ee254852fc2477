// `takedown due`: deadlines and ends, soonest first, each with its counting, so that anybody can check it; under what is late,
// the step that follows.

import { isBefore } from '../../model/instant.ts';
import type { NextStep } from '../../model/letter/letter.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { aheadLines, markLines } from '../heading.ts';
import { hang } from '../layout.ts';
import { letterWords } from '../letter/purpose-words.ts';
import { finished, type Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { courtWords, nameWords } from '../say.ts';
import { type DueEntry, type DueReport, dueEntries } from './entries.ts';

/** `reports`: one case, or all of the workspace. */
export function dueLines(reports: readonly DueReport[], surface: Surface): Iterable<string> {
  return finished(lines(reports, surface), surface);
}

function* lines(reports: readonly DueReport[], surface: Surface): Iterable<string> {
  const entries = dueEntries(reports);
  if (entries.length === 0) yield 'Nothing is due: no deadline runs and no order ends by itself.';
  const told = new Set<NextStep>();
  for (const entry of entries) {
    yield* entryLines(entry, { several: reports.length > 1, surface });
    yield* stepLines(entry, { told, surface });
  }
  yield* idleLines(reports, surface);
  yield* aheadLines(reports, surface);
  yield* markLines(reports, surface);
}

/** Names of registrations that end on one day, on the screen; `--json` has them all. */
const MOST_NAMES = 6;

/** What it is, and how the instant came about. */
function wordsOf(entry: DueEntry): { readonly what: string; readonly more: string } {
  switch (entry.kind) {
    case 'deadline': {
      const { recipientName, reach, order, paragraph, open, names, unknown = 0 } = entry.item;
      const doubt = unknown === 0 ? '' : `, ${unknown === open ? '' : `${unknown} of them `}unknown`;
      return {
        what: `${show(recipientName)} (${reach})  ${show(order)} ${show(paragraph)}`,
        more: `${open} of ${count(names, 'name')} open${doubt} · ${show(entry.deadline.arithmetic)}`,
      };
    }
    case 'expiry':
      return { what: show(entry.expiry.what), more: show(entry.expiry.arithmetic ?? 'as the order states it') };
    case 'registrations':
      return {
        what: count(entry.names.length, 'registration'),
        more: firstFew(entry.names.map(nameWords), MOST_NAMES),
      };
  }
}

function* entryLines(
  entry: DueEntry,
  { several, surface }: { readonly several: boolean; readonly surface: Surface },
): Iterable<string> {
  const { at, report, word } = entry;
  const { theCase, progress } = report;
  const { what, more } = wordsOf(entry);
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

/** Each step once, though it may concern several paragraphs. */
function* stepLines(
  entry: DueEntry,
  { told, surface }: { readonly told: Set<NextStep>; readonly surface: Surface },
): Iterable<string> {
  if (entry.kind !== 'deadline' || entry.word !== 'overdue' || entry.report.steps === undefined) return;
  if (entry.steps.length === 0) yield* hang(' '.repeat(9), 'next: no further step of the ladder', surface.width);
  for (const step of entry.steps) {
    if (told.has(step)) continue;
    told.add(step);
    yield* hang(' '.repeat(9), stepWords(step, entry.report), surface.width);
  }
}

/** `next: reminder, now, 68 names: the deadline passed on Wed 20 Mar 2019 · takedown letter plan phosphorus --to afilias` */
export function stepWords({ step, from, names, because, recipient }: NextStep, { theCase, progress }: Report): string {
  const when = isBefore(progress.asOf, from)
    ? `from ${courtWords(from, theCase.court.timeZone, progress.asOf)}`
    : 'now';
  const typed = `takedown letter plan ${show(theCase.id)} --to ${show(recipient.id)}`;
  return `next: ${letterWords(step, recipient)}, ${when}, ${count(names.length, 'name')}: ${show(because)} · ${typed}`;
}

/** Periods that do not run: said, since a deadline that nobody counts is the one that is missed. */
function* idleLines(reports: readonly Report[], surface: Surface): Iterable<string> {
  for (const { theCase, progress } of reports) {
    const idle = progress.due.filter(({ deadline, open }) => deadline === undefined && open > 0);
    if (idle.length === 0) continue;
    const items = idle.map((item) => `${show(item.recipientName)} ${show(item.order)} ${show(item.paragraph)}`);
    yield '';
    const text = `${firstFew(items, 12)}: nothing in journal.yaml shows when the order was served or received`;
    yield* hang(`Not running, ${show(theCase.id)}  `, text, surface.width);
  }
}
