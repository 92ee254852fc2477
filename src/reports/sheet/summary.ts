// The first sheet: which case, how real it is, as of when, and the totals, in cells that can be computed with.
import type { TotalsRow } from '../documents.ts';
import type { CaseReport, Reports } from '../report/case-report.ts';
import type { CellValue } from '../report/name-columns.ts';
import {
  CLOCK_WORDS,
  courtText,
  furtherTotals,
  historyWords,
  selectionWords,
  TOTAL_TITLES,
  totalRows,
  utcText,
} from '../report/report-words.ts';
import { lastCheckedWords, wordWords } from '../say.ts';
import { ALL_FINDINGS_UP_TO } from './rows.ts';

type Row = readonly CellValue[];

export function summaryRows({ cases, unread, toolVersion }: Reports): readonly Row[] {
  return [
    ...cases.flatMap((report) => [...caseRows(report), []]),
    ...unread.map(
      ({ case: id, problems }): Row => [id, 'could not be read', problems.map(({ message }) => message).join(' ')],
    ),
    ['Made by', `takedown ${toolVersion}`],
  ];
}

function* caseRows(report: CaseReport): Iterable<Row> {
  yield* headRows(report);
  yield [];
  yield* totalsRows('Totals', report.totals);
  for (const [word, number] of furtherTotals(report)) yield [word, number];
  const selection = selectionWords(report);
  if (selection !== undefined && report.selection !== null) {
    yield [];
    yield ['Selection', selection];
    yield* totalsRows('Of the selection', report.selection.totals);
  }
  yield [];
  for (const { word, names } of report.unknowns) yield [`unknown: ${wordWords(word)}`, names];
  yield ['Over time', historyWords(report)];
  yield ['Clock', CLOCK_WORDS];
  for (const { host, resolvers } of report.method.vantages) yield ['Asked from', host, ...resolvers];
  if (report.names.length > ALL_FINDINGS_UP_TO)
    yield ['Findings', 'Only those that are not met have a row: the case has too many names.'];
}

function* headRows(report: CaseReport): Iterable<Row> {
  const { title, marks, docket, court, parties, orders, asOf, seal } = report;
  yield [report.case, title];
  if (marks.length > 0) yield ['', marks.join(' · ')];
  yield ['Docket', docket];
  yield ['Court', court.name];
  yield ['Petitioner', parties.petitioner.name];
  for (const order of orders) {
    const state = order.inForce ? 'in force' : 'no longer in force';
    yield ['Order', `${order.title} (${order.id}), entered ${courtText(order.entered, report)}, ${state}`];
  }
  yield ['As of', utcText(asOf)];
  yield ['Last checked', lastCheckedWords(report, utcText) ?? 'never'];
  if (seal !== null) yield ['UNDER SEAL', `until ${courtText(seal.until, report)}`];
}

function* totalsRows(label: string, totals: TotalsRow): Iterable<Row> {
  const keys = Object.keys(TOTAL_TITLES) as (keyof typeof TOTAL_TITLES)[];
  yield [label, ...keys.map((key) => TOTAL_TITLES[key])];
  for (const row of totalRows(totals)) yield [row.facet, ...keys.map((key) => row[key])];
}
