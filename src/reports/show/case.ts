// `takedown show CASE`: the whole case: orders, every paragraph and what became of it, all of the work list, every name.
import { ORDER_TITLES } from '../../calendar/expiries.ts';
import { isBefore } from '../../model/instant.ts';
import type { NameProgress } from '../../model/judged/progress.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { displayWidth } from '../../model/text/width.ts';
import { headingLines } from '../heading.ts';
import { padEnd, truncate, widest } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { Report, WholeReport } from '../report.ts';
import { courtWords, FACET_WORDS, nameWords, wordWords } from '../say.ts';
import { attentionLines } from '../status/attention.ts';
import { registryLines } from '../status/registries.ts';
import { facetLines } from '../status/text.ts';
import { tableLines } from '../table.ts';

export function caseLines(report: WholeReport, surface: Surface): Iterable<string> {
  return finished(sections(report, surface), surface);
}

function* sections(report: WholeReport, surface: Surface): Iterable<string> {
  yield* headingLines(report, surface);
  yield '';
  yield* facetLines(report, surface);
  const parts = [orderLines, paragraphLines, everyAttention, registryLines, nameRows];
  for (const part of parts) {
    let first = true;
    for (const line of part(report, surface)) {
      if (first) yield '';
      first = false;
      yield line;
    }
  }
}

function* everyAttention(report: Report, surface: Surface): Iterable<string> {
  yield* attentionLines(report, surface, Number.POSITIVE_INFINITY);
}

function orderLines({ theCase, progress }: Report, surface: Surface): Iterable<string> {
  if (theCase.orders.length === 0) return [];
  const { timeZone } = theCase.court;
  const rows = theCase.orders.map((order) => [
    `  ${show(order.id)}`,
    ORDER_TITLES[order.kind] + (order.docketEntry === undefined ? '' : `, docket entry ${order.docketEntry}`),
    `${courtWords(order.entered, timeZone)}${isBefore(progress.asOf, order.entered) ? ' (to come)' : ''}`,
    order.expires === undefined ? 'a further order' : courtWords(order.expires, timeZone),
  ]);
  return tableLines(
    [
      { title: 'Orders', titlePaint: surface.paint.bold },
      { title: '', gives: true },
      { title: 'entered' },
      { title: 'until', drop: 1 },
    ],
    rows,
    { ...surface, indent: 0 },
  );
}

function paragraphLines({ progress }: Report, surface: Surface): Iterable<string> {
  if (progress.paragraphs.length === 0) return [];
  return tableLines(
    [
      { title: 'Paragraphs', titlePaint: surface.paint.bold },
      { title: 'requirements', align: 'right' },
      { title: '', gives: true },
    ],
    progress.paragraphs.map(({ order, paragraph, requirements, how, inForce }) => [
      `  ${show(order)} ${show(paragraph)}`,
      `${requirements}`,
      show(how) + (inForce || how === 'not in force' ? '' : ', not in force'),
    ]),
    { ...surface, indent: 0 },
  );
}

/** A line a name, never a table: there may be a hundred thousand, and they are written as they are read. */
function* nameRows({ progress }: WholeReport, surface: Surface): Iterable<string> {
  if (progress.names.length === 0) return;
  const most = surface.width === undefined ? 40 : Math.max(20, surface.width - 56);
  const column = Math.min(most, widest(sample(progress.names)));
  yield `${surface.paint.bold(padEnd(count(progress.names.length, 'name'), column + 2))}  ${surface.paint.dim('transferred  sinkholed    done')}`;
  for (const row of progress.names) {
    const facets = [row.transferred, row.sinkholed, row.done].map((facet) => padEnd(FACET_WORDS[facet], 11));
    const line = `  ${padEnd(nameWords(row.name), column)}  ${row.released ? 'released' : facets.join('  ')}  `;
    const room = surface.width === undefined ? undefined : Math.max(0, surface.width - displayWidth(line));
    yield line + truncate(whyWords(row), room);
  }
}

/** The column's width is that of the first thousand names: later ones that are longer stand out by themselves. */
function* sample(names: readonly NameProgress[]): Iterable<string> {
  for (const row of names.slice(0, 1000)) yield nameWords(row.name);
}

function whyWords(row: NameProgress): string {
  const marks = [row.reverted ? 'reverted' : '', row.overdue ? 'overdue' : '', row.expiring ? 'expiring' : ''];
  const words = row.findings.filter(({ verdict }) => verdict !== 'met').map(({ word }) => wordWords(word));
  return [...new Set([...marks, ...words])].filter((word) => word !== '').join(', ');
}
