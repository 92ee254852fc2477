// A run becomes whole: the index and the foot of its file, both files on the disk, and then their names; the evidence first and the
// run last, so a run that can be seen has its evidence.
import { existsSync } from 'node:fs';
import type { Instant } from '../../model/instant.ts';
import { renameNew, syncFolder } from '../disk/files.ts';
import type { GrowingFile } from '../disk/growing-file.ts';
import { formatEnd, formatFoot } from '../run-form/foot.ts';
import type { RunHeader } from '../run-form/head.ts';
import { formatRow, INDEX, type IndexBuilder, openDigests } from '../run-form/name-index.ts';
import type { RunPaths } from '../run-form/paths.ts';

/** What a run that is not whole stands on: begin.ts makes one of nothing, resume.ts of what it finds, merge.ts of shards. */
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

const BLOCK = 1 << 20;

export function writeEnd({ header, run, evidence, files, index }: Standing, ended: Instant): void {
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
  const order = header.begunAfter && { begunAfter: header.begunAfter.length };
  text += formatFoot({ ended, names: index.names(), ...digests.stated(), ...order, evidence: kept, indexAt });
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
