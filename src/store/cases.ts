// A case's folder read into a Case: which octets go to the parser, and nothing of what they mean.
import { parseCase } from '../casefile/parse.ts';
import { problem } from '../casefile/problems.ts';
import type { Case } from '../model/case.ts';
import type { Checked } from '../model/problem.ts';
import { labelOf, readInside, readSource } from './sources.ts';
import type { CasePaths } from './workspace.ts';

export interface HowToLoad {
  /** Leaves out the rules that take time on many names and make no value wrong. */
  readonly quick: boolean;
  /** The working folder, for the names of files in problems. */
  readonly from: string;
}

export async function loadCase(paths: CasePaths, { quick, from }: HowToLoad): Promise<Checked<Case>> {
  const caseFile = readInside(paths.folder, 'case.yaml', from);
  if (caseFile === undefined) {
    const message = `There is no file ${labelOf(paths.caseFile, from)} in the case's folder.`;
    return { ok: false, problems: [problem('file-missing', message)] };
  }
  const recipients = readSource(paths.recipients, from);
  const read = (file: string) => readInside(paths.folder, file, from);
  return parseCase({ id: paths.id, caseFile, read, quick, ...(recipients && { recipients }) });
}
