// The files that a declaration rests on, each with the digest of its octets as they lie there, and the one that the record states.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { Exhibit } from '../../reports/declaration/declaration.ts';
import type { CaseReport } from '../../reports/report/case-report.ts';
import { digestOfFile } from '../../store/case/file-digest.ts';
import { MANIFEST } from '../../store/letters/issued.ts';
import type { CasePaths } from '../../store/workspace.ts';

interface ExhibitsOf {
  readonly paths: CasePaths;
  readonly theCase: Pick<Case, 'orders' | 'schedules'>;
  readonly report: Pick<CaseReport, 'method' | 'orders'>;
  readonly journal: readonly JournalEntry[];
  readonly letters: readonly IssuedLetter[];
}

type Named = Omit<Exhibit, 'sha256'>;

/** Each file once. */
export function exhibitsOf(of: ExhibitsOf): readonly Exhibit[] {
  const named = [...caseFiles(of), ...orderCopies(of), ...runFiles(of), ...letterFiles(of), ...papers(of)];
  const first = new Map(named.toReversed().map((one) => [one.file, one]));
  return [...new Set(named.map(({ file }) => file))].flatMap((file) => {
    const one = first.get(file);
    return one === undefined ? [] : [{ ...one, sha256: digestOfFile(of.paths, file) ?? null }];
  });
}

function caseFiles({ theCase, journal }: ExhibitsOf): readonly Named[] {
  return [
    { file: 'case.yaml', what: 'the case file' },
    ...theCase.schedules.map(({ id, file }) => ({ file, what: `the schedule ${id}` })),
    ...(journal.length === 0 ? [] : [{ file: 'journal.yaml', what: 'the journal' }]),
  ];
}

function orderCopies({ theCase, report }: ExhibitsOf): readonly Named[] {
  const entered = new Set(report.orders.map(({ id }) => id));
  return theCase.orders.flatMap(({ id, copy }) =>
    copy === undefined || !entered.has(id)
      ? []
      : [{ file: copy.file, what: `the copy of the order "${id}"`, stated: copy.sha256 }],
  );
}

function runFiles({ report }: ExhibitsOf): readonly Named[] {
  return report.method.runs.flatMap(({ id, evidence }) => [
    { file: `runs/${id}.yaml`, what: `run ${id}` },
    { file: `runs/${evidence.file}`, what: `what run ${id} received`, stated: evidence['sha-256'] },
  ]);
}

function letterFiles({ letters }: ExhibitsOf): readonly Named[] {
  return letters.flatMap(({ id, files }) => [
    { file: `letters/${id}/${MANIFEST}`, what: `letter ${id}, with the digests of all its files` },
    ...files
      .filter(({ file }) => file === 'letter.pdf')
      .map(({ file, 'sha-256': stated }) => ({ file: `letters/${id}/${file}`, what: `letter ${id}`, stated })),
  ]);
}

function papers({ journal }: ExhibitsOf): readonly Named[] {
  return journal.flatMap(({ at, event, evidence }) =>
    evidence === undefined
      ? []
      : [{ file: evidence.file, what: `proof of the journal's entry ${at} (${event})`, stated: evidence['sha-256'] }],
  );
}
