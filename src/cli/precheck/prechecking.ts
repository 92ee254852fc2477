// A look before service: the run, and the table that is made of it. The table of a run is the same whenever it is made, as long as
// the case and what else it is compared with stay as they were.
import { loadSuffixes } from '../../casefile/suffixes.ts';
import { sealInForce } from '../../model/case/seal.ts';
import type { Sinkhole } from '../../model/case/sinkhole.ts';
import { END_OF_TIME } from '../../model/instant.ts';
import type { Precheck } from '../../model/judged/precheck.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import type { Name } from '../../model/name.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { precheckOf, termsAt } from '../../precheck/precheck.ts';
import { compile } from '../../relief/compile.ts';
import { sinkholeFinder } from '../../relief/sinkholes-of.ts';
import { listRuns, summaryIn } from '../../store/runs/list.ts';
import { openRecord } from '../../store/runs/record.ts';
import type { CasePaths, Workspace } from '../../store/workspace.ts';
import type { PrecheckTerms } from '../../sweep/plan-precheck.ts';
import type { Asking } from '../network.ts';
import type { LoadedCase } from '../workspace.ts';
import { otherCases } from './other-cases.ts';

/** Sixteen questions a name at every address of every server: beyond this many names a sample is asked. */
const MOST_READIED = 2000;

interface Terms {
  readonly openly: boolean;
  /** How many names the sinkholes are asked about; absent: all, or as many as is decent. */
  readonly sample?: number | 'all';
}

export function precheckTerms(loaded: LoadedCase, asking: Asking, { openly, sample }: Terms): PrecheckTerms {
  const { theCase } = loaded;
  const now = asking.context.clock.now();
  if (openly && sealInForce(theCase, now) !== undefined) {
    throw new TakedownError('guard', {
      code: 'openly-under-seal',
      message: `The case ${theCase.id} is sealed: nobody is asked whom the defendants can watch.`,
      hint: 'Leave --openly out. What a seal lets be asked stands in case.yaml: takedown explain seal',
    });
  }
  const compiled = compile(theCase, termsAt(theCase, now).at);
  const sinkholesOf = sinkholeFinder(theCase);
  const of = (name: Name): readonly Sinkhole[] => {
    const row = compiled.of(name);
    return row === undefined || row.coverage.released ? [] : sinkholesOf(row.coverage);
  };
  const ordered = compiled.names.flatMap(({ name }) => (of(name).length === 0 ? [] : [name]));
  const chosen = spread(ordered, sample === 'all' ? ordered.length : (sample ?? MOST_READIED));
  return {
    openly,
    readied: (name) => chosen.has(name),
    servers(name) {
      const all = of(name);
      const glue = Object.assign({}, ...all.map((one) => one.glue ?? {}));
      return { nameServers: [...new Set(all.flatMap(({ nameServers }) => nameServers))], glue };
    },
  };
}

/** Evenly over the list, so that each schedule and each registry has its part; the same names each time. */
function spread(names: readonly Name[], most: number): ReadonlySet<Name> {
  if (names.length <= most) return new Set(names);
  return new Set(Array.from({ length: most }, (_, at) => names[Math.floor((at * names.length) / most)] as Name));
}

/** The newest look before service on record. */
export function newestPrecheck(paths: CasePaths): RunSummary | undefined {
  for (const run of listRuns(paths, END_OF_TIME).whole) {
    const summary = summaryIn(run);
    if (summary?.purpose === 'precheck') return summary;
  }
  return undefined;
}

interface TableOf {
  readonly workspace: Workspace;
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly run: RunSummary;
  /** The working folder. */
  readonly from: string;
}

export async function precheckTable({ workspace, paths, loaded, run, from }: TableOf): Promise<Precheck> {
  const asOf = run.ended;
  const record = openRecord({ paths, asOf, journal: [] });
  const beside = await otherCases({ workspace, paths, loaded, asOf, from });
  const { standing } = await loadSuffixes();
  return precheckOf({ theCase: loaded.theCase, latest: record.latest, run, standingOf: standing, ...beside });
}
