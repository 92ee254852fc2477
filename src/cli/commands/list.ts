// `takedown list`: every case of the workspace with its progress; one that cannot be read keeps its row.
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import type { ListEntry } from '../../reports/list-text.ts';
import { caseIds, casePaths } from '../../store/workspace.ts';
import { AS_OF_OPTION } from '../as-of.ts';
import { type Call, defineCommand } from '../command.ts';
import { EXIT } from '../exit.ts';
import { JSON_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { workspaceOf } from '../workspace.ts';

export const list = defineCommand({
  name: 'list',
  summary: 'every case of the workspace with its progress',
  arguments: [],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown list', about: 'a row for each case' },
    { line: 'takedown list --json', about: 'the same for a script; exit 22 when a case cannot be read' },
  ],
  async run(call) {
    const { context, terminal } = call;
    const { entries, problems } = await entriesOf(call);
    if (terminal.json) {
      const [{ listJson }, { envelopeOf }] = await Promise.all([
        import('../../reports/list-json.ts'),
        import('../view.ts'),
      ]);
      await printPieces(context.out, listJson(entries, envelopeOf(context, problems)));
    } else {
      const { listLines } = await import('../../reports/list-text.ts');
      await printLines(context.out, listLines(entries, surfaceOf(terminal)));
    }
    return entries.every(({ readable }) => readable) ? EXIT.done : EXIT.input;
  },
});

async function entriesOf(
  call: Call,
): Promise<{ readonly entries: readonly ListEntry[]; readonly problems: readonly Problem[] }> {
  const { viewOf } = await import('../view.ts');
  const workspace = workspaceOf(call);
  const entries: ListEntry[] = [];
  const problems: Problem[] = [];
  for (const id of caseIds(workspace)) {
    const paths = casePaths(workspace, id);
    if (paths === undefined) continue;
    try {
      const view = await viewOf(call, paths);
      entries.push({ readable: true, report: view.report });
      problems.push(...view.problems);
    } catch (error) {
      if (!(error instanceof TakedownError) || error.kind !== 'input') throw error;
      entries.push({ readable: false, id, problems: error.problems });
    }
  }
  return { entries, problems };
}
