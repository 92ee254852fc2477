// The documents that names were imported from: each copy that imports.yaml cites is compared with its digest. What was never kept is
// told as that, and is no damage.

import { type ImportEntry, NO_COPY } from '../../model/case/import.ts';
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import { show } from '../../model/text/harmless.ts';
import { digestOfFile } from '../../store/case/file-digest.ts';
import { documentsKept } from '../../store/case/imported-documents.ts';
import { readImports } from '../../store/case/imports.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { damaged, type PapersVerified } from './papers-verified.ts';

const RECORD = 'imports.yaml';

export async function importedDocuments(paths: CasePaths): Promise<PapersVerified> {
  const read = await readImports(paths, paths.folder);
  if (!read.ok) return { files: 0, findings: read.problems.map((one) => damaged(one, RECORD)) };
  const cited = new Map<string, ImportEntry>();
  for (const entry of read.value) if (isKept(entry)) cited.set(`${entry.copy} ${entry.sha256}`, entry);
  const kept = [...cited.values()];
  const changed = kept.flatMap((entry) => changedCopy(paths, entry));
  return { files: kept.length, findings: [...changed, ...notKept(read.value), ...uncited(paths, kept)] };
}

function isKept({ copy }: ImportEntry): boolean {
  return copy !== undefined && copy !== NO_COPY;
}

function changedCopy(paths: CasePaths, { copy: file = '', sha256, at }: ImportEntry): readonly EvidenceFinding[] {
  const digest = digestOfFile(paths, file);
  if (digest === sha256) return [];
  const what =
    digest === undefined
      ? `it is not there; the import of ${at} kept it`
      : `it is not the document that the import of ${at} was made of`;
  return [{ kind: 'damaged', file, what }];
}

/** Each document once, unless another import of it kept it. */
function notKept(entries: readonly ImportEntry[]): readonly EvidenceFinding[] {
  const kept = new Set(entries.filter(isKept).map(({ sha256 }) => sha256));
  const missing = new Map(entries.filter(({ sha256 }) => !kept.has(sha256)).map((entry) => [entry.sha256, entry]));
  return [...missing.values()].map(({ file, copy, at }) => {
    const why = copy === NO_COPY ? ', on purpose (--no-keep)' : '';
    const what = `no copy of ${show(file)}, imported ${at}, was kept${why}`;
    return { kind: 'not-kept', file: RECORD, what };
  });
}

function uncited(paths: CasePaths, kept: readonly ImportEntry[]): readonly EvidenceFinding[] {
  const cited = new Set(kept.map(({ copy }) => copy));
  const left = documentsKept(paths).filter((file) => !cited.has(file));
  const what = 'no entry of imports.yaml cites it: nothing vouches for it';
  return left.map((file) => ({ kind: 'edited', file, what }));
}
