// What an import has to show, to ask about and to write, whether its documents were sifted whole or a long list line by line.
import type { DoubtfulName } from '../../intake/sifted.ts';
import type { Case } from '../../model/case/case.ts';
import type { ImportEntry } from '../../model/case/import.ts';
import type { ImportedDoubt, ImportReport } from '../../reports/import/report.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Context } from '../context.ts';
import type { Answers } from './decisions.ts';
import type { Gathered } from './importing.ts';
import { type Agreed, takenOf, write } from './writing.ts';

export interface Importable {
  readonly theCase: Case;
  readonly paths: CasePaths;
  readonly digests: readonly string[];
  /** Earlier imports into the schedule. */
  readonly earlier: readonly ImportEntry[];
  readonly doubts: ReadonlyMap<ImportedDoubt, DoubtfulName>;
  report(answers: Answers): ImportReport;
  /** Comes back with the copies that are kept. */
  write(agreed: Agreed, context: Context): Promise<readonly string[]>;
}

export function importableOf(found: Gathered): Importable {
  const { theCase, paths, earlier, doubts } = found;
  return {
    ...{ theCase, paths, earlier, doubts },
    digests: found.documents.map(({ sha256 }) => sha256),
    report: (answers) => reportWith(found, answers),
    write: (agreed, context) => write(found, agreed, context),
  };
}

export function reportWith(found: Gathered, answers: Answers): ImportReport {
  const check = found.report.check.map((doubt) => {
    const answer = answers.get(doubt);
    return answer === undefined ? doubt : { ...doubt, answer };
  });
  const added = takenOf(found, answers).flatMap(({ names }) => names.map(({ name }) => name));
  return { ...found.report, check, added };
}
