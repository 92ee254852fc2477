// Names, one after the other: each is judged, counted, and handed on as its row. Nothing of a row is kept here; what was
// counted and gathered is plain data, so that the parts of a record can be judged apart and joined (progress.ts).
import { deadlineOf } from '../calendar/deadlines.ts';
import type { Case } from '../model/case/case.ts';
import type { Instant } from '../model/instant.ts';
import type { NameProgress } from '../model/judged/progress.ts';
import type { CaseRecord, DamagedFile } from '../model/judged/record.ts';
import type { Observation } from '../model/seen/observation.ts';
import type { Compiled, CompiledName } from '../relief/compile.ts';
import { attend } from './attention.ts';
import { nameAttender } from './case-attention.ts';
import { type Reversion, reversionsOf } from './changes.ts';
import { type DeadlineCalculator, openDeadlines } from './deadlines.ts';
import { dossierOf } from './dossier.ts';
import { openJournal } from './journal.ts';
import { type Gathered, type Lists, makeLists } from './lists.ts';
import { type RowNeeds, rowOf } from './name-progress.ts';
import { registryFinder } from './registry-rows.ts';
import { beforeIn } from './resolver-before.ts';
import { expiryWatch } from './watch.ts';
import { oursOf } from './zone-judging.ts';

export interface ProgressQuestion {
  readonly theCase: Case;
  /** Opened at `asOf`. */
  readonly record: CaseRecord;
  readonly asOf: Instant;
  /** The calendar's, unless a test brings its own. */
  readonly deadlines?: DeadlineCalculator;
}

/** Takes each row once, as soon as it is made; `at` is its place in the order of the schedules. */
export type Receive = (row: NameProgress, at: number) => void;

/** Plain data: it may come from another thread. */
export interface PartGathered extends Gathered {
  /** By the place of each name of the case: 1 for those that were judged. */
  readonly seen: Uint8Array;
  readonly damaged: readonly DamagedFile[];
}

interface Gathering {
  readonly question: ProgressQuestion;
  readonly compiled: Compiled;
  readonly receive: Receive;
}

/** The names that the record gives, as it gives them. */
export function gather({ question, compiled, receive }: Gathering): PartGathered {
  const lists = makeLists(question.theCase, question.asOf);
  const make = rowMaker({ question, compiled }, lists);
  const seen = new Uint8Array(compiled.names.length);
  for (const { name, observations } of question.record.latest()) {
    const row = compiled.of(name);
    if (row === undefined) {
      lists.sinkholes.add(name, observations);
      continue;
    }
    if (seen[row.at] === 1) continue;
    seen[row.at] = 1;
    receive(make(row, observations), row.at);
  }
  return { ...lists.gathered(), seen, damaged: damagedIn(question) };
}

/** The names that none of the parts has; mostly there are none. */
export function gatherRest(
  { question, compiled, receive }: Gathering,
  parts: readonly Pick<PartGathered, 'seen'>[],
): readonly PartGathered[] {
  const left = leftBy(compiled.names, parts);
  if (left.length === 0) return [];
  const lists = makeLists(question.theCase, question.asOf);
  const make = rowMaker({ question, compiled }, lists);
  const seen = new Uint8Array(compiled.names.length);
  for (const row of left) {
    seen[row.at] = 1;
    receive(make(row, []), row.at);
  }
  return [{ ...lists.gathered(), seen, damaged: damagedIn(question) }];
}

function leftBy(names: Compiled['names'], parts: readonly Pick<PartGathered, 'seen'>[]): Compiled['names'] {
  const seen = new Uint8Array(names.length);
  for (const part of parts)
    part.seen.forEach((one, at) => {
      if (one === 1) seen[at] = 1;
    });
  return seen.includes(0) ? names.filter(({ at }) => seen[at] === 0) : [];
}

function damagedIn({ record }: ProgressQuestion): readonly DamagedFile[] {
  return [...(record.damaged ?? [])];
}

function rowMaker({ question, compiled }: Pick<Gathering, 'question' | 'compiled'>, lists: Lists) {
  const { theCase, record, asOf } = question;
  const journal = openJournal(theCase, record.journal, asOf);
  const deadlines = openDeadlines({ theCase, journal, asOf, deadlines: question.deadlines ?? deadlineOf });
  const registryOf = registryFinder(theCase);
  const attendName = nameAttender({ theCase, compiled, record, asOf });
  const reader = { asOf, timeZone: theCase.court.timeZone, checked: record.newest !== undefined };
  const isExpiring = expiryWatch(asOf);
  const ours = oursOf(theCase);
  const ahead = record.ahead?.runs !== undefined;
  const reversions = reversionFinder(record);
  return (covered: CompiledName, observations: readonly Observation[]): NameProgress => {
    const { name, scheduled, coverage } = covered;
    const under = scheduled.registrable === name ? {} : { under: scheduled.registrable };
    const dossier = dossierOf({ name, observations, journal: journal.about(name), asOf, ahead, ...under });
    const registry = registryOf(name);
    const before = beforeIn(record, name);
    const row = rowOf({ compiled: covered, dossier, deadlines, registry, ours, isExpiring, before, reversions });
    lists.totals.add(row.progress);
    lists.registries.add(row.progress);
    if (!coverage.released) lists.due.add(row.progress.findings, row.directed);
    lists.overdue.add(row.progress, row.directed, registry);
    attendName(lists.work, covered, registry);
    attend(lists.work, { row: row.progress, reversions: row.reversions, registry }, reader);
    return row.progress;
  };
}

const NONE: readonly Reversion[] = [];

function reversionFinder(record: CaseRecord): RowNeeds['reversions'] {
  if (!record.hasEarlier) return () => NONE;
  return (findings, dossier) => reversionsOf(findings, dossier, record);
}
