// Which names of a run one of several readers has, and the stretch of lines in which they stand: told by the index alone. Parted
// by where the last line of each name stands, the stretches hardly overlap, and together they are the whole run.
import type { Name } from '../../model/name.ts';
import { holds, holdsShare, isBehind, isFirst, isLast, isWhole, type Part } from '../../model/part.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { copyOf } from '../disk/json-text.ts';
import { withFile } from '../disk/open-file.ts';
import { endsIn, type LineRef } from '../run-form/name-index.ts';
import type { WholeRun } from './list.ts';
import { rowTextsOf } from './pieces.ts';

/** A name of the index until its last line has come. */
interface Awaited {
  readonly name: Name;
  readonly lastLine: number;
  /** What came of it so far. */
  seen: Observation[] | undefined;
}

export interface RunPart extends Stretch {
  /**
   * Nothing is put in or taken out while the lines pass: what a map leaves behind when it grows or shrinks would keep
   * observations in memory that are long done with.
   */
  readonly names: ReadonlyMap<string, Awaited>;
  /** Lines of other readers' names stand everywhere between: it is worth a look at the name before a line is read. */
  readonly mixed: boolean;
}

interface Stretch {
  /** The line that reading begins with; absent: the first one. */
  readonly start?: LineRef;
  /** Where the line begins behind which there is nothing for this reader; absent: it reads to the end. */
  readonly last?: number;
  /** A line on the way from whose number another reader counts. */
  readonly seam?: LineRef;
}

interface Parting {
  readonly part: Part;
  /** By its place in the run, or by its name where other runs have names as well. */
  readonly by: 'place' | 'name';
  readonly note: (reason: string) => void;
}

export function partOfRun(run: WholeRun, { part, by, note }: Parting): RunPart {
  const names = new Map<string, Awaited>();
  const edges: Edges = {};
  let others = 0;
  withFile(run.path, (handle) => {
    for (const text of rowTextsOf(run, handle)) {
      const row = endsIn(text);
      if (row === undefined) {
        note('a row of its index cannot be read');
        continue;
      }
      const share = row.last[1] / run.foot.indexAt;
      const mine = by === 'name' ? holds(part, row.name) : holdsShare(part, share);
      if (mine) {
        const name = copyOf(row.name);
        names.set(name, { name: name as Name, lastLine: row.last[1], seen: undefined });
        edges.first = earlier(edges.first, row.first);
        edges.last = later(edges.last, row.last);
        continue;
      }
      others += 1;
      if (isBehind(part, share)) edges.behind = earlier(edges.behind, row.first);
      else edges.before = later(edges.before, row.last);
    }
  });
  const mixed = by === 'name' && others > 0;
  return { names, mixed, ...(by === 'place' && !isWhole(part) && stretchOf(part, edges)) };
}

/** Where lines of this reader's names stand, and of those that the readers before it and behind it have. */
interface Edges {
  before?: LineRef;
  first?: LineRef;
  last?: LineRef;
  behind?: LineRef;
}

/** It begins no later than the one before it ends, so that a line of no name is seen by one of the two. */
function stretchOf(part: Part, { before, first, last, behind }: Edges): Stretch {
  const start = isFirst(part) || before === undefined ? undefined : earlier(first, before);
  const seam = last && behind && earlier(behind, last);
  return {
    ...(start && { start }),
    ...(!isLast(part) && { last: last?.[1] ?? start?.[1] ?? 0 }),
    ...(seam && { seam }),
  };
}

function earlier(one: LineRef | undefined, other: LineRef): LineRef {
  return one === undefined || other[1] < one[1] ? other : one;
}

function later(one: LineRef | undefined, other: LineRef): LineRef {
  return one === undefined || other[1] > one[1] ? other : one;
}
