// Everything that a run says of itself, said again from its octets: lines, index, counts, digests, and the records that each
// line cites. What differs is told with its place; what is sound is handed on, one observation at a time. Changes nothing.
import { closeSync, existsSync, readFileSync } from 'node:fs';
import { linesOf } from '../disk/lines.ts';
import { openFile } from '../disk/open-file.ts';
import { OBSERVATIONS } from '../run-form/head.ts';
import { isResumedLine, openLines } from '../run-form/line.ts';
import { type IndexBuilder, openIndex, sumOf } from '../run-form/name-index.ts';
import { fileIn, runPaths } from '../run-form/paths.ts';
import { readEnds } from '../runs/ends.ts';
import type { WholeRun } from '../runs/list.ts';
import { isAsWritten, uncovered } from '../runs/pieces.ts';
import type { CasePaths } from '../workspace.ts';
import { type OpenEvidence, openEvidence } from './evidence.ts';
import { damaged, type Examined, type Found, withExchanges } from './examined.ts';
import { bitByDigest, bitBySum, bitWords } from './flipped-bit.ts';
import { examineIndex, statedSums } from './name-index.ts';

interface Examination {
  readonly run: WholeRun;
  /** In the case's folder. */
  readonly file: string;
  readonly handle: number;
  readonly evidence: OpenEvidence;
  readonly index: IndexBuilder;
  /** Numbers of lines that are not as they were written. */
  readonly wrong: Set<number>;
}

export function* examineRun(paths: CasePaths, id: string): Generator<Examined> {
  const files = runPaths(paths, id);
  const file = fileIn(paths, files.run);
  const ends = existsSync(files.run) ? readEnds(files.run) : undefined;
  if (ends === undefined) return yield damaged({ file, what: `there is no run ${id}` });
  if (!ends.ok) return yield damaged({ file, what: ends.reason });
  const { header, foot, size } = ends;
  const run: WholeRun = { id, foot, path: files.run, file: `${id}.yaml`, size };
  const named = header.id === id && header.caseId === paths.id;
  if (!named) yield damaged({ file, what: `it says that it is run ${header.id} of ${header.caseId}` });
  const after = header.begunAfter?.length ?? 0;
  if (after !== (foot.begunAfter ?? 0)) {
    const what = `its foot says that ${foot.begunAfter ?? 0} runs of a later date were there when it began, and its head names ${after}`;
    yield damaged({ file, what });
  }
  const handle = openFile(run.path);
  const evidence = openEvidence(files, { run, file: fileIn(paths, files.evidence) });
  try {
    const [index, wrong] = [openIndex(), new Set<number>()];
    const lines = yield* examineLines({ run, file, handle, evidence, index, wrong });
    // The line `index:` stands between them.
    const rows = [...examineIndex({ run, handle, index, wrong, file, linesAbove: lines + 1 })];
    yield* rows.map(damaged);
    const asWritten = isAsWritten(run);
    const explained = !named || wrong.size > 0 || rows.length > 0;
    if (!asWritten && !explained) yield damaged(elsewhere(run, file));
    // What the foot says of the evidence file is worth nothing where the text is not the one that was written.
    if (asWritten || explained) yield* evidence.rest().map(damaged);
  } finally {
    evidence.close();
    closeSync(handle);
  }
}

/** Tells how many lines stand above the index. */
function* examineLines({ run, file, handle, index, evidence, wrong }: Examination): Generator<Examined, number> {
  const sums = statedSums(run, handle);
  const parse = openLines();
  let [line, number, below] = [0, 0, false];
  for (const { text, offset } of linesOf(handle, { from: 0, to: run.foot.indexAt })) {
    line += 1;
    if (isResumedLine(text)) index.breakOff();
    if (!below || isResumedLine(text)) {
      below ||= `${text}\n` === OBSERVATIONS;
      continue;
    }
    number += 1;
    const sum = sumOf(text);
    const observation = parse(text, `${run.id}#${number}`);
    const stated = sums(number);
    if (observation === undefined || (stated !== undefined && stated !== sum)) {
      wrong.add(number);
      const about = observation && { name: observation.name, lookup: observation.lookup };
      const what = changedLine(text, stated, observation === undefined);
      yield damaged({ file, line, observation: `${run.id}#${number}`, ...about, what });
    }
    if (observation === undefined) continue;
    index.add(observation, [number, offset, sum]);
    if (wrong.has(number)) continue;
    const reading = observation.evidence && evidence.read(observation.evidence);
    yield withExchanges({ observation, file, line, evidenceFile: evidence.file, ...(reading && { reading }) });
  }
  return line;
}

function changedLine(text: string, stated: number | undefined, unreadable: boolean): string {
  const what = unreadable ? 'the line cannot be read' : 'the line is not the one that was written';
  const bit = stated === undefined ? undefined : bitBySum(text, stated);
  if (bit !== undefined) return `${what}: ${bitWords(bit.octet + 1, text.charCodeAt(bit.octet), bit)}`;
  return stated === undefined || unreadable ? what : `${what}, or the check sum is that the index keeps of it`;
}

/** The lines and the index agree, so it is the head, the foot or a line that nothing counts on. */
function elsewhere(run: WholeRun, file: string): Found {
  const what = 'the text is not the one that its digest was made over';
  if (run.size > LARGEST_SEARCHED) return { file, what };
  const octets = readFileSync(run.path);
  const covered = octets.subarray(0, octets.length - uncovered(run));
  const headEnd = covered.indexOf(OBSERVATIONS);
  const footAt = covered.lastIndexOf('\nended: ');
  const bit = bitByDigest(covered, run.foot.digest, [
    [Math.max(0, footAt), covered.length],
    [0, Math.max(0, headEnd)],
  ]);
  if (bit === undefined)
    return { file, what: `${what}; lines and index agree, so it is the head, the foot or the digest` };
  const line = covered.subarray(0, bit.octet).toString('latin1').split('\n');
  const words = bitWords((line.at(-1) ?? '').length + 1, covered[bit.octet] ?? 0, bit);
  return { file, line: line.length, octet: bit.octet, what: `the line is not the one that was written: ${words}` };
}

const LARGEST_SEARCHED = 1 << 24;
