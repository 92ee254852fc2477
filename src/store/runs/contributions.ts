// What each run contributes to the newest sight of the names, where one does not say it all: told by feet and indexes, without a
// look at the lines.

import { holds, type Part } from '../../model/part.ts';
import type { LookupKind } from '../../model/seen/observation.ts';
import { withFile } from '../disk/open-file.ts';
import { INDEX, type IndexRow, nameIn, parseRow } from '../run-form/name-index.ts';
import { noteDamage } from './damage.ts';
import type { WholeRun } from './list.ts';
import { isAsWritten, rowTextsOf } from './pieces.ts';
import { CHECKED_FIRST, type Reading } from './stream.ts';

/** What a run contributes: all of it, or of some names some lookups. */
export interface Share {
  readonly run: WholeRun;
  readonly size: number;
  readonly takes?: ReadonlyMap<string, Take>;
}

interface Take {
  readonly row: IndexRow;
  readonly lookups: readonly LookupKind[];
}

/**
 * Runs that asked the same as a newer one contribute nothing; most often there is one share. In a year of runs that each asked
 * a part, most have nothing that newer ones lack: of those the index alone is looked at.
 */
export function sharesOf(runs: readonly WholeRun[], reading: Reading): readonly Share[] {
  const at = runs.findIndex((run) => isSound(run, reading));
  const newest = runs[at];
  if (newest === undefined) return [];
  const known: Known = { known: new Map(), lists: new Map(), part: reading.part };
  const covered = new Set([newest.foot.covers]);
  const shares: Share[] = [];
  for (const run of runs.slice(at + 1)) {
    if (covered.has(run.foot.covers)) continue;
    // Until another run asked something else, nobody needs to know what the newest one has.
    if (shares.length === 0) shares.push(taken(shareOf(newest, known, true), known));
    const share = shareOf(run, known);
    const contributes = share.takes.size > 0;
    if (contributes && !isSound(run, reading)) continue;
    if (contributes) shares.push(taken(share, known));
    covered.add(run.foot.covers);
  }
  return shares.length > 1 ? shares.filter(({ size }) => size > 0) : [{ run: newest, size: newest.foot.names }];
}

function isSound(run: WholeRun, { damaged }: Reading): boolean {
  if (run.size > CHECKED_FIRST || isAsWritten(run)) return true;
  noteDamage(damaged, run, 'the text differs from the digest that it states');
  return false;
}

interface Known {
  /** Lookups that newer runs have, by name. */
  readonly known: Map<string, Set<LookupKind>>;
  /** Lists of lookups as rows have them in their text: most rows have one of a few. */
  readonly lists: Map<string, readonly LookupKind[]>;
  readonly part: Part;
}

/** What is seen before service counts in the run that saw it: no later status has to go back for it. */
const OF_ITS_RUN: ReadonlySet<LookupKind> = new Set(['sinkhole']);

type Taking = Share & { readonly takes: ReadonlyMap<string, Take> };

/** What the run has and newer ones lack; it is not known to be sound yet. */
function shareOf(run: WholeRun, { known, lists, part }: Known, isNewest = false): Taking {
  const takes = new Map<string, Take>();
  withRows(run, (text) => {
    const name = nameIn(text);
    if (name !== undefined && !holds(part, name)) return;
    const before = name === undefined ? undefined : known.get(name);
    if (before !== undefined && lists.get(listIn(text))?.every((lookup) => before.has(lookup))) return;
    const row = parseRow(text);
    if (row === undefined || !holds(part, row.name)) return;
    lists.set(listIn(text), row.lookups);
    const counts = (lookup: LookupKind): boolean => isNewest || !OF_ITS_RUN.has(lookup);
    const lookups = row.lookups.filter((one) => counts(one) && known.get(row.name)?.has(one) !== true);
    if (lookups.length > 0) takes.set(row.name, { row, lookups });
  });
  return { run, size: takes.size, takes };
}

function taken(share: Taking, { known }: Known): Share {
  for (const [name, { lookups }] of share.takes) known.set(name, new Set([...(known.get(name) ?? []), ...lookups]));
  return share;
}

/** A small index came with the foot of its run. */
function withRows(run: WholeRun, each: (text: string) => void): void {
  if (run.index !== undefined) {
    for (const text of run.index.toString('latin1').slice(INDEX.length).split('\n')) {
      if (!text.startsWith('- ')) return;
      each(text);
    }
    return;
  }
  withFile(run.path, (handle) => {
    for (const text of rowTextsOf(run, handle)) each(text);
  });
}

function listIn(text: string): string {
  const from = text.indexOf(LISTED);
  return from < 0 ? '' : text.slice(from, text.indexOf(']', from));
}

const LISTED = '"lookups":[';
