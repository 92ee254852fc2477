// "By registry": who has done how much, whoever is ordered before whoever is only requested.

import type { RegistryRow, Tally } from '../../model/judged/progress.ts';
import { show } from '../../model/text/harmless.ts';
import type { Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { tableLines } from '../table.ts';

/** A screen's worth: a large case may touch hundreds of top-level labels. */
const MOST_ROWS = 12;

export function* registryLines({ progress }: Report, surface: Surface): Iterable<string> {
  const { registries } = progress;
  if (registries.length === 0) return;
  const shown = registries.slice(0, MOST_ROWS);
  const facets = (['transferred', 'sinkholed', 'done'] as const).filter((facet) =>
    registries.some((row) => row[facet].notOrdered < row.names),
  );
  yield* tableLines(
    [
      { title: 'By registry', titlePaint: surface.paint.bold, gives: true },
      { title: '', drop: 2 },
      { title: 'names', align: 'right' },
      ...facets.map((title) => ({ title, align: 'right' as const })),
      { title: 'not yet', align: 'right', drop: 1 },
      { title: 'unknown', align: 'right', drop: 3 },
    ],
    shown.map((row) => cellsOf(row, facets)),
    { ...surface, indent: 0 },
  );
  if (registries.length > shown.length) yield `  and ${registries.length - shown.length} more`;
}

function cellsOf(row: RegistryRow, facets: readonly ('transferred' | 'sinkholed' | 'done')[]): readonly string[] {
  return [
    `  ${show(row.title)}`,
    row.reach === 'unlisted' ? 'no recipient' : row.reach,
    `${row.names}`,
    ...facets.map((facet) => figure(row[facet], row.names)),
    `${row.done.unmet || '–'}`,
    `${row.done.unknown || '–'}`,
  ];
}

function figure(tally: Tally, names: number): string {
  return tally.notOrdered === names ? 'not ordered' : `${tally.met}`;
}
