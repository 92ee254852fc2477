// The work half of `takedown list`: what is typed stands in commands/list.ts.
import type { Problem } from '../../model/problem.ts';
import { listJson } from '../../reports/list/json.ts';
import type { ListEntry } from '../../reports/list/text.ts';
import { listLines } from '../../reports/list/text.ts';
import { caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { whyUnread } from '../unread.ts';
import { envelopeOf, summaryView } from '../view.ts';
import { workspaceOf } from '../workspace.ts';

export async function list(call: Call): Promise<number> {
  const { context, terminal } = call;
  const { entries, problems } = await entriesOf(call);
  if (terminal.json) {
    await printPieces(context.out, listJson(entries, envelopeOf(context, problems)));
  } else {
    await printLines(context.out, listLines(entries, surfaceOf(terminal)));
  }
  return entries.every(({ readable }) => readable) ? EXIT.done : EXIT.input;
}

async function entriesOf(
  call: Call,
): Promise<{ readonly entries: readonly ListEntry[]; readonly problems: readonly Problem[] }> {
  const workspace = workspaceOf(call);
  const entries: ListEntry[] = [];
  const problems: Problem[] = [];
  for (const id of caseIds(workspace)) {
    const paths = casePaths(workspace, id);
    if (paths === undefined) continue;
    try {
      const view = await summaryView(call, paths);
      entries.push({ readable: true, report: view.report });
      problems.push(...view.problems);
    } catch (error) {
      const unread = whyUnread(error);
      if (unread === undefined) throw error;
      entries.push({ readable: false, id, problems: unread });
    }
  }
  return { entries, problems };
}
