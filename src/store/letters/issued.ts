// Issued letters as they lie in a case's folder: their manifests, and whether the files are still those that were issued.
// Writing one is issue.ts.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { changedLetter, letterFileOf, parseManifest } from '../../casefile/issued-letter.ts';
import type { IssuedLetter, LetterFile } from '../../model/letter/letter.ts';
import { byCodeUnit } from '../../model/name.ts';
import type { Checked, Problem } from '../../model/problem.ts';
import { unlessMissing } from '../disk/files.ts';
import { labelOf, readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

/** The file that makes a folder a letter. */
export const MANIFEST = 'letter.yaml';

interface LettersThere {
  /** By id, so by date. */
  readonly letters: readonly IssuedLetter[];
  /** Of letters that are no longer as they were issued; these are not among `letters`. */
  readonly problems: readonly Problem[];
}

/** For commands that show: what is sound, and what is wrong with the rest. `from` is the working folder. */
export function lettersIn(paths: CasePaths, from: string): LettersThere {
  const readings = foldersOf(paths).map((id) => readLetter(paths, { id, from }));
  return {
    letters: readings.flatMap((reading) => (reading.ok ? [reading.value] : [])),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

/** For commands that write: with one damaged letter nobody knows what went out, so there is no value. */
export function issuedLetters(paths: CasePaths, from: string): Checked<readonly IssuedLetter[]> {
  const { letters, problems } = lettersIn(paths, from);
  return problems.length === 0 ? { ok: true, value: letters, problems } : { ok: false, problems };
}

/** A folder that is still being written, and what systems put beside folders, is no letter. */
function foldersOf(paths: CasePaths): readonly string[] {
  const entries = unlessMissing(() => readdirSync(paths.letters, { withFileTypes: true })) ?? [];
  return entries
    .filter((entry) => !entry.isFile() && !entry.name.endsWith('.partial') && !entry.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(byCodeUnit);
}

function readLetter(paths: CasePaths, { id, from }: { id: string; from: string }): Checked<IssuedLetter> {
  const source = readInside(paths.letters, `${id}/${MANIFEST}`, from);
  if (source === undefined) {
    const label = labelOf(join(paths.letters, id), from);
    return { ok: false, problems: [changedLetter(label, `The letter ${id} has no ${MANIFEST}.`)] };
  }
  const reading = parseManifest(source);
  if (!reading.ok) return reading;
  const { value } = reading;
  if (value.id === id && value.caseId === paths.id) return reading;
  const message = `This is the letter ${value.id} of the case ${value.caseId}, in the folder ${id} of ${paths.id}.`;
  return { ok: false, problems: [changedLetter(source.file, message)] };
}

/** What became of the files of a letter; nothing: they are the octets that were issued. */
export function changesSinceIssue(paths: CasePaths, letter: IssuedLetter, from: string): readonly Problem[] {
  return letter.files.flatMap((listed) => {
    const found = readInside(paths.letters, `${letter.id}/${listed.file}`, from);
    const label = labelOf(join(paths.letters, letter.id, listed.file), from);
    if (found === undefined) return [changedLetter(label, `${listed.file} of the letter ${letter.id} is not there.`)];
    if (isSame(letterFileOf({ file: listed.file, octets: found.octets }), listed)) return [];
    return [changedLetter(label, `${listed.file} is no longer what was issued as ${letter.id}.`)];
  });
}

function isSame(one: LetterFile, other: LetterFile): boolean {
  return one['sha-256'] === other['sha-256'] && one.length === other.length;
}

/** The octets of a file of a letter, only where they are those that were issued. */
export function issuedOctets(paths: CasePaths, letter: IssuedLetter, file: string): Uint8Array | undefined {
  const listed = letter.files.find((one) => one.file === file);
  const found = readInside(paths.letters, `${letter.id}/${file}`, paths.folder);
  if (listed === undefined || found === undefined) return undefined;
  return isSame(letterFileOf({ file, octets: found.octets }), listed) ? found.octets : undefined;
}
