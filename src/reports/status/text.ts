// The first screen: where every name stands, in words that a judge could read. It renders Progress and judges nothing.

import type { Tally, Totals } from '../../model/judged/progress.ts';
import { show } from '../../model/text/harmless.ts';
import { bar } from '../bar.ts';
import { headingLines } from '../heading.ts';
import { padEnd, padStart, widest, wrap } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { nothingSeenWords, wholeOf } from '../say.ts';
import { attentionLines } from './attention.ts';
import { nextLines } from './next.ts';
import { registryLines } from './registries.ts';

export function statusLines(report: Report, surface: Surface): Iterable<string> {
  return finished(sections(report, surface), surface);
}

function* sections(report: Report, surface: Surface): Iterable<string> {
  yield* headingLines(report, surface);
  yield '';
  yield* facetLines(report, surface);
  const parts = [neverChecked, attentionLines, registryLines, nextLines];
  for (const part of parts) {
    const lines = [...part(report, surface)];
    if (lines.length > 0) yield* ['', ...lines];
  }
}

function neverChecked({ theCase, progress }: Report, surface: Surface): readonly string[] {
  if (progress.lastRun !== undefined) return [];
  return [
    ...wrap(`${nothingSeenWords(progress)}, so nothing is known of any name.`, surface.width),
    `To look them up: takedown check ${show(theCase.id)}`,
  ];
}

const BAR = { widest: 31, narrowest: 8 };

/** Three bars under each other. Where the terminal is too narrow, the bar gives way first, then the rest stands below. */
export function facetLines({ progress }: Pick<Report, 'progress'>, surface: Surface): readonly string[] {
  const rows = facetRows(progress.totals);
  const figures = widest(rows.map(({ figure }) => figure));
  const after = figures + GAP.length + widest(rows.map(({ rest }) => rest));
  const room = surface.width === undefined ? BAR.widest : surface.width - LABEL - 2 - after;
  return rows.flatMap(({ facet, tally, figure, rest }) => {
    const label = `  ${padEnd(facet, LABEL - 2)}`;
    if (isNotOrdered(tally)) return [`${label}not ordered`];
    if (room < -2) return [label + figure, ...(rest.trim() === '' ? [] : [' '.repeat(4) + rest.trim()])];
    const cells = Math.min(BAR.widest, room);
    const part = { part: tally.met, whole: wholeOf(progress.totals) };
    const drawn = cells < BAR.narrowest ? '' : `${bar(part, cells, surface)}  `;
    return [label + drawn + padEnd(figure, figures) + GAP + rest];
  });
}

const LABEL = 16;
const GAP = '      ';

interface FacetRow {
  readonly facet: string;
  readonly tally: Tally;
  /** `76 of 99` */
  readonly figure: string;
  /** `10 not yet   12 unknown   1 not listed`, in columns. */
  readonly rest: string;
}

function facetRows(totals: Totals): readonly FacetRow[] {
  const facets = (['transferred', 'sinkholed', 'done'] as const).map((facet) => ({ facet, tally: totals[facet] }));
  const numbers = widest(facets.map(({ tally }) => `${tally.met}`));
  const rests = facets.map(({ tally }) => restOf(tally, totals));
  const columns = (rests[0] ?? []).flatMap((_, at) => {
    const width = Math.max(...rests.map((rest) => rest[at]?.number ?? 0));
    return width === 0 ? [] : [{ at, width: `${width}`.length }];
  });
  return facets.map(({ facet, tally }, row) => ({
    facet,
    tally,
    figure: `${padStart(`${tally.met}`, numbers)} of ${wholeOf(totals)}`,
    rest: columns.map(({ at, width }) => restCell(rests[row]?.[at], width)).join('   '),
  }));
}

/** No order asks this of any name. */
function isNotOrdered(tally: Tally): boolean {
  return tally.notOrdered > 0 && tally.met + tally.unmet + tally.unknown === 0;
}

interface Rest {
  readonly number: number;
  readonly words: string;
}

/** Everything that is not met, so that a row adds up to its whole. */
function restOf(tally: Tally, totals: Totals): readonly Rest[] {
  return [
    { number: tally.unmet, words: 'not yet' },
    { number: tally.unknown, words: 'unknown' },
    { number: tally.notOrdered, words: 'not ordered' },
    { number: totals.released, words: 'released' },
    { number: wholeOf(totals) - totals.listed, words: 'not listed' },
  ];
}

function restCell(rest: Rest | undefined, width: number): string {
  const { number, words } = rest ?? { number: 0, words: '' };
  return number === 0 ? ' '.repeat(width + 1 + words.length) : `${padStart(`${number}`, width)} ${words}`;
}
