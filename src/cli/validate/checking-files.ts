// Several cases read thoroughly, with the problems that only show between them.
import { crossCase } from '../../casefile/rules/cross-case.ts';
import type { Case } from '../../model/case/case.ts';
import type { Problem } from '../../model/problem.ts';
import { readImports } from '../../store/case/imports.ts';
import { readJournal } from '../../store/case/journal.ts';
import { loadCase } from '../../store/case/load.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';

interface FilesChecked {
  readonly cases: readonly string[];
  /** Names read, over all cases. */
  readonly names: number;
  readonly problems: readonly Problem[];
}

export async function checkFiles({ context }: Call, meant: readonly CasePaths[]): Promise<FilesChecked> {
  const problems: Problem[] = [];
  const read: Case[] = [];
  for (const paths of meant) {
    const checked = await loadCase(paths, { quick: false, copies: true, tidy: true, from: context.folder });
    problems.push(...checked.problems, ...(await readJournal(paths, { from: context.folder })).problems);
    problems.push(...(await readImports(paths, context.folder)).problems);
    if (checked.ok) read.push(checked.value);
  }
  // A rehearsal's copy repeats its original by design.
  problems.push(...crossCase(read.filter((one) => !one.rehearsal)));
  const names = read.flatMap(({ schedules }) => schedules).reduce((sum, { names }) => sum + names.length, 0);
  return { cases: meant.map(({ id }) => id), names, problems };
}
