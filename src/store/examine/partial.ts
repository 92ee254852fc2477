// A run or a shard that was begun and is not whole, under examination. It has no check sums yet: a line has to be one as they are
// written, and its records those whose digest it states; what of it stands nowhere else nothing can vouch for.
import { closeSync, fstatSync } from 'node:fs';
import { readPart, unlessMissing } from '../disk/files.ts';
import { openFile } from '../disk/open-file.ts';
import { readEvidenceAt, readRecords } from '../evidence/read-back.ts';
import { wholeRecords } from '../evidence/warc-record.ts';
import { formatLine, openLines } from '../run-form/line.ts';
import { INDEX } from '../run-form/name-index.ts';
import { fileIn, type RunPaths } from '../run-form/paths.ts';
import { readHead } from '../runs/ends.ts';
import { observationLines } from '../runs/observation-lines.ts';
import type { CasePaths } from '../workspace.ts';
import { damaged, type Examined, told, withExchanges } from './examined.ts';

const OPEN =
  'it is not whole yet: until it is, nothing vouches for its head, and of its lines only for what their evidence shows';

export function* examinePartial(paths: CasePaths, files: RunPaths): Generator<Examined> {
  const file = fileIn(paths, files.partialRun);
  const header = readHead(files.partialRun);
  if (header?.id !== files.id || header.caseId !== paths.id) {
    // Torn before anything was observed, or not what its name says: there is nothing that could be read again.
    return yield told('edited', { file, what: 'its head cannot be read, or is that of another run' });
  }
  const run = openFile(files.partialRun);
  const evidence = unlessMissing(() => openFile(files.partialEvidence));
  const evidenceFile = fileIn(paths, files.partialEvidence);
  try {
    if (evidence === undefined) return yield damaged({ file: evidenceFile, what: 'the evidence file is missing' });
    const cited = yield* examineLines({ id: files.id, file, run, evidence, evidenceFile });
    yield* uncited(evidence, evidenceFile, cited);
    yield told('edited', { file, what: OPEN });
  } finally {
    closeSync(run);
    if (evidence !== undefined) closeSync(evidence);
  }
}

interface Partial {
  readonly id: string;
  readonly file: string;
  readonly run: number;
  readonly evidence: number;
  readonly evidenceFile: string;
}

/** Stretches of the evidence, one behind the other. */
type Stretch = readonly [from: number, to: number];

function* examineLines({ id, file, run, evidence, evidenceFile }: Partial): Generator<Examined, readonly Stretch[]> {
  const parse = openLines();
  const cited: Stretch[] = [];
  for (const { text, whole, line, number } of observationLines(run, fstatSync(run).size)) {
    // What was half written when the run ended is cut off when it is taken up.
    if (!whole || `${text}\n` === INDEX) break;
    if (number === undefined) continue;
    const observation = parse(text, `${id}#${number}`);
    if (observation === undefined || formatLine(observation) !== `${text}\n`) {
      const about = observation && { name: observation.name, lookup: observation.lookup };
      const what = observation === undefined ? 'the line cannot be read' : 'the line is not as lines are written';
      yield damaged({ file, line, observation: `${id}#${number}`, ...about, what });
      continue;
    }
    const { name, lookup, evidence: ref } = observation;
    if (ref !== undefined) {
      const end = ref.offset + ref.length;
      // Evidence is written first. Looked at behind the line, since a check may be under way.
      if (end > fstatSync(evidence).size) {
        yield damaged({ file, line, observation: observation.id, name, lookup, what: LOST });
        continue;
      }
      cited.push([ref.offset, end]);
    }
    const reading = ref && readEvidenceAt(evidence, ref);
    yield withExchanges({ observation, file, line, evidenceFile, ...(reading && { reading }) });
  }
  return cited;
}

const LOST = 'it cites records behind the end of the evidence: these were lost, or the line is not as it was written';

/** Records that no line cites have their own digests. Behind the last line, what is half written is cut off. */
function* uncited(evidence: number, file: string, cited: readonly Stretch[]): Generator<Examined> {
  let at = 0;
  for (const [from, to] of [...cited].sort(([a], [b]) => a - b)) {
    if (from > at) yield* sound(readPart(evidence, at, from - at), { file, at });
    at = Math.max(at, to);
  }
  const tail = readPart(evidence, at, Math.min(LARGEST_TAIL, fstatSync(evidence).size - at));
  yield* sound(tail.subarray(0, wholeRecords(tail)), { file, at });
}

const LARGEST_TAIL = 1 << 24;

function* sound(octets: Uint8Array, { file, at }: { readonly file: string; readonly at: number }): Generator<Examined> {
  const reading = readRecords(octets);
  if (reading.ok) return;
  const what = 'a record that no line cites is not the one that was written';
  yield damaged({ file, octet: at + (reading.octet ?? 0), what });
}
