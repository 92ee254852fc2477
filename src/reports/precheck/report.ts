// What the formats of a look before service are made of.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { Precheck, PrecheckFinding, PrecheckRow } from '../../model/judged/precheck.ts';
import { PRECHECK_ORDER } from '../../precheck/words.ts';

export interface PrecheckReport {
  readonly theCase: Case;
  readonly table: Precheck;
  /** The entry of the journal, where somebody answers for it. */
  readonly signed?: JournalEntry;
}

export interface WordGroup {
  readonly word: string;
  readonly severity: PrecheckFinding['severity'];
  readonly names: readonly { readonly row: PrecheckRow; readonly finding: PrecheckFinding }[];
}

/** The findings of names by their word, in the order of the words; each name once a word. */
export function groupsOf({ names }: Pick<Precheck, 'names'>): readonly WordGroup[] {
  const groups = new Map<string, { row: PrecheckRow; finding: PrecheckFinding }[]>();
  for (const row of names) {
    for (const finding of row.findings) {
      const group = groups.get(finding.word) ?? [];
      groups.set(finding.word, group);
      if (group.at(-1)?.row !== row) group.push({ row, finding });
    }
  }
  return PRECHECK_ORDER.flatMap((word) => {
    const of = groups.get(word);
    const severity = of?.[0]?.finding.severity;
    return of === undefined || severity === undefined ? [] : [{ word, severity, names: of }];
  });
}

/** `REHEARSAL`, `SIMULATED NETWORK`, `illustrative`: words that every output of such a case carries. */
export function precheckMarks({ theCase, table }: PrecheckReport): readonly string[] {
  const marks: string[] = [];
  if (theCase.rehearsal) marks.push('REHEARSAL');
  else if (table.run.simulated) marks.push('SIMULATED NETWORK');
  if (theCase.illustrative) marks.push('illustrative');
  return marks;
}

export const SINKHOLE_WORDS = {
  ready: 'ready',
  'not-ready': 'not ready',
  unknown: 'unknown',
  'not-asked': 'not asked',
  'not-ordered': 'not ordered',
} as const;
