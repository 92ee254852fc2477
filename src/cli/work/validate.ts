// The work half of `takedown validate`: what is typed stands in commands/validate.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type Fixing, validateJson } from '../../reports/files/json.ts';
import { type CasePaths, caseIds, casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { printLines, printPieces } from '../print.ts';
import { checkFiles } from '../validate/checking-files.ts';
import { envelopeOf } from '../view.ts';
import { caseMeant, workspaceOf } from '../workspace.ts';

export async function validate(call: Call): Promise<number> {
  const meant = pathsMeant(call);
  const fixing = await fixingOf(call, meant);
  const { problems, names, cases } = await checkFiles(call, meant);
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (call.terminal.json) {
    await printPieces(
      call.context.out,
      validateJson({ cases, names, problems, ...fixing }, envelopeOf(call.context, problems)),
    );
  } else {
    if (problems.length > 0) await call.context.out.write(`${renderProblems(problems, call.terminal.width)}\n`);
    await printLines(call.context.out, [verdict({ cases, names, errors, warnings: problems.length - errors })]);
  }
  return errors > 0 ? EXIT.input : EXIT.done;
}

async function fixingOf(call: Call, meant: readonly CasePaths[]): Promise<{ readonly fixing?: Fixing }> {
  const { fix, dryRun, yes } = call.options;
  if (fix === true) return { fixing: await (await import('../validate/fixing.ts')).fixFiles(call, meant) };
  if (dryRun !== true && yes !== true) return {};
  const message = `${dryRun === true ? '--dry-run' : '--yes'} is for --fix.`;
  throw new TakedownError('use', { code: 'bad-option', message, hint: 'See: takedown help validate' });
}

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
