// The head of every screen of a case: which case, how real it is, which orders, when it was last checked.

import type { Order } from '../model/case/order.ts';
import { isBefore } from '../model/instant.ts';
import { shardText } from '../model/shard.ts';
import { show } from '../model/text/harmless.ts';
import { count } from '../model/text/phrase.ts';
import { displayWidth } from '../model/text/width.ts';
import { flow, hang } from './layout.ts';
import type { Surface } from './paint.ts';
import type { Report } from './report.ts';
import { caseWords, courtDateWords, courtWords, lastCheckedWords, utcWords } from './say.ts';

/** The title may spread over lines of a narrow terminal; the marks that must not be missed are never cut. */
export function* headingLines(report: Report, surface: Surface): Iterable<string> {
  yield* titleLines(report, surface);
  yield* flow(orderPieces(report), ' · ', surface.width);
}

/** `illustrative`, `REHEARSAL`: words that every output of such a case carries. */
export function marksOf({ theCase, progress }: Report): readonly string[] {
  const marks: string[] = [];
  if (theCase.rehearsal) marks.push('REHEARSAL');
  else if (progress.lastRun?.simulated === true) marks.push('SIMULATED NETWORK');
  if (progress.lastRun?.shard !== undefined) marks.push(`SHARD ${shardText(progress.lastRun.shard)}`);
  if (theCase.illustrative) marks.push('illustrative');
  return marks;
}

/** The foot of a report about several cases: their marks, which no column may lose. */
export function* markLines(reports: readonly Report[], surface: Surface): Iterable<string> {
  const marked = reports.filter((report) => marksOf(report).length > 0);
  if (marked.length > 0) yield '';
  for (const report of marked) yield `${show(report.theCase.id)}: ${surface.paint.doubt(marksOf(report).join(' · '))}`;
}

/** Where no list of what needs attention follows: what is on record from a time to come would be missed. */
export function* aheadLines(reports: readonly Report[], surface: Surface): Iterable<string> {
  for (const { theCase, progress } of reports) {
    const texts = progress.attention.flatMap(({ word, text }) => (word === 'still-to-come' ? [text] : []));
    if (texts.length > 0) yield '';
    for (const text of texts) yield* hang(`Still to come, ${show(theCase.id)}  `, text, surface.width);
  }
}

function* titleLines(report: Report, surface: Surface): Iterable<string> {
  const { theCase } = report;
  const court = theCase.court.short ?? theCase.court.name;
  const pieces = [caseWords(theCase.id), show(theCase.title), `${show(theCase.docket)} (${show(court)})`];
  const lines = flow(pieces, ' · ', surface.width);
  const marks = marksOf(report).join(' · ');
  const last = lines.at(-1) ?? '';
  const gap = markGap(displayWidth(last), displayWidth(marks), surface.width);
  yield* lines.slice(0, -1).map((line) => surface.paint.bold(line));
  if (gap > 0) {
    yield `${surface.paint.bold(last)}${' '.repeat(gap)}${surface.paint.doubt(marks)}`;
    return;
  }
  yield surface.paint.bold(last);
  if (marks !== '') yield surface.paint.doubt(marks);
}

/** The widest a screen is drawn, however wide the terminal. */
const RIGHT_EDGE = 100;

/** Blanks between title and marks so that these end at the right edge; 0 when they do not fit beside it. */
function markGap(title: number, marks: number, width: number | undefined): number {
  if (marks === 0) return 0;
  if (width === undefined) return 6;
  const room = Math.min(width, Math.max(RIGHT_EDGE, title + marks + 6)) - title - marks;
  return room >= 3 ? room : 0;
}

function orderPieces(report: Report): readonly string[] {
  const { progress, theCase } = report;
  const { totals } = progress;
  const checked = lastCheckedWords(progress, utcWords);
  const pieces = [ordersWords(report), `${count(totals.ordered, 'name')} ordered, ${totals.listed} listed`];
  if (totals.released > 0) pieces.push(`${totals.released} released`);
  pieces.push(checked === undefined ? 'never checked' : `last checked ${checked}`);
  if (report.asOfGiven === true) pieces.push(`as of ${utcWords(progress.asOf)}`);
  if (theCase.seal !== undefined && isBefore(progress.asOf, theCase.seal.until)) {
    pieces.push(`sealed until ${courtWords(theCase.seal.until, theCase.court.timeZone, progress.asOf)}`);
  }
  return pieces;
}

function ordersWords({ theCase, progress }: Report): string {
  const orders = theCase.orders.filter((order) => !isBefore(progress.asOf, order.entered));
  const [first] = orders;
  if (first === undefined) return 'No order yet';
  const latest = orders.reduce((a, b) => (isBefore(a.entered, b.entered) ? b : a), first);
  const date = (order: Order): string => courtDateWords(order.entered, theCase.court.timeZone);
  return orders.length === 1 ? `Order of ${date(first)}` : `${orders.length} orders, the latest of ${date(latest)}`;
}
