// Everything that a run says of itself, said again from its lines: index, fingerprints, counts, digests, and the octets that
// each line cites. What differs is told in sentences; nothing is changed. Slow, and asked for on purpose only.
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readEvidence } from './evidence-back.ts';
import { readPart } from './files.ts';
import { linesOf } from './lines.ts';
import { readEnds } from './run-ends.ts';
import { formatRow, openCovers, openIndex } from './run-index.ts';
import { isResumedLine, openLines } from './run-line.ts';
import type { WholeRun } from './run-list.ts';
import { type RunPaths, runPaths } from './run-paths.ts';
import { isAsWritten, rowTextsOf, withFile } from './run-reading.ts';
import type { CasePaths } from './workspace.ts';

/** One sentence for each thing that does not agree; none when all does. */
export function checkRun(paths: CasePaths, id: string): readonly string[] {
  const files = runPaths(paths, id);
  const ends = existsSync(files.run) ? readEnds(files.run) : undefined;
  if (ends === undefined) return [`there is no run ${id}`];
  if (!ends.ok) return [ends.reason];
  const { header, foot, size } = ends;
  const run: WholeRun = { id, foot, path: files.run, file: `${id}.yaml`, size };
  return [
    ...(header.id === id && header.caseId === paths.id
      ? []
      : [`it says that it is run ${header.id} of ${header.caseId}`]),
    ...(isAsWritten(run) ? [] : ['the text differs from the digest that it states']),
    ...checkEvidenceFile(files, run),
    ...withFile(run.path, (handle) => checkLines(run, handle, files.evidence)),
  ];
}

const PIECE = 1 << 16;

function checkEvidenceFile(files: RunPaths, { foot }: WholeRun): readonly string[] {
  if (foot.evidence.file !== files.evidenceName) return [`it names the evidence file ${foot.evidence.file}`];
  if (!existsSync(files.evidence)) return ['the evidence file is missing'];
  const hash = createHash('sha256');
  const length = withFile(files.evidence, (handle) => {
    for (let at = 0; ; ) {
      const piece = readPart(handle, at, PIECE);
      if (piece.length === 0) return at;
      hash.update(piece);
      at += piece.length;
    }
  });
  const same = length === foot.evidence.length && hash.digest('hex') === foot.evidence['sha-256'];
  return same ? [] : ['the evidence file differs from the digest that the run states'];
}

function checkLines(run: WholeRun, handle: number, evidence: string): readonly string[] {
  const found: string[] = [];
  const index = openIndex();
  const parse = openLines();
  let number = 0;
  for (const { text, offset } of linesOf(handle, { from: 0, to: run.foot.indexAt })) {
    if (isResumedLine(text)) index.breakOff();
    if (!text.startsWith('- ')) continue;
    number += 1;
    const observation = parse(text, `${run.id}#${number}`);
    if (observation === undefined) {
      found.push(`observation ${number} cannot be read`);
      continue;
    }
    index.add(observation, [number, offset]);
    if (observation.evidence === undefined) continue;
    const reading = readEvidence(evidence, observation.evidence);
    if (!reading.ok) found.push(`observation ${number}: ${reading.reason}`);
  }
  return [...found, ...checkIndex(run, handle, index)];
}

function checkIndex(run: WholeRun, handle: number, index: ReturnType<typeof openIndex>): readonly string[] {
  const covers = openCovers();
  const stated = rowTextsOf(run, handle);
  const found: string[] = [];
  for (const row of index.rows()) {
    covers.add(row);
    if (`${stated.next().value}\n` !== formatRow(row))
      found.push(`the index does not say of ${row.name} what its lines say`);
  }
  if (stated.next().done !== true) found.push('the index has rows without lines');
  if (covers.digest() !== run.foot.covers) found.push('"covers" differs from what the lines cover');
  if (index.names() !== run.foot.names) found.push(`it says ${run.foot.names} names and has ${index.names()}`);
  return found;
}
