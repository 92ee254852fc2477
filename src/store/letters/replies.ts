// What came back, mails and papers, kept as they are in replies/ of the case's folder, and in signed/ what a person signed:
// create-only, each octet sequence once.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { extname, join } from 'node:path';
import type { JournalEvidence } from '../../model/case/journal.ts';
import { byCodeUnit } from '../../model/name.ts';
import { sha256 } from '../../model/sha256.ts';
import { createFile } from '../disk/create-file.ts';
import { unlessMissing } from '../disk/files.ts';
import { filesKept, plainFileName } from '../disk/kept-files.ts';
import type { CasePaths } from '../workspace.ts';

const KEPT_IN = ['replies', 'signed'] as const;
type KeptIn = (typeof KEPT_IN)[number];

interface Keeping {
  readonly name: string;
  readonly octets: Uint8Array;
  readonly in?: KeptIn;
}

interface Kept {
  /** The same octets were there already, under this name; nothing was written. */
  readonly known: boolean;
  readonly evidence: JournalEvidence;
}

/** Files that lie there, by their names in the case's folder. */
export function repliesThere(paths: CasePaths): readonly string[] {
  return KEPT_IN.flatMap((kept) => filesKept(paths.folder, kept));
}

/** `name` is what the file is to be called: what is no plain letter of a file name becomes a hyphen. */
export function keepReply(paths: CasePaths, { name, octets, in: where = 'replies' }: Keeping): Kept {
  const folder = join(paths.folder, where);
  const digest = sha256(octets);
  const there = sameAs({ folder, octets, digest });
  if (there !== undefined) return { known: true, evidence: evidenceOf(where, there, digest) };
  const file = create(folder, plainFileName(name), octets);
  return { known: false, evidence: evidenceOf(where, file, digest) };
}

function evidenceOf(where: KeptIn, file: string, digest: string): JournalEvidence {
  return { file: `${where}/${file}`, 'sha-256': digest };
}

/** Only files of the same length are read. */
function sameAs({ folder, octets, digest }: { folder: string; octets: Uint8Array; digest: string }) {
  const entries = unlessMissing(() => readdirSync(folder, { withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(byCodeUnit)
    .find((name) => {
      const path = join(folder, name);
      return statSync(path).size === octets.length && sha256(readFileSync(path)) === digest;
    });
}

/** Another file of that name gets another number, never another's place. */
function create(folder: string, name: string, octets: Uint8Array): string {
  const ending = extname(name);
  const stem = name.slice(0, name.length - ending.length);
  for (let count = 1; ; count += 1) {
    const file = count === 1 ? name : `${stem}-${count}${ending}`;
    if (createFile(join(folder, file), octets)) return file;
  }
}
