// What else of a case must be as it was written: issued letters with every file of theirs, papers and mails that the journal
// cites, filed copies of orders, imported documents; and runs whose digest stands in such a paper.
import type { EvidenceFinding } from '../../model/seen/evidence.ts';
import { readJournal } from '../../store/case/journal.ts';
import { loadCase } from '../../store/case/load.ts';
import { readOrderCopy } from '../../store/case/order-copies.ts';
import { notedDigests } from '../../store/examine/noted-digests.ts';
import { isPaperAsCited } from '../../store/examine/papers.ts';
import type { Vouching } from '../../store/examine/rests.ts';
import { changesSinceIssue, lettersIn } from '../../store/letters/issued.ts';
import { repliesThere } from '../../store/letters/replies.ts';
import type { CasePaths } from '../../store/workspace.ts';
import { damaged, type PapersVerified } from './papers-verified.ts';
import { importedDocuments } from './verifying-imports.ts';

export async function verifyPapers(paths: CasePaths, runs: readonly Vouching[]): Promise<PapersVerified> {
  const parts = [
    letterFiles(paths),
    await journalFiles(paths, runs),
    await orderCopies(paths),
    await importedDocuments(paths),
  ];
  return {
    files: parts.reduce((sum, { files }) => sum + files, 0),
    findings: parts.flatMap(({ findings }) => findings),
  };
}

function letterFiles(paths: CasePaths): PapersVerified {
  const { letters, problems } = lettersIn(paths, paths.folder);
  const changed = letters.flatMap((letter) => changesSinceIssue(paths, letter, paths.folder));
  return {
    files: letters.reduce((sum, { files }) => sum + files.length + 1, 0),
    findings: [...problems, ...changed].map((one) => damaged(one, 'letters')),
  };
}

async function journalFiles(paths: CasePaths, runs: readonly Vouching[]): Promise<PapersVerified> {
  const read = await readJournal(paths, { from: paths.folder });
  if (!read.ok) return { files: 0, findings: read.problems.map((one) => damaged(one, 'journal.yaml')) };
  const cited = read.value.flatMap(({ evidence, at }) => (evidence === undefined ? [] : [{ evidence, at }]));
  const changed = cited.filter(({ evidence }) => !isPaperAsCited(paths, evidence));
  const findings = changed.map(({ evidence, at }): EvidenceFinding => {
    const what = `it is not the file that the journal's entry of ${at} cites`;
    return { kind: 'damaged', file: evidence.file, what };
  });
  const sound = cited.filter((one) => !changed.includes(one)).map(({ evidence }) => evidence);
  const told = [...findings, ...otherThanNoted(notedDigests(paths, sound), runs), ...unfiled(paths, cited)];
  return { files: cited.length, findings: told };
}

function unfiled(
  paths: CasePaths,
  cited: readonly { readonly evidence: { readonly file: string } }[],
): readonly EvidenceFinding[] {
  const filed = new Set(cited.map(({ evidence }) => evidence.file));
  const left = repliesThere(paths).filter((file) => !filed.has(file));
  const what = 'no entry of the journal cites it: nothing vouches for it';
  return left.map((file) => ({ kind: 'edited', file, what }));
}

function otherThanNoted(noted: ReturnType<typeof notedDigests>, runs: readonly Vouching[]): readonly EvidenceFinding[] {
  return noted.flatMap(({ run, digest, file }): EvidenceFinding[] => {
    const there = runs.find(({ id }) => id === run);
    if (there?.digest === digest) return [];
    const what =
      there === undefined
        ? `it is not there, or cannot be read; ${file}, which the journal cites, has its digest`
        : `it is not the run whose digest stands in ${file}, which the journal cites`;
    return [{ kind: 'damaged', file: `runs/${run}.yaml`, what }];
  });
}

/** Of a case that cannot be read nothing else is compared: what it states is not known. */
async function orderCopies(paths: CasePaths): Promise<PapersVerified> {
  const read = await loadCase(paths, { quick: true, from: paths.folder });
  if (!read.ok) return { files: 0, findings: read.problems.map((one) => damaged(one, 'case.yaml')) };
  const copies = read.value.orders.flatMap(({ id, copy }) => (copy === undefined ? [] : [{ id, copy }]));
  const findings = copies.flatMap(({ id, copy }): EvidenceFinding[] => {
    const reading = readOrderCopy(paths, copy);
    if (reading.ok) return [];
    const what = reading.why === 'missing' ? 'is not there' : 'is not the one that the case states';
    return [{ kind: 'damaged', file: copy.file, what: `the copy of the order ${id} ${what}` }];
  });
  return { files: copies.length, findings };
}
