// What comes next on the calendar, and why the unknown names are unknown: the foot of the status screen.

import { isBefore } from '../../model/instant.ts';
import type { DueItem, Expiry } from '../../model/judged/deadline.ts';
import { show } from '../../model/text/harmless.ts';
import { count, firstFew } from '../../model/text/phrase.ts';
import { unfinishedTexts } from '../../progress/unfinished.ts';
import { hang } from '../layout.ts';
import type { Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { courtWords } from '../say.ts';

/** Deadlines and ends shown on the screen; `takedown due` has them all. */
const MOST = 3;
const LABEL = 14;

export function* nextLines(report: Report, surface: Surface): Iterable<string> {
  yield* labelled('Next due', dueWords(report), surface);
  yield* labelled('Not running', idleWords(report), surface);
  yield* labelled('Ends', expiryWords(report), surface);
  yield* labelled('Unknown', unknownWords(report), surface);
  yield* labelled('Unfinished', unfinishedWords(report), surface);
}

function* labelled(label: string, texts: readonly string[], surface: Surface): Iterable<string> {
  for (const [at, text] of texts.entries()) {
    yield* hang((at === 0 ? label : '').padEnd(LABEL), text, surface.width);
  }
}

/** Deadlines to come for names that are open: one line a recipient and instant, its paragraphs together. */
function dueWords({ progress, theCase }: Report): readonly string[] {
  const open = progress.due.filter(
    ({ open, deadline }) => open > 0 && deadline !== undefined && !isBefore(deadline.due, progress.asOf),
  );
  const groups = groupBy(open, (item) => `${item.deadline?.due} ${item.recipient} ${item.order}`);
  return groups.slice(0, MOST).map((items) => {
    const [first] = items;
    if (first?.deadline === undefined) return '';
    const when = courtWords(first.deadline.due, theCase.court.timeZone, progress.asOf);
    const names = count(Math.max(...items.map(({ open }) => open)), 'name');
    const paragraphs = items.map(({ paragraph }) => show(paragraph)).join(', ');
    return [when, recipientWords(first), names, paragraphs].join('  ');
  });
}

function recipientWords({ recipientName, reach }: DueItem): string {
  return show(recipientName) + (reach === 'requested' ? ' (requested)' : '');
}

/** Periods that nobody can count yet, since nothing shows when they started. */
function idleWords({ progress }: Report): readonly string[] {
  const idle = progress.due.filter(({ deadline, open }) => deadline === undefined && open > 0);
  if (idle.length === 0) return [];
  const who = firstFew([...new Set(idle.map(({ recipientName }) => show(recipientName)))], MOST);
  return [`${who}: nothing in journal.yaml shows when the order was served or received`];
}

function expiryWords({ progress, theCase }: Report): readonly string[] {
  return progress.expiries.slice(0, MOST).map((expiry) => {
    const verb = isBefore(expiry.at, progress.asOf) ? 'ended ' : '';
    return `${verb}${courtWords(expiry.at, theCase.court.timeZone, progress.asOf)}  ${expiryName(expiry)}`;
  });
}

function expiryName({ what, arithmetic }: Expiry): string {
  return arithmetic === undefined ? show(what) : `${show(what)}: ${show(arithmetic)}`;
}

/** Names by the word of each unknown finding. Names that were never looked up are said elsewhere, in a sentence. */
function unknownWords({ progress }: Report): readonly string[] {
  if (progress.lastRun === undefined) return [];
  const { unknowns } = progress;
  if (unknowns.length === 0) return [];
  return [
    `${unknowns.map(({ word, names }) => `${show(word)} ${names}`).join(' · ')} (each word: takedown explain WORD)`,
  ];
}

function unfinishedWords({ progress, theCase }: Report): readonly string[] {
  if (progress.attention.some(({ word }) => word === 'unfinished-run')) return [];
  return unfinishedTexts(theCase, progress.unfinished).map(show);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): readonly (readonly T[])[] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group === undefined) groups.set(key(item), [item]);
    else group.push(item);
  }
  return [...groups.values()];
}
