// The work half of `takedown new`: what is typed stands in commands/new.ts.
import { renderProblems } from '../../casefile/render-problem.ts';
import { dropDraft } from '../../store/case/new-draft.ts';
import { casePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { EXIT } from '../exit.ts';
import { givenAnswers, refuseMissing, refuseWrong } from '../new/answers.ts';
import { assembled } from '../new/assembling.ts';
import type { Answers } from '../new/question.ts';
import { newPaths, type Planned, planCase, type Started, workspaceFor, writeCase } from '../new/starting.ts';
import { worldIn } from '../new/world.ts';
import { printLines } from '../print.ts';
import { sound } from '../workspace.ts';

export async function newCase(call: Call): Promise<number> {
  const { context, terminal, options } = call;
  const workspace = workspaceFor(call);
  const world = worldIn(context.folder, (id) => casePaths(workspace, id));
  const given = givenAnswers(call, workspace);
  refuseWrong(given, world);
  if (given['id'] !== undefined) newPaths(workspace, given['id']);
  const plan = (answers: Answers) =>
    planCase(newPaths(workspace, answers['id'] ?? ''), assembled(answers, world.names(answers)), context.folder);
  const asks = terminal.asks && options['yes'] !== true && options['dryRun'] !== true;
  if (!asks) refuseMissing(given, terminal.asks);
  const planned = asks
    ? await (await import('../new/desk.ts')).settledAtDesk({ call, workspace, world, plan }, given)
    : await plan(given);
  refuseUnsound(planned);
  if (options['dryRun'] === true) return shownOnly(call, planned);
  const started = writeCase(planned, context);
  if (asks || options['continue'] === true) dropDraft(workspace);
  await printLines(context.out, told(started, planned));
  return EXIT.done;
}

function refuseUnsound({ problems, paths }: Planned): void {
  if (problems.some(({ severity }) => severity === 'error')) sound({ ok: false, problems }, `the new case ${paths.id}`);
}

async function shownOnly({ context, terminal }: Call, { caseYaml, problems }: Planned): Promise<number> {
  await context.out.write(caseYaml);
  if (problems.length > 0) await context.err.write(`${renderProblems(problems, terminal.width)}\n`);
  return EXIT.done;
}

function told({ id, files }: Started, { files: texts }: Planned): readonly string[] {
  const hasNames = texts[1]?.text.split('\n').some((line) => line !== '' && !line.startsWith('#')) === true;
  return [
    `The case ${id} is started:`,
    ...files.map((file) => `  ${file}`),
    'Next:',
    ...(hasNames ? [] : [`  takedown import ${id} names.txt    bring in its names`]),
    `  takedown validate ${id}            see what is still missing`,
  ];
}
