// A report made of a case, its progress and its past: every value that a format shows comes from here, so that all of them
// show the same.
import { ORDER_TITLES } from '../../calendar/expiries.ts';
import type { Case, Counsel } from '../../model/case/case.ts';
import { endsOf, enteredBy } from '../../model/case/order-ends.ts';
import { registryOperatorOf } from '../../model/case/party.ts';
import { sealInForce } from '../../model/case/seal.ts';
import { type Instant, isBefore } from '../../model/instant.ts';
import type { Problem } from '../../model/problem.ts';
import type { ReportDocument, ReportHistory, ReportMethod } from '../documents.ts';
import { marksOf } from '../heading.ts';
import type { Report } from '../report.ts';
import { caseHead, dueRow, expiryRow, problemRow } from '../rows.ts';
import type { CaseReport, NameRows } from './case-report.ts';
import { makeRegistrarTable } from './registrar-rows.ts';
import { makeRowTotals, type Selection, selectedRows } from './selection.ts';

export interface ReportParts {
  readonly report: Report;
  readonly rows: NameRows;
  readonly changes?: ReportDocument['changes'];
  readonly history: ReportHistory;
  readonly method: ReportMethod;
  /** Absent: every name is shown. */
  readonly selection?: Selection;
  /** Warnings of the case's files. */
  readonly problems: readonly Problem[];
}

export function makeReport(parts: ReportParts): CaseReport {
  const { report, changes, history, method, problems } = parts;
  const { theCase, progress } = report;
  const { asOf } = progress;
  const head = caseHead(report);
  return {
    ...head,
    court: { ...head.court, short: theCase.court.short ?? null },
    judge: theCase.judge ?? null,
    parties: { petitioner: theCase.petitioner, counsel: counselOf(theCase.counsel) },
    simulated: progress.lastRun?.simulated === true,
    marks: marksOf(report),
    seal: theCase.seal === undefined || sealInForce(theCase, asOf) === undefined ? null : { until: theCase.seal.until },
    orders: ordersOf(theCase, asOf),
    unknowns: progress.unknowns,
    attention: progress.attention,
    registries: progress.registries,
    due: progress.due.map((item) => dueRow(item, asOf)),
    expiries: progress.expiries.map(expiryRow),
    paragraphs: progress.paragraphs,
    ...(progress.sinkholes && { sinkholes: progress.sinkholes }),
    changes: changes ?? null,
    history,
    method,
    damaged: progress.damaged ?? [],
    problems: problems.map(problemRow),
    ...namesOf(parts),
  };
}

/** One way through the rows: what is counted of them, and those that are shown. */
function namesOf({ rows, selection }: ReportParts): Pick<CaseReport, 'registrars' | 'selection' | 'names'> {
  const registrars = makeRegistrarTable();
  const selected = makeRowTotals();
  for (const row of rows) {
    registrars.add(row);
    if (selection?.holds(row) === true) selected.add(row);
  }
  if (selection === undefined) return { registrars: registrars.rows(), selection: null, names: rows };
  const totals = selected.totals();
  return {
    registrars: registrars.rows(),
    selection: { where: selection.where, names: totals.listed, totals },
    names: selectedRows(rows, selection, totals.listed),
  };
}

/** What the registry of each id is called. */
export function registryTitles({ recipients }: Pick<Case, 'recipients'>): ReadonlyMap<string, string> {
  return new Map(
    recipients
      .filter((one) => one.tlds.some((tld) => registryOperatorOf(recipients, tld)?.id === one.id))
      .map(({ id, name }) => [id, name]),
  );
}

function ordersOf(theCase: Case, asOf: Instant): CaseReport['orders'] {
  const entered = enteredBy(theCase.orders, asOf);
  const ends = endsOf(entered);
  return entered.map(({ id, kind, docketEntry, entered: at, paragraphs }) => {
    const expires = ends.get(id)?.at;
    return {
      id,
      kind,
      title: ORDER_TITLES[kind],
      docketEntry: docketEntry ?? null,
      entered: at,
      expires: expires ?? null,
      inForce: expires === undefined || isBefore(asOf, expires),
      paragraphs: paragraphs.length,
    };
  });
}

function counselOf(counsel: Counsel | undefined): CaseReport['parties']['counsel'] {
  if (counsel === undefined) return null;
  const { name = null, firm = null, address, email = null, phone = null } = counsel;
  return { name, firm, address, email, phone };
}
