// Shards joined to one run of the case that they are about: found, examined octet by octet, held against each other and
// against the case, and written. What is wrong is told all at once.
import { relative } from 'node:path';
import { sinkholeDomainsOf } from '../../model/case/sinkhole.ts';
import { END_OF_TIME, earlier, later } from '../../model/instant.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import { LOOKUP_KINDS, type LookupKind } from '../../model/seen/observation.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { mergeRun } from '../../store/append/merge.ts';
import { type MergeRefusal, mergeRefusals, missingOf, type ShardStated } from '../../store/append/merge-refusals.ts';
import { type AmongRuns, amongRuns } from '../../store/append/resting.ts';
import { examineRun } from '../../store/examine/run.ts';
import type { Merged } from '../../store/run-form/head-shards.ts';
import { listRuns, wholeRunIn } from '../../store/runs/list.ts';
import { eachRowIn } from '../../store/runs/pieces.ts';
import { joinedIn, type ShardFound } from '../../store/runs/shards.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Context } from '../context.ts';
import { machineFor } from '../lock-holder.ts';
import { VERSION } from '../version.ts';
import type { LoadedCase } from '../workspace.ts';
import { missingAnswers } from './missing-answers.ts';

interface MergeOrder {
  readonly paths: CasePaths;
  readonly loaded: LoadedCase;
  readonly shards: readonly ShardFound[];
  readonly allowMissing: boolean;
  readonly context: Context;
}

export interface MergeDone {
  readonly run: RunSummary;
  readonly already: boolean;
  readonly joined: number;
  readonly of: number;
}

export function carryOutMerge(order: MergeOrder): MergeDone {
  const { paths, loaded, context, allowMissing } = order;
  const found = notJoinedYet(order).toSorted((a, b) => a.shard.number - b.shard.number);
  refuseDamaged(order, found);
  const stated = found.map((one) => statedBy(one, context));
  const [first, ...rest] = stated;
  const [one, ...others] = found;
  if (first === undefined || one === undefined) throw refused([{ code: 'no-shards', message: 'There is no shard.' }]);
  const shards: readonly [ShardStated, ...ShardStated[]] = [first, ...rest];
  const { theCase } = loaded;
  const listed = theCase.schedules.flatMap((schedule) => schedule.names.map(({ name }) => name));
  const names = new Set([...listed, ...sinkholeDomainsOf(theCase).map(({ name }) => name)]);
  const tool = `takedown ${VERSION}`;
  const about = { id: theCase.id, digest: theCase.digest, names };
  const refusals = mergeRefusals({ shards, theCase: about, tool, allowMissing });
  if (refusals.length > 0) throw refused(refusals);
  const missing = missingOf(shards);
  const merged = mergedOf(found, missing);
  const started = found.map(({ header }) => header.started).reduce(earlier);
  const ended = found.map(({ foot }) => foot.ended).reduce(later);
  const outcome = mergeRun({
    paths,
    shards: [one, ...others],
    header: {
      caseDigest: theCase.digest,
      tool,
      started,
      simulated: one.header.simulated,
      vantage: vantageOf(found),
      ...joinedAmong(found, amongRuns(paths, theCase, started)),
      merged,
    },
    unasked: missingAnswers({ theCase, started, ended, missing, of: one.shard.of, kinds: kindsIn(stated) }),
    machine: machineFor(context),
  });
  if (outcome.done) return { run: outcome.run, already: outcome.already, joined: found.length, of: one.shard.of };
  throw new TakedownError('guard', {
    code: 'merge-held',
    message: 'Another process joins these shards.',
    hint: `If that process is gone, remove ${outcome.file}`,
  });
}

/** Of the runs that lie there now some came after the shards: it was begun after those that were there before each of them. */
function joinedAmong(shards: readonly ShardFound[], { restsOn }: AmongRuns): AmongRuns {
  const [first, ...others] = shards.map(({ header }) => new Set(header.begunAfter));
  const begunAfter = [...(first ?? [])].filter((id) => others.every((other) => other.has(id)));
  return { restsOn, ...(begunAfter.length > 0 && { begunAfter }) };
}

/** Last night's shards may still lie there. Those of a whole run are done with, unless nothing else is meant. */
function notJoinedYet({ paths, shards }: MergeOrder): readonly ShardFound[] {
  const runs = joinedIn(listRuns(paths, END_OF_TIME).whole).filter(({ whole }) => whole);
  const left = shards.filter(({ header }) => !runs.some((run) => run.shards.has(header.id)));
  return left.length === 0 ? shards : left;
}

function refuseDamaged({ paths, context }: MergeOrder, shards: readonly ShardFound[]): void {
  const refusals: MergeRefusal[] = [];
  for (const { header, folder, path } of shards) {
    if (header.caseId !== paths.id) continue;
    for (const examined of examineRun({ ...paths, runs: folder }, header.id)) {
      if (examined.is !== 'finding') continue;
      const { file, line, what } = examined.finding;
      const place = line === undefined ? '' : ` (${file}, line ${line})`;
      refusals.push({ code: 'damaged-shard', message: `${relative(context.folder, path)}: ${what}${place}.` });
    }
  }
  if (refusals.length > 0) throw refused(refusals.slice(0, MOST_TOLD));
}

const MOST_TOLD = 20;

function refused(refusals: readonly MergeRefusal[]): TakedownError {
  return new TakedownError('guard', {
    code: refusals[0]?.code ?? 'not-joined',
    message: ['The shards were not joined.', ...refusals.map(({ message }) => message)].join('\n'),
  });
}

interface Stated extends ShardStated {
  readonly kinds: ReadonlySet<LookupKind>;
}

/** Of its index the names and no more: together the shards are a whole run. */
function statedBy({ header, shard, path, folder, foot }: ShardFound, { folder: from }: Context): Stated {
  const run = wholeRunIn(folder, header.id);
  const names: string[] = [];
  const kinds = new Set<LookupKind>();
  if (run !== undefined) {
    eachRowIn(run, (row) => {
      names.push(row.name);
      for (const kind of row.lookups) kinds.add(kind);
    });
  }
  return { header, shard, path: relative(from, path), counted: foot.names, names, kinds };
}

function kindsIn(shards: readonly Stated[]): readonly LookupKind[] {
  return LOOKUP_KINDS.filter((kind) => shards.some(({ kinds }) => kinds.has(kind)));
}

function mergedOf(shards: readonly ShardFound[], missing: readonly number[]): Merged {
  const of = shards[0]?.shard.of ?? 0;
  return {
    of,
    missing,
    shards: shards.map(({ header, shard, foot }) => ({
      number: shard.number,
      id: header.id,
      started: header.started,
      ended: foot.ended,
      names: foot.names,
      vantage: { host: header.vantage.host, resolvers: header.vantage.resolvers },
      'sha-256': foot.digest,
    })),
  };
}

/** Of all of them; who asked for which names stands with the shards. */
function vantageOf(shards: readonly ShardFound[]) {
  const vantages = shards.map(({ header }) => header.vantage);
  const anchors = vantages[0]?.anchors;
  return {
    host: [...new Set(vantages.map(({ host }) => host))].join(', '),
    resolvers: [...new Set(vantages.flatMap(({ resolvers }) => resolvers))],
    ...(anchors && { anchors }),
  };
}
