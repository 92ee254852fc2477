// The work half of `takedown due`: what is typed stands in commands/due.ts.
import { dueJson } from '../../reports/due-json.ts';
import { dueLines } from '../../reports/due-text.ts';
import { caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { envelopeOf, summaryView } from '../view.ts';
import { caseMeant, workspaceOf } from '../workspace.ts';

export async function due(call: Call): Promise<number> {
  const { context, terminal } = call;
  const views = [];
  for (const paths of pathsMeant(call)) views.push(await summaryView(call, paths));
  const reports = views.map(({ report }) => report);
  if (terminal.json) {
    await printPieces(
      context.out,
      dueJson(
        reports,
        envelopeOf(
          context,
          views.flatMap(({ problems }) => problems),
        ),
      ),
    );
  } else {
    await printLines(context.out, dueLines(reports, surfaceOf(terminal)));
  }
  return 0;
}

function pathsMeant(call: Call) {
  const id = call.arguments[0];
  if (id !== undefined) return [caseMeant(call, id)];
  const workspace = workspaceOf(call);
  const real = caseIds(workspace).filter((one) => !one.endsWith('.rehearsal'));
  return real.flatMap((one) => casePaths(workspace, one) ?? []);
}
