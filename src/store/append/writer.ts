// A run being written: evidence first, then the lines that cite it, each on its way to the disk before the next lookup's.
// Both files are `.partial` until they are whole; evidence is renamed first and the run last, so a run that can be seen
// has its evidence. Killed at any moment, what was appended is there; resume.ts goes on from it.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import type { Instant } from '../../model/instant.ts';
import type { LookupAnswer } from '../../model/lookup.ts';
import type { Name } from '../../model/name.ts';
import type { EvidenceRef, LookupKind, Observation } from '../../model/observation.ts';
import type { RunSummary } from '../../model/record.ts';
import { isCode, renameNew, syncFolder } from '../disk/files.ts';
import { createGrowing, type GrowingFile } from '../disk/growing-file.ts';
import { type Machine, takeLock } from '../disk/lock.ts';
import { type RecordNumbers, recordsOf, warcinfo } from '../evidence/records.ts';
import { packRecord, type WarcRecord } from '../evidence/warc-record.ts';
import { formatEnd, formatFoot, formatHeader, INDEX, type RunHeader } from '../run-form/form.ts';
import { formatLine, formatResumed } from '../run-form/line.ts';
import { formatRow, type IndexBuilder, openDigests, openIndex, sumOf } from '../run-form/name-index.ts';
import { makeRunId, type RunPaths, runPaths } from '../run-form/paths.ts';
import { summaryOf } from '../runs/ends.ts';
import type { CasePaths } from '../workspace.ts';

export interface RunWriter {
  readonly id: string;
  readonly header: RunHeader;
  /** All answers of one lookup of one name, at once. What comes back stands in the run. */
  append(name: Name, lookup: LookupKind, answers: readonly LookupAnswer[]): readonly Observation[];
  /** Whether this lookup of this name stands in the run, whole. */
  has(name: Name, lookup: LookupKind): boolean;
  /** The run becomes whole and can be seen. Nothing may be appended after it. */
  finish(ended: Instant): RunSummary;
  /** Leaves it unfinished, to be resumed. */
  leave(): void;
}

export interface Beginning {
  readonly paths: CasePaths;
  readonly header: Omit<RunHeader, 'id' | 'caseId'>;
  readonly machine: Machine;
  readonly random: (count: number) => Uint8Array;
}

/** More than this many clashes of random ids are no accident. */
const TRIES = 16;

export function beginRun(beginning: Beginning): RunWriter {
  const { paths, machine } = beginning;
  mkdirSync(paths.runs, { recursive: true });
  for (let tries = 0; tries < TRIES; tries += 1) {
    const id = makeRunId(beginning.header.started, beginning.random, beginning.header.shard);
    const files = runPaths(paths, id);
    const lock = takeLock(files.lock, machine);
    if (lock.held) continue;
    const opened = openFiles(files);
    if (opened === undefined) {
      lock.release();
      continue;
    }
    const header = { id, caseId: paths.id, ...beginning.header };
    try {
      opened.run.append(Buffer.from(formatHeader(header)));
      opened.evidence.append(packRecord(firstRecord(header)));
    } catch (error) {
      // Without a head it could not be taken up, and would only lie there.
      for (const file of [opened.run, opened.evidence]) file.close();
      for (const file of [files.partialRun, files.partialEvidence]) rmSync(file, { force: true });
      lock.release();
      throw error;
    }
    return openWriter({ header, files, ...opened, index: openIndex(), lines: 0, release: lock.release });
  }
  throw new Error(`no free run id in ${paths.runs} after ${TRIES} tries`);
}

function openFiles(files: RunPaths): { readonly run: GrowingFile; readonly evidence: GrowingFile } | undefined {
  if (existsSync(files.run) || existsSync(files.evidence)) return undefined;
  try {
    return { evidence: createGrowing(files.partialEvidence), run: createGrowing(files.partialRun) };
  } catch (error) {
    if (isCode(error, 'EEXIST')) return undefined;
    throw error;
  }
}

/** What the evidence file says of itself, before all others. */
export function firstRecord(header: RunHeader): WarcRecord {
  const text = [
    `software: ${header.tool}`,
    'format: WARC File Format 1.1',
    'conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/',
    `isPartOf: ${header.caseId}`,
    `description: evidence of run ${header.id}${header.simulated ? ', on a simulated network' : ''}`,
    `hostname: ${header.vantage.host}`,
  ];
  const numbers = { run: header.id, place: 0, next: 0 };
  return warcinfo(numbers, { started: header.started, text: text.map((line) => `${line}\r\n`).join('') });
}

/** Everything a writer stands on; resume.ts makes one from what it found. */
export interface Standing {
  readonly header: RunHeader;
  readonly files: RunPaths;
  readonly run: GrowingFile;
  readonly evidence: GrowingFile;
  readonly index: IndexBuilder;
  /** How many observation lines the file has. */
  readonly lines: number;
  release(): void;
}

export function openWriter(standing: Standing): RunWriter {
  const { header, run, evidence, index } = standing;
  let lines = standing.lines;
  return {
    id: header.id,
    header,
    has: index.has,
    append(name, lookup, answers) {
      refuseForeign(name, lookup, answers);
      const { octets, refs } = packAnswers(header.id, evidence.length(), answers);
      evidence.append(octets);
      const before = lines;
      lines += answers.length;
      const observations = answers.map(({ sighting }, i): Observation => {
        const [ref, of] = [refs[i], answers.length];
        return { ...sighting, id: `${header.id}#${before + i + 1}`, of, ...(ref && { evidence: ref }) };
      });
      appendLines(standing, before, observations);
      return observations;
    },
    finish(ended) {
      writeEnd(standing, ended);
      publish(standing);
      return summaryOf(header, { ended, names: index.names() });
    },
    leave() {
      for (const file of [evidence, run]) file.close();
      standing.release();
    },
  };
}

/** A later resumption is told by a line of its own, which also breaks off a torn group. */
export function markResumed(standing: Standing, at: Instant): void {
  standing.run.append(Buffer.from(formatResumed(at)));
  standing.index.breakOff();
}

function refuseForeign(name: Name, lookup: LookupKind, answers: readonly LookupAnswer[]): void {
  if (answers.length === 0) throw new Error(`${lookup} of ${name} gave no answer at all`);
  const foreign = answers.find(({ sighting }) => sighting.name !== name || sighting.lookup !== lookup);
  if (foreign !== undefined) throw new Error(`${lookup} of ${name} gave an answer about ${foreign.sighting.name}`);
}

function packAnswers(run: string, place: number, answers: readonly LookupAnswer[]) {
  const numbers: RecordNumbers = { run, place, next: 0 };
  const parts: Buffer[] = [];
  let offset = place;
  const refs = answers.map(({ exchanges }): EvidenceRef | undefined => {
    const packed = exchanges.flatMap((exchange) => recordsOf(exchange, numbers)).map(packRecord);
    if (packed.length === 0) return undefined;
    const octets = Buffer.concat(packed);
    const ref = { offset, length: octets.length, 'sha-256': createHash('sha256').update(octets).digest('hex') };
    parts.push(octets);
    offset += octets.length;
    return ref;
  });
  return { octets: Buffer.concat(parts), refs };
}

function appendLines({ run, index }: Standing, before: number, observations: readonly Observation[]): void {
  let offset = run.length();
  let texts = '';
  observations.forEach((observation, i) => {
    const text = formatLine(observation);
    index.add(observation, [before + i + 1, offset, sumOf(text.slice(0, -1))]);
    offset += text.length;
    texts += text;
  });
  run.append(Buffer.from(texts, 'latin1'));
}

const BLOCK = 1 << 20;

export function writeEnd({ run, evidence, files, index }: Standing, ended: Instant): void {
  const indexAt = run.length();
  const digests = openDigests();
  let text = INDEX;
  for (const row of index.rows()) {
    digests.add(row);
    text += formatRow(row);
    if (text.length < BLOCK) continue;
    run.append(Buffer.from(text));
    text = '';
  }
  const kept = { file: files.evidenceName, 'sha-256': evidence.digest(), length: evidence.length() };
  text += formatFoot({ ended, names: index.names(), ...digests.stated(), evidence: kept, indexAt });
  run.append(Buffer.from(text));
  run.append(Buffer.from(formatEnd(run.digest())));
}

export function publish(standing: Standing): void {
  const { run, evidence, files } = standing;
  for (const file of [evidence, run]) {
    file.sync();
    file.close();
  }
  publishFiles(files);
  standing.release();
}

/** Also after a crash between the two renames. Throws where another file has the name: nothing is ever replaced. */
export function publishFiles(files: RunPaths): void {
  if (existsSync(files.partialEvidence)) renameOrThrow(files.partialEvidence, files.evidence);
  renameOrThrow(files.partialRun, files.run);
  syncFolder(files.folder);
}

function renameOrThrow(from: string, to: string): void {
  if (!renameNew(from, to)) throw new Error(`${to} exists already and is not replaced`);
}
