// `takedown list`: every case of the workspace, one row each; a case that cannot be read keeps its row and says why.

import type { Problem } from '../../model/problem.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { markLines } from '../heading.ts';
import { hang } from '../layout.ts';
import { finished, type Surface } from '../paint.ts';
import type { Report } from '../report.ts';
import { courtWords, lastCheckedWords, utcDateWords, wholeOf } from '../say.ts';
import { tableLines } from '../table.ts';
import { nextDue } from './next-due.ts';

export type ListEntry =
  | { readonly readable: true; readonly report: Report }
  | { readonly readable: false; readonly id: string; readonly problems: readonly Problem[] };

export function listLines(entries: readonly ListEntry[], surface: Surface): Iterable<string> {
  return finished(lines(entries, surface), surface);
}

function* lines(entries: readonly ListEntry[], surface: Surface): Iterable<string> {
  if (entries.length === 0) {
    yield 'There is no case yet. To start one: takedown new';
    return;
  }
  const readable = entries.flatMap((entry) => (entry.readable ? [entry.report] : []));
  if (readable.length > 0) yield* caseTable(readable, surface);
  const broken = entries.flatMap((entry) => (entry.readable ? [] : [entry]));
  if (broken.length > 0 && readable.length > 0) yield '';
  for (const { id, problems } of broken) {
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    const text = `cannot be read, ${count(errors, 'problem')}: takedown validate ${show(id)}`;
    yield* hang(`${show(id)}  `, text, surface.width);
  }
  yield* markLines(readable, surface);
}

function caseTable(reports: readonly Report[], surface: Surface): Iterable<string> {
  return tableLines(
    [
      { title: 'case', titlePaint: surface.paint.bold, gives: true },
      { title: 'docket', drop: 1 },
      { title: 'names', align: 'right' },
      { title: 'transferred', align: 'right', drop: 7 },
      { title: 'sinkholed', align: 'right', drop: 8 },
      { title: 'done', align: 'right' },
      { title: 'unknown', align: 'right', drop: 6 },
      { title: 'reverted', align: 'right', drop: 3 },
      { title: 'overdue', align: 'right', drop: 4 },
      { title: 'last checked', drop: 5 },
      { title: 'next due', drop: 2 },
    ],
    reports.map(cellsOf),
    { ...surface, indent: 0 },
  );
}

function cellsOf(report: Report): readonly string[] {
  const { theCase, progress } = report;
  const { totals } = progress;
  const next = nextDue(progress);
  return [
    show(theCase.id),
    show(theCase.docket),
    `${wholeOf(totals)}`,
    `${totals.transferred.met}`,
    `${totals.sinkholed.met}`,
    `${totals.done.met}`,
    `${totals.done.unknown || '–'}`,
    `${totals.reverted || '–'}`,
    `${totals.overdue || '–'}`,
    lastCheckedWords(progress, utcDateWords) ?? 'never',
    next === undefined ? '–' : courtWords(next, theCase.court.timeZone, progress.asOf),
  ];
}
