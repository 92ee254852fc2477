// Cases for `takedown due`: the view of each, and the steps of the ladder where somebody is late. Only then are letters read.
import type { Problem } from '../../model/problem.ts';
import { type DueReport, isOverdue } from '../../reports/due/entries.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { whyUnread } from '../unread.ts';
import { type CaseView, viewIn } from '../view.ts';

interface DueView {
  readonly report: DueReport;
  /** Of the case and its letters. */
  readonly problems: readonly Problem[];
  /** Letters that are not as they were issued: with one of them nobody knows which step comes next. */
  readonly damaged: readonly Problem[];
}

export interface Views {
  readonly read: readonly DueView[];
  /** Of cases whose own files have problems. */
  readonly unread: readonly Problem[];
}

/** Of several cases, one that cannot be read hides none of the others' deadlines; nor is it passed over in silence. */
export async function dueViews(call: Call, all: readonly CasePaths[]): Promise<Views> {
  const read: DueView[] = [];
  const stops: { readonly error: unknown; readonly problems: readonly Problem[] }[] = [];
  for (const paths of all) {
    try {
      read.push(await dueView(await viewIn(call, paths), call.context.folder));
    } catch (error) {
      const problems = whyUnread(error);
      if (problems === undefined) throw error;
      stops.push({ error, problems });
    }
  }
  const [first] = stops;
  if (first !== undefined && read.length === 0) throw first.error;
  return { read, unread: stops.flatMap(({ problems }) => problems) };
}

/** `from`: the working folder. */
async function dueView(view: CaseView, from: string): Promise<DueView> {
  const { report, progress, problems } = view;
  if (!progress.due.some((item) => isOverdue(item, progress.asOf))) return { report, problems, damaged: [] };
  const { ladderOf } = await import('./due-ladder.ts');
  const { steps, problems: damaged } = ladderOf(view, from);
  if (steps === undefined) return { report, problems: [...problems, ...damaged], damaged };
  return { report: { ...report, steps }, problems, damaged };
}

/** Told beside the list: what is due is due whatever became of a letter, or of another case. */
export async function tellDamage({ context }: Call, { read, unread }: Views): Promise<void> {
  const damaged = [...unread, ...read.flatMap((view) => view.damaged)];
  if (damaged.length === 0) return;
  const { renderProblems } = await import('../../casefile/render-problem.ts');
  await context.err.write(`${renderProblems(damaged, context.err.columns)}\n`);
}
