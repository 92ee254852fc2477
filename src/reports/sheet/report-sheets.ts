// The sheets of a report: summary, names, findings, and the rest of the model, a table each. Of several cases each row says which
// case it is of.
import type { CaseReport, Reports } from '../report/case-report.ts';
import { type CellValue, NAME_COLUMNS } from '../report/name-columns.ts';
import {
  ATTENTION,
  CASE,
  CHANGES,
  type Columns,
  DUE,
  FINDINGS,
  MARKS,
  POINTS,
  REGISTRARS,
  REGISTRIES,
  RUNS,
  SUMMARY,
  TALLIES,
} from './columns.ts';
import { attentionOf, changesOf, dueOf, findingsOf, marksOf, pointsOf, runsOf } from './rows.ts';
import { MOST_ROWS, type Sheet, type SheetColumn } from './sheet.ts';
import { summaryRows } from './summary.ts';
import { registrarRows, registryRows } from './tally-sheets.ts';

export function reportSheets(reports: Reports): readonly Sheet[] {
  const { cases } = reports;
  const each = (of: (report: CaseReport) => Iterable<readonly CellValue[]>) => withCase(cases, of);
  const changed = cases.some(({ changes }) => changes !== null);
  return [
    { title: 'Summary', columns: columnsOf(SUMMARY), rows: summaryRows(reports), table: false },
    ...sheetsOf('Names', NAME_COLUMNS.map(sheetColumn), namesOf(cases)),
    ...sheetsOf('Findings', columnsOf([CASE, ...FINDINGS]), withCase(cases, findingsOf, atMost)),
    ...sheetsOf('Attention', columnsOf([CASE, ...ATTENTION]), each(attentionOf)),
    ...sheetsOf('By registry', columnsOf([CASE, ...REGISTRIES, ...TALLIES]), each(registryRows)),
    ...sheetsOf('By registrar', columnsOf([CASE, ...REGISTRARS, ...TALLIES]), each(registrarRows)),
    ...sheetsOf('Due', columnsOf([CASE, ...DUE]), each(dueOf)),
    ...(changed ? sheetsOf('Changes', columnsOf([CASE, ...CHANGES]), each(changesOf)) : []),
    ...sheetsOf('Over time', columnsOf([CASE, ...POINTS]), each(pointsOf)),
    ...sheetsOf('Marks', columnsOf([CASE, ...MARKS]), each(marksOf)),
    ...sheetsOf('Runs', columnsOf([CASE, ...RUNS]), each(runsOf)),
  ];
}

function columnsOf(columns: Columns): readonly SheetColumn[] {
  return columns.map(([title, width, kind = 'text']) => ({ title, width, kind }));
}

function sheetColumn({ title, width, kind }: (typeof NAME_COLUMNS)[number]): SheetColumn {
  return { title, width, kind: kind === 'flag' ? 'text' : kind };
}

/** A sheet that would be too long goes on in a second one. The rows are gone through once, by the sheets in turn. */
function sheetsOf(title: string, columns: readonly SheetColumn[], rows: Counted): readonly Sheet[] {
  const sheets = Math.max(1, Math.ceil(rows.length / MOST_ROWS));
  return Array.from({ length: sheets }, (_, at) => ({
    title: at === 0 ? title : `${title} (${at + 1})`,
    columns,
    rows: {
      [Symbol.iterator]: () => slice(rows, at * MOST_ROWS, at === sheets - 1 ? undefined : (at + 1) * MOST_ROWS),
    },
    table: true,
  }));
}

interface Counted extends Iterable<readonly CellValue[]> {
  readonly length: number;
}

function* slice<T>(rows: Iterable<T>, from: number, to = Number.POSITIVE_INFINITY): Generator<T> {
  let at = 0;
  for (const row of rows) {
    if (at >= to) return;
    if (at >= from) yield row;
    at += 1;
  }
}

/** `atMost`: more rows than that there are not; they are only counted where that would be too many for a sheet. */
function withCase(
  cases: readonly CaseReport[],
  of: (report: CaseReport) => Iterable<readonly CellValue[]>,
  atMost: (report: CaseReport) => number = () => Number.POSITIVE_INFINITY,
): Counted {
  function* rows(): Generator<readonly CellValue[]> {
    for (const report of cases) for (const row of of(report)) yield [report.case, ...row];
  }
  let length = cases.reduce((sum, report) => sum + atMost(report), 0);
  if (length > MOST_ROWS) {
    length = 0;
    for (const _ of rows()) length += 1;
  }
  return { length, [Symbol.iterator]: rows };
}

/** A finding a requirement. */
function atMost({ paragraphs }: CaseReport): number {
  return paragraphs.reduce((sum, { requirements }) => sum + requirements, 0);
}

function namesOf(cases: readonly CaseReport[]): Counted {
  return {
    length: cases.reduce((sum, { names }) => sum + names.length, 0),
    *[Symbol.iterator]() {
      for (const report of cases) {
        for (const row of report.names)
          yield NAME_COLUMNS.map((column) => column.of(row, report) ?? column.absent?.(row, report) ?? null);
      }
    },
  };
}
