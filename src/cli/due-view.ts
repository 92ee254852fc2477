// A case for `takedown due`: its view, and the steps of the ladder where somebody is late. Only then are letters read.
import type { Problem } from '../model/problem.ts';
import { type DueReport, isOverdue } from '../reports/due-entries.ts';
import type { Call } from './command.ts';
import type { CaseView } from './view.ts';

export interface DueView {
  readonly report: DueReport;
  /** Of the case and its letters. */
  readonly problems: readonly Problem[];
  /** Letters that are not as they were issued: with one of them nobody knows which step comes next. */
  readonly damaged: readonly Problem[];
}

/** `from`: the working folder. */
export async function dueView(view: CaseView, from: string): Promise<DueView> {
  const { report, progress, problems } = view;
  if (!progress.due.some((item) => isOverdue(item, progress.asOf))) return { report, problems, damaged: [] };
  const { ladderOf } = await import('./due-ladder.ts');
  const { steps, problems: damaged } = ladderOf(view, from);
  if (steps === undefined) return { report, problems: [...problems, ...damaged], damaged };
  return { report: { ...report, steps }, problems, damaged };
}

/** Told beside the list: what is due is due whatever became of a letter. */
export async function tellDamage({ context }: Call, views: readonly DueView[]): Promise<void> {
  const damaged = views.flatMap((view) => view.damaged);
  if (damaged.length === 0) return;
  const { renderProblems } = await import('../casefile/render-problem.ts');
  await context.err.write(`${renderProblems(damaged, context.err.columns)}\n`);
}
