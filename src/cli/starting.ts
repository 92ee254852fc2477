// Writes the first files of a case. Nothing that is there is ever replaced.
import { resolve } from 'node:path';
import { type NewCaseAnswers, newCase } from '../casefile/new-case.ts';
import { TakedownError } from '../model/takedown-error.ts';
import { startFolder } from '../store/start-folder.ts';
import { casePaths, findWorkspace } from '../store/workspace.ts';
import type { Call } from './command.ts';

export interface Started {
  readonly id: string;
  /** As people call them, from their folder. */
  readonly files: readonly string[];
}

export async function startCase({ context, options }: Call, answers: NewCaseAnswers): Promise<Started> {
  const { id } = answers;
  const override = options['cases'] ?? context.env['TAKEDOWN_CASES'];
  const given = typeof override === 'string' ? override : undefined;
  // Without a workspace above, this folder becomes one.
  const workspace = findWorkspace(context.folder, given) ?? {
    root: context.folder,
    cases: resolve(context.folder, given ?? 'cases'),
  };
  const paths = casePaths(workspace, id);
  if (paths === undefined) {
    throw new TakedownError('use', {
      code: 'bad-case-name',
      message: `"${id}" cannot be the name of a folder of a case.`,
      hint: 'Letters, digits, dots and hyphens, such as acme-2026.',
    });
  }
  const { caseYaml, schedule } = newCase(answers);
  const files = startFolder(paths, context.folder, [
    { file: 'case.yaml', text: caseYaml },
    { file: schedule.file, text: schedule.text },
  ]);
  if (files !== undefined) return { id, files };
  throw new TakedownError('guard', {
    code: 'case-exists',
    message: `There is a case ${id} already; nothing was written.`,
  });
}
