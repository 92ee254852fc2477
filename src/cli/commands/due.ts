// `takedown due`: deadlines and expiries of one case or of all, next first, with the arithmetic.
import { caseIds, casePaths } from '../../store/workspace.ts';
import { AS_OF_OPTION } from '../as-of.ts';
import { type Call, defineCommand } from '../command.ts';
import { JSON_OPTION } from '../options.ts';
import { printLines, printPieces, surfaceOf } from '../print.ts';
import { caseMeant, workspaceOf } from '../workspace.ts';

export const due = defineCommand({
  name: 'due',
  summary: 'deadlines and expiries, next first, with the arithmetic printed',
  arguments: [{ form: '[case]', about: 'the folder of the case; left out: every case but rehearsals' }],
  options: [AS_OF_OPTION, JSON_OPTION],
  examples: [
    { line: 'takedown due', about: 'what is due of whom in every case, and when the orders end' },
    { line: 'takedown due phosphorus --json', about: 'one case, for a script' },
  ],
  async run(call) {
    const { context, terminal } = call;
    const { envelopeOf, viewOf } = await import('../view.ts');
    const views = [];
    for (const paths of pathsMeant(call)) views.push(await viewOf(call, paths));
    const reports = views.map(({ report }) => report);
    if (terminal.json) {
      const { dueJson } = await import('../../reports/due-json.ts');
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
      const { dueLines } = await import('../../reports/due-text.ts');
      await printLines(context.out, dueLines(reports, surfaceOf(terminal)));
    }
    return 0;
  },
});

function pathsMeant(call: Call) {
  const id = call.arguments[0];
  if (id !== undefined) return [caseMeant(call, id)];
  const workspace = workspaceOf(call);
  const real = caseIds(workspace).filter((one) => !one.endsWith('.rehearsal'));
  return real.flatMap((one) => casePaths(workspace, one) ?? []);
}
