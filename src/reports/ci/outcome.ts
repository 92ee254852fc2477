// What a test of a CI system is here: one requirement of one name. How it comes out, and under which name, so that the same
// test has the same name in every shard and every run. Pure.
import { type Instant, isBefore, parseInstant } from '../../model/instant.ts';
import type { NameRow } from '../documents.ts';

type CiOutcome = 'passed' | 'waiting' | 'failed' | 'skipped' | 'error';

/** Whether what is unknown only shows as skipped, or counts as an error. */
export type UnknownAs = 'skipped' | 'error';

export interface CiTest {
  /** `outlook-verify.net: tro/2(b)/resolves-to` */
  readonly name: string;
  /** The kind of relief. */
  readonly group: string;
  readonly outcome: CiOutcome;
  readonly word: string;
  /** One sentence, from outside in part. */
  readonly reason: string;
}

interface CiTestsOf {
  readonly asOf: Instant;
  readonly unknownAs: UnknownAs;
}

/** A name that nothing is asked of has a test too, since no name gets lost. */
export function* testsOf(rows: Iterable<NameRow>, terms: CiTestsOf): Iterable<CiTest> {
  for (const row of rows) {
    if (row.findings.length === 0) {
      const [word, reason] = row.released
        ? ['released', 'a later order released the name']
        : ['not-ordered', 'no order in force asks anything of the name'];
      yield { name: row.name, group: 'none', outcome: 'skipped', word, reason };
    }
    for (const finding of row.findings) {
      const { requirement, relief, word, reason } = finding;
      const clause = requirement.slice(0, -row.name.length - 1);
      yield { name: `${row.name}: ${clause}`, group: relief, outcome: outcomeOf(row, finding, terms), word, reason };
    }
  }
}

/** What slipped back fails whatever its deadline says: it had been done. */
function outcomeOf(row: NameRow, finding: NameRow['findings'][number], { asOf, unknownAs }: CiTestsOf): CiOutcome {
  if (finding.verdict === 'met') return 'passed';
  if (finding.verdict === 'unknown') return unknownAs;
  const due = finding.due === null ? undefined : parseInstant(finding.due);
  return row.reverted || (due !== undefined && isBefore(due, asOf)) ? 'failed' : 'waiting';
}
