// Digests of runs in the papers that the journal cites: a mail to a notary, a time stamp's text, a page that counsel signed.
// Whoever wrote a run anew, with all digests in it, would have had to change what lies with other people too.
import type { JournalEvidence } from '../../model/case/journal.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

interface NotedDigest {
  readonly run: string;
  readonly digest: string;
  /** The paper that holds it. */
  readonly file: string;
}

/** A paper is looked through as far as this. */
const FAR = 1 << 22;

/** As `evidence verify` prints it, `20190329T213000Z-8662  sha-256 61a0…`, also over a line end, or as its JSON has it. */
const NOTED = /\b(\d{8}T\d{6}Z-[0-9a-f]{4})["\s,]{1,8}(?:sha-256\s{1,8}|"digest":\s{0,2}")([0-9a-f]{64})\b/g;

/** Soft line ends of a mail (RFC 2045 section 6.7) are no part of the text. */
const SOFT = /=\r?\n/g;

export function notedDigests(paths: CasePaths, papers: readonly JournalEvidence[]): readonly NotedDigest[] {
  const files = [...new Set(papers.map(({ file }) => file))];
  return files.flatMap((file) => {
    const octets = readInside(paths.folder, file, paths.folder)?.octets;
    if (octets === undefined) return [];
    const text = Buffer.from(octets.subarray(0, FAR)).toString('latin1').replace(SOFT, '');
    return [...text.matchAll(NOTED)].map(([, run = '', digest = '']) => ({ run, digest, file }));
  });
}
