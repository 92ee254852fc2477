// The evidence file of a run under examination: records read by their places, what no observation cites, and the digest over
// all of it. One handle, a piece at a time.
import { closeSync, fstatSync } from 'node:fs';
import type { EvidenceRef } from '../../model/seen/observation.ts';
import { readPart, unlessMissing } from '../disk/files.ts';
import { openFile } from '../disk/open-file.ts';
import { digestOf } from '../disk/pieces.ts';
import { type EvidenceReading, readEvidenceAt, readRecords } from '../evidence/read-back.ts';
import type { RunPaths } from '../run-form/paths.ts';
import type { WholeRun } from '../runs/list.ts';
import type { Found } from './examined.ts';

export interface OpenEvidence {
  /** In the case's folder. */
  readonly file: string;
  /** In the order of the file, so that what lies between is known. */
  read(ref: EvidenceRef): EvidenceReading;
  /** What is wrong with the file as a whole, where no citation has shown it. */
  rest(): readonly Found[];
  close(): void;
}

export function openEvidence(
  { evidence, evidenceName }: RunPaths,
  { run: { foot }, file }: { readonly run: WholeRun; readonly file: string },
): OpenEvidence {
  const handle = unlessMissing(() => openFile(evidence));
  const gaps: [from: number, to: number][] = [];
  let cited = 0;
  let bad = 0;
  const read = (ref: EvidenceRef): EvidenceReading => {
    if (handle === undefined) return { ok: false, reason: 'the evidence file is missing' };
    if (ref.offset > cited) gaps.push([cited, ref.offset]);
    cited = Math.max(cited, ref.offset + ref.length);
    const reading = readEvidenceAt(handle, ref);
    if (!reading.ok) bad += 1;
    return reading;
  };
  return {
    file,
    read,
    rest() {
      if (foot.evidence.file !== evidenceName) return [{ file, what: `the run names the file ${foot.evidence.file}` }];
      if (handle === undefined) return [{ file, what: 'the evidence file is missing' }];
      const length = fstatSync(handle).size;
      if (length !== foot.evidence.length) {
        return [{ file, what: `it has ${length} octets, and the run says ${foot.evidence.length}` }];
      }
      if (bad > 0 || digestOf(handle) === foot.evidence['sha-256']) return [];
      return [uncited(handle, file, [...gaps, [cited, length]])];
    },
    close: () => {
      if (handle !== undefined) closeSync(handle);
    },
  };
}

/** Records that no observation cites: the first one, in which the file says what it is, and what an interruption left. */
function uncited(handle: number, file: string, gaps: readonly (readonly [from: number, to: number])[]): Found {
  const real = gaps.filter(([from, to]) => to > from);
  const broken = real.find(([from, to]) => !readRecords(readPart(handle, from, Math.min(to - from, LARGEST_GAP))).ok);
  const [from, to] = broken ?? real[0] ?? [0, 0];
  const which = from === 0 ? 'the first record, in which the file says what it is' : 'records that no line cites';
  return { file, octet: from, what: `octets ${from} to ${to} are not those that were written: ${which}` };
}

/** What one interruption leaves is a few answers at most. */
const LARGEST_GAP = 1 << 24;
