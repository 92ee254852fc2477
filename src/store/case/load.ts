// A case's folder read into a Case: which octets go to the parser, and nothing of what they mean.
import { join } from 'node:path';
import type { CaseTexts } from '../../casefile/parse.ts';
import { problem } from '../../casefile/problems.ts';
import { readCase } from '../../casefile/remembered.ts';
import type { Case } from '../../model/case/case.ts';
import type { Checked, Problem } from '../../model/problem.ts';
import { type Cache, memoryOf } from '../cache/memory.ts';
import { labelOf, namesInside, readInside, readOwn, standsInstead } from '../sources.ts';
import { type CasePaths, isDeadLink } from '../workspace.ts';

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
    return { ok: false, problems: [noCaseFile(paths, from)] };
  }
  const recipients = readOwn(paths.recipients, from);
  const read = (file: string) => readInside(paths.folder, file, from);
  const texts: CaseTexts = {
    id: paths.id,
    caseFile,
    read,
    instead: (file) => (namesInside(file) ? standsInstead(join(paths.folder, file)) : undefined),
    quick,
    ...(recipients && { recipients }),
    ...(tidy && { tidy }),
    ...(copies && { copy: (file: string) => read(file)?.octets }),
  };
  if (cache !== undefined) return readCase(texts, memoryOf(paths.caseFile, cache));
  const { parseCase } = await import('../../casefile/parse.ts');
  return parseCase(texts);
}

/** A folder that is a link may lead to a disk that is not there today, which is another matter than a case without its file. */
function noCaseFile({ folder, caseFile }: CasePaths, from: string): Problem {
  if (isDeadLink(folder)) {
    return problem('not-readable', `The case's folder ${labelOf(folder, from)} is a link that leads nowhere.`);
  }
  const instead = standsInstead(caseFile);
  if (instead !== undefined) {
    return problem('not-readable', `${labelOf(caseFile, from)} is no file of the case's folder but ${instead}.`);
  }
  return problem('file-missing', `There is no file ${labelOf(caseFile, from)} in the case's folder.`);
}
