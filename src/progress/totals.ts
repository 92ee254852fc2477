// The counts. They add up to the names listed, always: each name is counted once under each question.
import type { Case } from '../model/case/case.ts';
import type { NameProgress, Totals, WordCount } from '../model/judged/progress.ts';
import { byCodeUnit } from '../model/name.ts';
import { addTally, addVerdict, type Counting, noneYet } from './tally.ts';

export interface TotalsList {
  /** Once a name. */
  add(row: NameProgress): void;
  /** What another list has counted of other names. */
  absorb(counted: Counted): void;
  counted(): Counted;
  totals(): Totals;
  /** Most names first. */
  unknowns(): readonly WordCount[];
}

/** Plain data: it may come from another thread. */
export interface Counted {
  readonly totals: Totals;
  readonly unknowns: readonly WordCount[];
}

interface Counts extends Totals {
  listed: number;
  released: number;
  reverted: number;
  overdue: number;
  expiring: number;
  neverChecked: number;
  readonly transferred: Counting;
  readonly sinkholed: Counting;
  readonly done: Counting;
}

export function makeTotals(theCase: Case): TotalsList {
  const counts = noCounts();
  const words = new Map<string, number>();
  const totals = (): Totals => ({ ...counts, ordered: counts.listed + notListed(theCase) });
  const unknowns = () => [...words].map(([word, names]) => ({ word, names })).sort(mostFirst);
  return {
    add(row) {
      addRow(counts, row);
      if (!row.released) addWords(words, row);
    },
    absorb(counted) {
      addTotals(counts, counted.totals);
      for (const { word, names } of counted.unknowns) words.set(word, (words.get(word) ?? 0) + names);
    },
    counted: () => ({ totals: totals(), unknowns: unknowns() }),
    totals,
    unknowns,
  };
}

function noCounts(): Counts {
  return {
    ordered: 0,
    listed: 0,
    transferred: noneYet(),
    sinkholed: noneYet(),
    done: noneYet(),
    released: 0,
    reverted: 0,
    overdue: 0,
    expiring: 0,
    neverChecked: 0,
  };
}

function addRow(counts: Counts, row: NameProgress): void {
  counts.listed += 1;
  if (row.observedAt === undefined) counts.neverChecked += 1;
  if (row.released) {
    counts.released += 1;
    return;
  }
  addVerdict(counts.transferred, row.transferred);
  addVerdict(counts.sinkholed, row.sinkholed);
  addVerdict(counts.done, row.done);
  if (row.reverted) counts.reverted += 1;
  if (row.overdue) counts.overdue += 1;
  if (row.expiring) counts.expiring += 1;
}

/** Each word once a name. */
function addWords(words: Map<string, number>, { findings }: NameProgress): void {
  for (const one of findings) {
    if (one.verdict !== 'unknown') continue;
    const first = findings.find(({ verdict, word }) => verdict === 'unknown' && word === one.word);
    if (first === one) words.set(one.word, (words.get(one.word) ?? 0) + 1);
  }
}

function addTotals(counts: Counts, more: Totals): void {
  counts.listed += more.listed;
  counts.released += more.released;
  counts.reverted += more.reverted;
  counts.overdue += more.overdue;
  counts.expiring += more.expiring;
  counts.neverChecked += more.neverChecked;
  addTally(counts.transferred, more.transferred);
  addTally(counts.sinkholed, more.sinkholed);
  addTally(counts.done, more.done);
}

/** How many more names the order states than its schedules list; negative when it states fewer. */
function notListed({ schedules }: Case): number {
  return schedules.reduce((sum, { statedCount, names }) => sum + ((statedCount ?? names.length) - names.length), 0);
}

function mostFirst(a: WordCount, b: WordCount): number {
  return b.names - a.names || byCodeUnit(a.word, b.word);
}
