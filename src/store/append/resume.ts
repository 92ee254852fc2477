// A run that was begun and not finished, taken up again. Lines that stand whole in the file stay, also those of a torn
// group (it is asked again, and the later, whole one counts); a line that is half written, or that cites evidence which
// never reached the disk, is cut off. Whole evidence records beyond the last one cited stay too.
import { closeSync, existsSync, fstatSync } from 'node:fs';
import type { Instant } from '../../model/instant.ts';
import type { RunPurpose, RunSummary } from '../../model/judged/record.ts';
import { readPart, unlessMissing } from '../disk/files.ts';
import { continueGrowing } from '../disk/growing-file.ts';
import { linesOf } from '../disk/lines.ts';
import { type Holder, type Machine, takeLock } from '../disk/lock.ts';
import { openFile, withFile } from '../disk/open-file.ts';
import { wholeRecords } from '../evidence/warc-record.ts';
import { OBSERVATIONS, parseHeader, type RunHeader } from '../run-form/head.ts';
import { isResumedLine, openLines } from '../run-form/line.ts';
import { type IndexBuilder, openIndex, sumOf } from '../run-form/name-index.ts';
import { isRunId, isShardId, type RunPaths, runPaths } from '../run-form/paths.ts';
import { readEnds, summaryOf } from '../runs/ends.ts';
import type { CasePaths } from '../workspace.ts';
import { publishFiles } from './finish.ts';
import { markResumed, openWriter, type RunWriter } from './writer.ts';

interface Resumption {
  readonly paths: CasePaths;
  readonly id: string;
  /** Of the case as it is now. A run looks at one state of the case only. */
  readonly caseDigest: string;
  /** What the run is to be for; absent: a check. */
  readonly purpose?: RunPurpose;
  readonly machine: Machine;
  readonly at: Instant;
}

export type Refusal =
  | { readonly because: 'no-such-run' | 'case-changed' | 'evidence-missing' | 'other-purpose' }
  /** A live process writes it, or `file` has to be removed by hand. */
  | { readonly because: 'held'; readonly file: string; readonly holder?: Holder }
  /** Nothing was observed before it was torn: there is nothing to take up. */
  | { readonly because: 'torn-head' }
  /** A whole line that cannot be read; nothing is changed. */
  | { readonly because: 'damaged'; readonly line: number };

export type Resumed =
  | { readonly ok: true; readonly writer: RunWriter }
  /** It had been written to its end, and only the renaming was left; that is done now. */
  | { readonly ok: true; readonly finished: RunSummary }
  | { readonly ok: false; readonly refusal: Refusal };

export function resumeRun(resumption: Resumption): Resumed {
  const { paths, id, machine } = resumption;
  if (!isRunId(id) && !isShardId(id)) return refuse({ because: 'no-such-run' });
  const files = runPaths(paths, id);
  if (!existsSync(files.partialRun)) return refuse({ because: 'no-such-run' });
  const lock = takeLock(files.lock, machine);
  if (lock.held) {
    const { file, holder } = lock;
    return refuse({ because: 'held', file, ...(holder && { holder }) });
  }
  const resumed = takeUp(resumption, files, lock.release);
  if (!resumed.ok || 'finished' in resumed) lock.release();
  return resumed;
}

function refuse(refusal: Refusal): Resumed {
  return { ok: false, refusal };
}

function takeUp(resumption: Resumption, files: RunPaths, release: () => void): Resumed {
  const ends = readEnds(files.partialRun);
  if (ends.ok) {
    publishFiles(files);
    return { ok: true, finished: summaryOf(ends.header, ends.foot) };
  }
  const evidence = unlessMissing(() => openFile(files.partialEvidence));
  if (evidence === undefined) return refuse({ because: 'evidence-missing' });
  try {
    const evidenceLength = fstatSync(evidence).size;
    const left = withFile(files.partialRun, (run) => readLines(run, evidenceLength));
    if ('because' in left) return refuse(left);
    if (left.header.purpose !== resumption.purpose) return refuse({ because: 'other-purpose' });
    if (left.header.caseDigest !== resumption.caseDigest) return refuse({ because: 'case-changed' });
    const standing = {
      header: left.header,
      files,
      run: continueGrowing(files.partialRun, left.length),
      evidence: continueGrowing(files.partialEvidence, wholeLength(evidence, left.cited)),
      index: left.index,
      lines: left.lines,
      release,
    };
    markResumed(standing, resumption.at);
    return { ok: true, writer: openWriter(standing) };
  } finally {
    closeSync(evidence);
  }
}

interface Left {
  readonly header: RunHeader;
  readonly index: IndexBuilder;
  readonly lines: number;
  /** Up to where the run's file holds. */
  readonly length: number;
  /** Up to where its lines cite the evidence. */
  readonly cited: number;
}

function readLines(handle: number, evidenceLength: number): Left | Refusal {
  const index = openIndex();
  const parseLine = openLines();
  let head = '';
  let header: RunHeader | undefined;
  let [lines, length, cited, row] = [0, 0, 0, 0];
  for (const line of linesOf(handle, { from: 0, to: fstatSync(handle).size })) {
    row += 1;
    if (!line.whole || line.text === 'index:') break;
    const next = line.offset + line.text.length + 1;
    if (header === undefined) {
      if (`${line.text}\n` === OBSERVATIONS) header = parseHeader(head);
      head += `${line.text}\n`;
    } else if (isResumedLine(line.text)) {
      index.breakOff();
    } else {
      const observation = parseLine(line.text, header.id);
      if (observation === undefined) return { because: 'damaged', line: row };
      const end = endOf(observation.evidence);
      if (end > evidenceLength) break;
      lines += 1;
      index.add(observation, [lines, line.offset, sumOf(line.text)]);
      cited = Math.max(cited, end);
    }
    length = next;
  }
  return header === undefined ? { because: 'torn-head' } : { header, index, lines, length, cited };
}

function endOf(ref: { readonly offset: number; readonly length: number } | undefined): number {
  return ref === undefined ? 0 : ref.offset + ref.length;
}

/** The length of the evidence up to its last whole record. Up to `cited` the run vouches for it. */
function wholeLength(handle: number, cited: number): number {
  return cited + wholeRecords(readPart(handle, cited, fstatSync(handle).size - cited));
}
