// A run begun: its two files, each with what it says of itself, under an id that nobody else has.
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { isCode } from '../disk/files.ts';
import { createGrowing, type GrowingFile } from '../disk/growing-file.ts';
import { type Machine, takeLock } from '../disk/lock.ts';
import { warcinfo } from '../evidence/records.ts';
import { packRecord, type WarcRecord } from '../evidence/warc-record.ts';
import { formatHeader, type RunHeader } from '../run-form/head.ts';
import { openIndex } from '../run-form/name-index.ts';
import { makeRunId, type RunPaths, runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';
import { openWriter, type RunWriter } from './writer.ts';

interface Beginning {
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
