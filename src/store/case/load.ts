// A case's folder read into a Case: which octets go to the parser, and nothing of what they mean.
import type { CaseTexts } from '../../casefile/parse.ts';
import { problem } from '../../casefile/problems.ts';
import { readCase } from '../../casefile/remembered.ts';
import type { Case } from '../../model/case/case.ts';
import type { Checked } from '../../model/problem.ts';
import { type Cache, memoryOf } from '../cache/memory.ts';
import { labelOf, readInside, readOwn } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

export interface HowToLoad {
  /** Leaves out the rules that take time on many names and make no value wrong. */
  readonly quick: boolean;
  /** Compares the copies of orders with their digests, which costs reading them whole. */
  readonly copies?: boolean;
  /** Tells also of what is read all the same and could be written better. */
  readonly tidy?: boolean;
  /** The working folder, for the names of files in problems. */
  readonly from: string;
  /** Given: a case of which no octet has changed is not read again. For commands that only show. */
  readonly cache?: Cache;
}

export async function loadCase(
  paths: CasePaths,
  { quick, copies, tidy, from, cache }: HowToLoad,
): Promise<Checked<Case>> {
  const caseFile = readInside(paths.folder, 'case.yaml', from);
  if (caseFile === undefined) {
    const message = `There is no file ${labelOf(paths.caseFile, from)} in the case's folder.`;
    return { ok: false, problems: [problem('file-missing', message)] };
  }
  const recipients = readOwn(paths.recipients, from);
  const read = (file: string) => readInside(paths.folder, file, from);
  const texts: CaseTexts = {
    id: paths.id,
    caseFile,
    read,
    quick,
    ...(recipients && { recipients }),
    ...(tidy && { tidy }),
    ...(copies && { copy: (file: string) => read(file)?.octets }),
  };
  if (cache !== undefined) return readCase(texts, memoryOf(paths.caseFile, cache));
  const { parseCase } = await import('../../casefile/parse.ts');
  return parseCase(texts);
}
