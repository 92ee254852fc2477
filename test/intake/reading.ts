// Documents read as the program reads them, for tests that look at what came out.
import { readDocument } from '../../src/intake/index.ts';
import type { DocumentText } from '../../src/intake/placed.ts';
import type { Problem } from '../../src/model/problem.ts';

export async function readText(octets: Uint8Array, file: string): Promise<DocumentText> {
  const read = await readDocument({ file, octets });
  if (!read.ok) throw new Error(read.problems.map(({ message }) => message).join('\n'));
  return read.value;
}

/** The one problem that keeps a document from being read. */
export async function problemOf(octets: Uint8Array, file: string): Promise<Problem> {
  const read = await readDocument({ file, octets });
  const [problem] = read.problems;
  if (read.ok || problem === undefined) throw new Error(`${file} was read`);
  return problem;
}
