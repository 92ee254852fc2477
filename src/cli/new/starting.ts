// The first files of a case: made in memory, read like any other case, and written. Nothing that is there is ever replaced.
import { resolve } from 'node:path';
import { type NewCaseAnswers, newCase } from '../../casefile/new-case.ts';
import { parseCase } from '../../casefile/parse.ts';
import type { SourceText } from '../../casefile/source.ts';
import type { Problem } from '../../model/problem.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { takeFolder } from '../../store/case/folder-lock.ts';
import { startFolder } from '../../store/case/start-folder.ts';
import { machineOf } from '../../store/disk/lock.ts';
import { labelOf, readOwn } from '../../store/sources.ts';
import { type CasePaths, caseIds, casePaths, findWorkspace, type Workspace } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import type { Context } from '../context.ts';

export interface Started {
  readonly id: string;
  /** As people call them, from their folder. */
  readonly files: readonly string[];
}

export interface Planned {
  readonly paths: CasePaths;
  readonly caseYaml: string;
  readonly files: readonly { readonly file: string; readonly text: string }[];
  readonly problems: readonly Problem[];
}

/** Without a workspace above, the working folder becomes one. */
export function workspaceFor({ context, options }: Call): Workspace {
  const override = options['cases'] ?? context.env['TAKEDOWN_CASES'];
  const given = typeof override === 'string' ? override : undefined;
  const here = { root: context.folder, cases: resolve(context.folder, given ?? 'cases') };
  return findWorkspace(context.folder, given) ?? here;
}

/** Refuses an id that cannot be, or that a case has already. */
export function newPaths(workspace: Workspace, id: string): CasePaths {
  const paths = casePaths(workspace, id);
  if (paths === undefined) {
    throw new TakedownError('use', {
      code: 'bad-case-name',
      message: `"${id}" cannot be the name of a folder of a case.`,
      hint: 'Letters, digits, dots and hyphens, such as acme-2026.',
    });
  }
  if (isThere(workspace, id)) throw caseExists(id);
  return paths;
}

export function isThere(workspace: Workspace, id: string): boolean {
  try {
    return caseIds(workspace).includes(id);
  } catch {
    // There is no folder of cases yet.
    return false;
  }
}

export async function planCase(paths: CasePaths, answers: NewCaseAnswers, from: string): Promise<Planned> {
  const { caseYaml, schedule } = newCase(answers);
  const recipients = readOwn(paths.recipients, from);
  const { problems } = await parseCase({
    id: paths.id,
    caseFile: sourceOf(labelOf(paths.caseFile, from), caseYaml),
    read: (file) =>
      file === schedule.file ? sourceOf(labelOf(resolve(paths.folder, file), from), schedule.text) : undefined,
    ...(recipients && { recipients }),
  });
  return { paths, caseYaml, files: [{ file: 'case.yaml', text: caseYaml }, schedule], problems };
}

function sourceOf(file: string, text: string): SourceText {
  return { file, octets: new TextEncoder().encode(text) };
}

export function writeCase({ paths, files }: Planned, { folder, process }: Context): Started {
  const lock = takeFolder(paths.folder, machineOf(process.pid, process.lives));
  try {
    const written = startFolder(paths, folder, files);
    if (written === undefined) throw caseExists(paths.id);
    return { id: paths.id, files: written };
  } finally {
    lock.release();
  }
}

function caseExists(id: string): TakedownError {
  return new TakedownError('guard', {
    code: 'case-exists',
    message: `There is a case ${id} already; nothing was written.`,
  });
}
