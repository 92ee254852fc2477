// Progress turned into the rows of the documents for scripts, one function a kind of row. What is not known is `null`.

import type { Instant } from '../model/instant.ts';
import type { DueItem, Expiry } from '../model/judged/deadline.ts';
import type { DatedFinding, NameProgress, Summary, Totals } from '../model/judged/progress.ts';
import { requirementId } from '../model/judged/requirement.ts';
import type { NextStep } from '../model/letter/letter.ts';
import type { Problem } from '../model/problem.ts';
import { completionOf } from '../progress/completion.ts';
import type {
  DueRow,
  ExpiryRow,
  FindingRow,
  NameRow,
  NextStepRow,
  ProblemRow,
  StatusDocument,
  TotalsRow,
} from './documents.ts';
import { isOverdue } from './due/entries.ts';
import type { Report } from './report.ts';

/** Field by field: spreading a hundred thousand rows takes three times as long. */
export function nameRow(row: NameProgress): NameRow {
  const plain: NameRow = {
    name: row.name,
    unicode: row.unicode,
    registry: row.registry,
    schedule: row.schedule,
    line: row.line,
    action: row.action,
    released: row.released,
    transferred: row.transferred,
    sinkholed: row.sinkholed,
    done: row.done === 'met',
    doneVerdict: row.done,
    reverted: row.reverted,
    overdue: row.overdue,
    expiring: row.expiring,
    expires: row.expires ?? null,
    observedAt: row.observedAt ?? null,
    findings: row.findings.map(findingRow),
    notes: row.notes,
  };
  return row.resolvers === undefined ? plain : { ...plain, ...resolverFields(row) };
}

function findingRow(finding: DatedFinding): FindingRow {
  const { requirement, verdict, word, reason, deadline, citations } = finding;
  const { order, paragraph, relief } = requirement.clause;
  const id = requirementId(requirement);
  return { requirement: id, order, paragraph, relief, verdict, word, reason, due: deadline?.due ?? null, citations };
}

function totalsRow(totals: Totals): TotalsRow {
  return { ...totals, done: totals.done.met, doneTally: totals.done };
}

export function dueRow(due: DueItem, asOf: Instant): DueRow {
  const { deadline, unknown = 0, ...item } = due;
  return {
    ...item,
    unknown,
    due: deadline?.due ?? null,
    from: deadline?.from ?? null,
    arithmetic: deadline?.arithmetic ?? null,
    overdue: isOverdue(due, asOf),
  };
}

export function expiryRow({ what, at, arithmetic }: Expiry): ExpiryRow {
  return { what, at, arithmetic: arithmetic ?? null };
}

export function nextStepRow({ recipient, step, from, because, names, paragraphs }: NextStep): NextStepRow {
  return { recipient: recipient.id, recipientName: recipient.name, step, from, because, names, paragraphs };
}

/** Without the excerpt: a script has the file. */
export function problemRow({ code, severity, message, hint, place }: Problem): ProblemRow {
  return {
    code,
    severity,
    message,
    ...(hint === undefined ? {} : { hint }),
    ...(place === undefined ? {} : { place: { file: place.file, line: place.line, column: place.column } }),
  };
}

export function isComplete({ lastRun, unfinished, damaged = [], totals }: Summary): boolean {
  return lastRun !== undefined && unfinished.length === 0 && damaged.length === 0 && totals.neverChecked === 0;
}

type CaseHead = Pick<
  StatusDocument,
  | 'case'
  | 'title'
  | 'docket'
  | 'court'
  | 'asOf'
  | 'illustrative'
  | 'rehearsal'
  | 'complete'
  | 'lastRun'
  | 'ahead'
  | 'unfinished'
  | 'totals'
>;

/** What every document says of the case that it is about. */
export function caseHead({ theCase, progress }: Report): CaseHead {
  return {
    case: theCase.id,
    title: theCase.title,
    docket: theCase.docket,
    court: { name: theCase.court.name, timeZone: theCase.court.timeZone },
    asOf: progress.asOf,
    illustrative: theCase.illustrative,
    rehearsal: theCase.rehearsal,
    complete: isComplete(progress),
    lastRun: progress.lastRun ?? null,
    ...(progress.ahead && { ahead: progress.ahead }),
    unfinished: progress.unfinished,
    totals: totalsRow(progress.totals),
  };
}

/** No field where every resolver gives what the servers in authority give. */
export function resolverFields({
  resolvers,
}: Pick<NameProgress, 'resolvers'>): Pick<NameRow, 'resolvers' | 'resolversBy'> {
  if (resolvers === undefined) return {};
  const by = completionOf(resolvers)?.by;
  return { resolvers, ...(by === undefined ? {} : { resolversBy: by }) };
}
