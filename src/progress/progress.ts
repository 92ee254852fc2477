// The whole way from a case and its record to what everybody asks: which names are transferred, which are sinkholed, which
// are late, which slipped back. Observations pass by name after name and are let go; only rows remain.
import { deadlineOf } from '../calendar/deadlines.ts';
import { expiriesOf } from '../calendar/expiries.ts';
import type { Case } from '../model/case.ts';
import { type Instant, isBefore } from '../model/instant.ts';
import type { Observation } from '../model/observation.ts';
import type { NameProgress, Progress } from '../model/progress.ts';
import type { CaseRecord } from '../model/record.ts';
import { type Compiled, type CompiledName, compile } from '../relief/compile.ts';
import { attend } from './attention.ts';
import { attendCase, attendDamage } from './case-attention.ts';
import { type Reversion, reversionsOf } from './changes.ts';
import { type DeadlineCalculator, openDeadlines } from './deadlines.ts';
import { dossierOf } from './dossier.ts';
import { type DueList, makeDueList } from './due.ts';
import { openJournal } from './journal.ts';
import { type RowNeeds, rowOf } from './name-progress.ts';
import { makeOverdueList, type OverdueList } from './overdue.ts';
import { registryFinder, registryRows, totalsOf } from './totals.ts';
import { makeWorkList, type WorkList } from './worklist.ts';

export interface ProgressQuestion {
  readonly theCase: Case;
  /** Opened at `asOf`. */
  readonly record: CaseRecord;
  readonly asOf: Instant;
  /** The calendar's, unless a test brings its own. */
  readonly deadlines?: DeadlineCalculator;
}

export function progressOf(question: ProgressQuestion): Progress {
  const { theCase, record, asOf } = question;
  const compiled = compile(theCase, asOf);
  const work = makeWorkList();
  const due = makeDueList();
  const overdue = makeOverdueList({ asOf, timeZone: theCase.court.timeZone });
  attendCase(work, { theCase, compiled, record, asOf });
  const names = rowsOf(question, compiled, { work, due, overdue });
  overdue.tell(work);
  const { damaged = [] } = record;
  attendDamage(work, damaged);
  const lastRun = record.newest;
  return {
    caseId: theCase.id,
    asOf,
    ...(lastRun === undefined ? {} : { lastRun }),
    unfinished: record.unfinished.filter(({ started }) => !isBefore(asOf, started)),
    ...(damaged.length === 0 ? {} : { damaged: [...damaged] }),
    totals: totalsOf(theCase, names),
    names,
    attention: work.lines(),
    registries: registryRows(theCase, names),
    due: due.items(),
    expiries: expiriesOf(theCase, asOf),
    paragraphs: compiled.accounts,
  };
}

interface Lists {
  readonly work: WorkList;
  readonly due: DueList;
  readonly overdue: OverdueList;
}

/** Rows are made as the record gives its names, and shown in the order of the schedules. */
function rowsOf(question: ProgressQuestion, compiled: Compiled, lists: Lists): readonly NameProgress[] {
  const make = rowMaker(question, lists);
  const rows = new Map<CompiledName, NameProgress>();
  for (const { name, observations } of question.record.latest()) {
    const row = compiled.of(name);
    if (row !== undefined && !rows.has(row)) rows.set(row, make(row, observations));
  }
  return compiled.names.map((row) => rows.get(row) ?? make(row, []));
}

function rowMaker(question: ProgressQuestion, { work, due, overdue }: Lists) {
  const { theCase, record, asOf } = question;
  const journal = openJournal(theCase, record.journal, asOf);
  const deadlines = openDeadlines({ theCase, journal, asOf, deadlines: question.deadlines ?? deadlineOf });
  const registryOf = registryFinder(theCase);
  const reader = { asOf, timeZone: theCase.court.timeZone, checked: record.newest !== undefined };
  const reversions = reversionFinder(record);
  return (compiled: CompiledName, observations: readonly Observation[]): NameProgress => {
    const { name, scheduled, coverage } = compiled;
    const under = scheduled.registrable === name ? {} : { under: scheduled.registrable };
    const dossier = dossierOf({ name, observations, journal: journal.about(name), asOf, ...under });
    const registry = registryOf(name);
    const row = rowOf({ compiled, dossier, deadlines, registry, reversions });
    if (!coverage.released) due.add(row.progress.findings, row.directed);
    overdue.add(row.progress, row.directed, registry);
    attend(work, { row: row.progress, reversions: row.reversions, registry }, reader);
    return row.progress;
  };
}

const NONE: readonly Reversion[] = [];

function reversionFinder(record: CaseRecord): RowNeeds['reversions'] {
  if (!record.hasEarlier) return () => NONE;
  return (findings, dossier) => reversionsOf(findings, dossier, record);
}
