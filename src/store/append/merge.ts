// Shards written as one run: the evidence of one after the other, octet by octet, and their lines, which cite it at its new
// place. The same shards give the same octets and the same id, so that joining them again finds what is there already.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import type { LookupAnswer } from '../../model/asking/lookup.ts';
import { later } from '../../model/instant.ts';
import type { RunSummary } from '../../model/judged/record.ts';
import type { Observation } from '../../model/seen/observation.ts';
import { createGrowing, type GrowingFile } from '../disk/growing-file.ts';
import { type Machine, takeLock } from '../disk/lock.ts';
import { withFile } from '../disk/open-file.ts';
import { digestOf, piecesOf } from '../disk/pieces.ts';
import { packRecord } from '../evidence/warc-record.ts';
import { formatHeader, type RunHeader } from '../run-form/head.ts';
import { formatLine, openLines } from '../run-form/line.ts';
import { openIndex, sumOf } from '../run-form/name-index.ts';
import { makeRunId, type RunPaths, runPaths } from '../run-form/paths.ts';
import { readEnds, summaryOf } from '../runs/ends.ts';
import { observationLines } from '../runs/observation-lines.ts';
import type { ShardFound } from '../runs/shards.ts';
import type { CasePaths } from '../workspace.ts';
import { firstRecord } from './begin.ts';
import { publish, type Standing, writeEnd } from './finish.ts';

interface Merging {
  readonly paths: CasePaths;
  /** In the order of their numbers. */
  readonly shards: readonly [ShardFound, ...ShardFound[]];
  readonly header: Omit<RunHeader, 'id' | 'caseId'>;
  /** What is said of the names of shards that did not come in. */
  readonly unasked: readonly LookupAnswer[];
  readonly machine: Machine;
}

type MergeOutcome =
  | { readonly done: true; readonly run: RunSummary; readonly already: boolean }
  /** Another process joins them. */
  | { readonly done: false; readonly file: string };

/** More than this many clashes of ids are no accident. */
const TRIES = 16;

export function mergeRun(merging: Merging): MergeOutcome {
  const { paths, shards, machine } = merging;
  mkdirSync(paths.runs, { recursive: true });
  const digest = createHash('sha256');
  for (const { foot } of shards) digest.update(foot.digest);
  const digits = digest.digest();
  for (let tries = 0; tries < TRIES; tries += 1) {
    const id = makeRunId(merging.header.started, () => digits.subarray(2 * tries, 2 * tries + 2));
    const files = asideOf(runPaths(paths, id));
    const lock = takeLock(files.lock, machine);
    if (lock.held) return { done: false, file: lock.file };
    try {
      const outcome = writeAs(merging, files);
      if (outcome !== undefined) return outcome;
    } finally {
      lock.release();
    }
  }
  throw new Error(`no free run id in ${paths.runs} after ${TRIES} tries`);
}

/** Not `.partial`: what is left of a run that was being joined is made anew, and nobody can resume it. */
function asideOf(files: RunPaths): RunPaths {
  return { ...files, partialRun: `${files.run}.joining`, partialEvidence: `${files.evidence}.joining` };
}

/** `undefined` where another run has the id. */
function writeAs(merging: Merging, files: RunPaths): MergeOutcome | undefined {
  const header = { id: files.id, caseId: merging.paths.id, ...merging.header };
  if (existsSync(files.run)) {
    const there = readEnds(files.run);
    const same = there.ok && JSON.stringify(there.header.merged) === JSON.stringify(header.merged);
    if (same) removeLeft(files);
    return same ? { done: true, run: summaryOf(there.header, there.foot), already: true } : undefined;
  }
  removeLeft(files);
  const standing = written(merging, header, files);
  // Killed between the two renames: the evidence has its name already, and is the same.
  if (existsSync(files.evidence) && withFile(files.evidence, digestOf) === standing.evidence.digest())
    rmSync(files.evidence);
  const ended = lastEnd(merging);
  writeEnd(standing, ended);
  publish(standing);
  return { done: true, run: summaryOf(header, { ended, names: standing.index.names() }), already: false };
}

/** Also the second name of a run that was whole when its writer was killed. */
function removeLeft(files: RunPaths): void {
  for (const left of [files.partialRun, files.partialEvidence]) rmSync(left, { force: true });
}

function lastEnd({ shards }: Merging): RunSummary['ended'] {
  return shards.map(({ foot }) => foot.ended).reduce(later);
}

function written({ shards, unasked }: Merging, header: RunHeader, files: RunPaths): Standing {
  const [run, evidence] = [createGrowing(files.partialRun), createGrowing(files.partialEvidence)];
  const book = openBook(run);
  run.append(Buffer.from(formatHeader(header)));
  evidence.append(packRecord(firstRecord(header)));
  for (const shard of shards) {
    const from = evidence.length();
    copyEvidence(runPaths({ runs: shard.folder }, shard.header.id).evidence, evidence);
    copyLines(shard, book, from);
  }
  for (const { sighting } of unasked) book.add({ ...sighting, id: '', of: 1 });
  book.flush();
  return { header, files, run, evidence, index: book.index, lines: book.lines(), release: () => undefined };
}

const BLOCK = 1 << 20;

/** Lines are gathered to blocks: a large run has a million of them. */
function openBook(run: GrowingFile) {
  const index = openIndex();
  let [lines, block] = [0, ''];
  const flush = () => {
    run.append(Buffer.from(block, 'latin1'));
    block = '';
  };
  const write = (text: string) => {
    block += text;
    if (block.length >= BLOCK) flush();
  };
  return {
    index,
    lines: () => lines,
    flush,
    add(observation: Observation) {
      const text = formatLine(observation);
      lines += 1;
      index.add(observation, [lines, run.length() + block.length, sumOf(text.slice(0, -1))]);
      write(text);
    },
    mark(text: string) {
      write(`${text}\n`);
      index.breakOff();
    },
  };
}

function copyLines({ path, foot, header }: ShardFound, book: ReturnType<typeof openBook>, from: number): void {
  const parse = openLines();
  withFile(path, (handle) => {
    for (const { text, number } of observationLines(handle, foot.indexAt)) {
      if (number === undefined) book.mark(text);
      else book.add(moved(parse(text, header.id), from, path));
    }
  });
}

function moved(observation: Observation | undefined, from: number, path: string): Observation {
  // The shard was examined line by line before.
  if (observation === undefined) throw new Error(`${path} was changed while it was read`);
  const { evidence } = observation;
  return evidence === undefined
    ? observation
    : { ...observation, evidence: { ...evidence, offset: evidence.offset + from } };
}

function copyEvidence(path: string, to: GrowingFile): void {
  withFile(path, (handle) => {
    for (const octets of piecesOf(handle)) to.append(octets);
  });
}
