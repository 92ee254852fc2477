// A report of the hand-built case of support.ts, for the formats.
import type { NameProgress } from '../../src/model/judged/progress.ts';
import type { ReportHistory, ReportMethod } from '../../src/reports/documents.ts';
import { openKeeper } from '../../src/reports/kept/keep.ts';
import type { CaseReport, Reports } from '../../src/reports/report/case-report.ts';
import { makeReport, type ReportParts } from '../../src/reports/report/make-report.ts';
import { reportRows } from '../../src/reports/report/report-rows.ts';
import { name } from '../support/values.ts';
import { CASE, PROGRESS } from './support.ts';

const SHA = 'a'.repeat(64);

export const HISTORY: ReportHistory = {
  points: [
    {
      at: '2019-03-16T14:15:41Z',
      run: '20190316T141502Z-0001',
      ordered: 99,
      transferred: 10,
      sinkholed: 20,
      done: 8,
      unknown: 3,
    },
    { at: '2019-03-18T14:20:00Z', run: null, ordered: 99, transferred: 76, sinkholed: 85, done: 72, unknown: 12 },
  ],
  marks: [
    { at: '2019-03-15T20:00:00Z', kind: 'order-entered', text: 'temporary restraining order (tro)' },
    { at: '2019-03-20T21:00:00Z', kind: 'due', text: 'Afilias USA, Inc.' },
  ],
  runs: 3,
  judged: 2,
  equal: 1,
  leftOut: 0,
};

export const METHOD: ReportMethod = {
  tools: ['takedown 0.1.0'],
  vantages: [{ host: 'ops-1', resolvers: ['9.9.9.9'] }],
  caseDigest: SHA,
  lookups: [{ lookup: 'rdap-registry', names: 98 }],
  runs: [
    {
      id: '20190318T141502Z-7f3a',
      started: '2019-03-18T14:15:02Z',
      ended: '2019-03-18T14:15:41Z',
      names: 98,
      simulated: false,
      tool: 'takedown 0.1.0',
      caseDigest: SHA,
      'sha-256': SHA,
      evidence: { file: '20190318T141502Z-7f3a.warc.gz', 'sha-256': SHA, length: 4711 },
    },
  ],
};

const ONLINENIC = { registered: 'registered', registrar: { name: 'OnlineNIC, Inc.', ianaId: 82 } } as const;
const MARKMONITOR = { registered: 'registered', registrar: { name: 'MarkMonitor Inc.', ianaId: 292 } } as const;

/** With a registrar, where one was seen. */
export const ROWS: readonly NameProgress[] = PROGRESS.names.map((row) => {
  if (row.transferred === 'unknown') return row;
  const seen = row.transferred === 'met' ? MARKMONITOR : ONLINENIC;
  return { ...row, seen: { ...seen, nameServers: [name('ns1.sinkhole.example')] } };
});

export function caseReport(
  wish: Partial<Omit<ReportParts, 'rows'>> = {},
  rows: readonly NameProgress[] = ROWS,
): CaseReport {
  const keeper = openKeeper(rows.length);
  for (const [at, row] of [...rows.entries()].toReversed()) keeper.add(row, at);
  const kept = reportRows({ parts: [keeper.kept()], titles: new Map([['verisign', 'VeriSign, Inc.']]) });
  const report = { theCase: CASE, progress: PROGRESS };
  return makeReport({ report, rows: kept, history: HISTORY, method: METHOD, problems: [], ...wish });
}

export function reportsOf(...cases: readonly CaseReport[]): Reports {
  return { toolVersion: '0.1.0', cases, all: cases.length !== 1, unread: [] };
}
