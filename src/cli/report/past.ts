// The past of a case for a report: the line through earlier instants, what changed since one of them, and the runs that all of
// it rests on. An instant of the past is judged as `status --as-of` judges it.
import { ORDER_TITLES } from '../../calendar/expiries.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import { sinkholeDomainsOf } from '../../model/case/sinkhole.ts';
import type { Instant } from '../../model/instant.ts';
import type { Summary, Totals } from '../../model/judged/progress.ts';
import type { CaseRecord } from '../../model/judged/record.ts';
import { marksOn, sampled, turnsOf } from '../../progress/burn-up.ts';
import { type Receive, summaryOf } from '../../progress/progress.ts';
import { openThen } from '../../progress/since.ts';
import type { HistoryPoint, ReportDocument, ReportHistory, ReportMethod } from '../../reports/documents.ts';
import type { NameRows } from '../../reports/report/case-report.ts';
import { accountsOf, factsDigest, lookupsIn } from '../../store/runs/account.ts';
import { listRuns, type RunList } from '../../store/runs/list.ts';
import { oldestEndFirst } from '../../store/runs/order.ts';
import { openRecord } from '../../store/runs/record.ts';
import { openRows } from '../../store/runs/rows.ts';
import type { Standing } from '../view.ts';

/** Names that are judged for the line, all its points together: what a person waits for. */
const MOST_JUDGED = 40_000;
const MOST_POINTS = 120;

interface Past {
  history(): ReportHistory;
  changesSince(at: Instant, rows: NameRows): NonNullable<ReportDocument['changes']>;
  method(): ReportMethod;
}

export function openPast(standing: Standing, progress: Summary): Past {
  const { paths, theCase, asOf, record } = standing;
  const listed = listRuns(paths, asOf.at);
  const { journal } = record;
  const then = (at: Instant, receive?: Receive) =>
    summaryOf({ theCase, asOf: at, record: pastRecord({ standing, listed, journal, at }) }, receive);
  return {
    history() {
      const oldestFirst = oldestEndFirst(listed.whole);
      // Where clocks went wrong, what a run saw need not be what was newest when it says that it ended.
      const asDated = listed.whole.every(({ begunAfter }) => begunAfter === undefined);
      const most = Math.min(MOST_POINTS, Math.floor(MOST_JUDGED / Math.max(1, progress.totals.listed)));
      const moments = oldestFirst.map((run) => {
        const facts = most === 0 || !asDated ? undefined : factsDigest(run);
        return { run: run.id, ended: run.foot.ended, ...(facts !== undefined && { facts }) };
      });
      const { judged, equal, leftOut } = sampled(moments, turnsOf(theCase, journal), most);
      const points = judged.map(({ run, ended }) => pointOf(then(ended).totals, { at: ended, run }));
      const now = pointOf(progress.totals, { at: asOf.at, run: null });
      return {
        points: [...points.filter((point, at) => !isSame(point, points[at - 1])), now],
        marks: marksOn({ theCase, journal, asOf: asOf.at, due: progress.due, titleOf: (kind) => ORDER_TITLES[kind] }),
        runs: moments.length,
        judged: judged.length,
        equal,
        leftOut,
      };
    },
    changesSince(at, rows) {
      const before = openThen();
      const { lastRun } = then(at, before.add);
      const changed: NonNullable<ReportDocument['changes']>['changed'][number][] = [];
      for (const row of rows) changed.push(...before.changes(row));
      return { at, run: lastRun?.id ?? null, changed };
    },
    method: () => methodOf(standing, listed),
  };
}

/** Whether something slipped back is of no interest there: nobody asks what lies before. */
function pastRecord({
  standing: { paths },
  listed,
  journal,
  at,
}: {
  readonly standing: Standing;
  readonly listed: RunList;
  readonly journal: readonly JournalEntry[];
  readonly at: Instant;
}): CaseRecord {
  return { ...openRecord({ paths, asOf: at, journal, listed }), hasEarlier: false, earlier: () => [] };
}

function pointOf(totals: Totals, of: Pick<HistoryPoint, 'at' | 'run'>): HistoryPoint {
  const { ordered, transferred, sinkholed, done } = totals;
  const counts = { transferred: transferred.met, sinkholed: sinkholed.met, done: done.met, unknown: done.unknown };
  return { ...of, ordered, ...counts };
}

function isSame(point: HistoryPoint, before: HistoryPoint | undefined): boolean {
  if (before === undefined) return false;
  return (['ordered', 'transferred', 'sinkholed', 'done', 'unknown'] as const).every(
    (key) => point[key] === before[key],
  );
}

/** What the published document says of each; keys that a laboratory trusts are the record's own business. */
function vantagesOf(all: readonly ReportMethod['vantages'][number][]): ReportMethod['vantages'] {
  const said = all.map(({ host, resolvers }) => JSON.stringify({ host, resolvers }));
  return distinct(said).map((text) => JSON.parse(text));
}

function methodOf({ theCase }: Standing, { whole }: RunList): ReportMethod {
  const accounts = accountsOf(whole).toReversed();
  const [newest] = whole;
  // The domains of sinkholes are looked up beside the names, and are none of those that the order lists.
  const beside = new Set<string>(sinkholeDomainsOf(theCase).map(({ name }) => name));
  const find = openRows();
  const runs = new Map(whole.map((run) => [run.id, run]));
  const besideIn = (id: string) => {
    const run = runs.get(id);
    return run === undefined ? 0 : [...beside].filter((name) => find(run, name) !== undefined).length;
  };
  return {
    tools: distinct(accounts.map(({ header }) => header.tool)),
    vantages: vantagesOf(accounts.map(({ header }) => header.vantage)),
    caseDigest: theCase.digest,
    lookups: newest === undefined ? [] : lookupsIn(newest, beside),
    runs: accounts.map(({ header, foot }) => ({
      id: header.id,
      started: header.started,
      ended: foot.ended,
      names: foot.names - besideIn(header.id),
      simulated: header.simulated,
      tool: header.tool,
      caseDigest: header.caseDigest,
      'sha-256': foot.digest,
      evidence: foot.evidence,
    })),
  };
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)];
}
