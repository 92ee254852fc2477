// `takedown validate`: every problem of a case's files, each with its place, all at once.
import { caseIds, casePaths } from '../../store/workspace.ts';
import { type Call, defineCommand } from '../command.ts';
import { EXIT } from '../exit.ts';
import { JSON_OPTION } from '../options.ts';
import { printLines } from '../print.ts';
import { CASE_ARGUMENT, caseMeant, workspaceOf } from '../workspace.ts';

export const validate = defineCommand({
  name: 'validate',
  summary: 'every problem of a case and its schedules, with its place and a hint',
  arguments: [CASE_ARGUMENT],
  options: [{ flags: '--all', about: 'every case of the workspace, and names that stand in two of them' }, JSON_OPTION],
  examples: [
    { line: 'takedown validate phosphorus', about: 'one case' },
    { line: 'takedown validate --all', about: 'every case; exit 22 when one has an error' },
  ],
  async run(call) {
    const { checkFiles } = await import('../checking-files.ts');
    const { problems, names, cases } = await checkFiles(call, pathsMeant(call));
    const errors = problems.filter(({ severity }) => severity === 'error').length;
    if (call.terminal.json) {
      await call.context.out.write(
        `${JSON.stringify({ schema: 'takedown/validate/1', cases, names, errors, problems })}\n`,
      );
    } else {
      const { renderProblems } = await import('../../casefile/render-problem.ts');
      if (problems.length > 0) await call.context.out.write(`${renderProblems(problems, call.terminal.width)}\n`);
      await printLines(call.context.out, [verdict({ cases, names, errors, warnings: problems.length - errors })]);
    }
    return errors > 0 ? EXIT.input : EXIT.done;
  },
});

function pathsMeant(call: Call) {
  if (call.options['all'] !== true) return [caseMeant(call, call.arguments[0])];
  const workspace = workspaceOf(call);
  return caseIds(workspace).flatMap((id) => casePaths(workspace, id) ?? []);
}

function verdict(found: {
  readonly cases: readonly string[];
  readonly names: number;
  readonly errors: number;
  readonly warnings: number;
}): string {
  const { cases, names, errors, warnings } = found;
  const counted = (count: number, one: string) => `${count === 0 ? 'no' : count} ${one}${count === 1 ? '' : 's'}`;
  const what = cases.length === 1 ? (cases[0] ?? '') : counted(cases.length, 'case');
  return `${what}: ${counted(errors, 'error')}, ${counted(warnings, 'warning')}, ${counted(names, 'name')} read`;
}
