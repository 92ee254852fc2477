// Files that people write for all cases of a workspace, and that a run or a letter is made with: recipients, settings, templates
// with what a house prints with. Named from the case's folder, as a person would go there; what a run states of others is
// not looked at.
import { lstatSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { byCodeUnit } from '../../model/name.ts';
import { isFolder } from '../disk/files.ts';
import { MOST_TEMPLATES } from '../letters/templates.ts';
import { readInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

type Places = Pick<CasePaths, 'folder' | 'recipients'>;

const [RECIPIENTS, SETTINGS, TEMPLATES] = ['../recipients.yaml', '../../takedown.yaml', '../../templates/'];

/** Those that are there, one after the other: fonts are large. */
export function* sharedFiles(paths: Places): Generator<readonly [file: string, octets: Uint8Array]> {
  for (const file of sharedNames(paths)) {
    const octets = sharedOctets(paths, file);
    if (octets !== undefined) yield [file, octets];
  }
}

/** Links among them as well: what may be read is decided where it is read. */
export function sharedNames({ folder }: Pick<Places, 'folder'>): readonly string[] {
  const folders = ['', 'partials/', 'fonts/'].map((inside) => `${TEMPLATES}${inside}`);
  const kept = folders.flatMap((inside) => namesIn(join(folder, inside)).map((name) => `${inside}${name}`));
  return [RECIPIENTS, SETTINGS, ...kept].filter(
    (file) => lstatSync(join(folder, file), { throwIfNoEntry: false }) !== undefined,
  );
}

/** `undefined` also for a name that is none of these, or leads elsewhere. */
export function sharedOctets({ folder, recipients }: Places, file: string): Uint8Array | undefined {
  const cases = dirname(recipients);
  if (file === RECIPIENTS) return readInside(cases, 'recipients.yaml', folder)?.octets;
  const root = dirname(cases);
  if (file === SETTINGS) return readInside(root, 'takedown.yaml', folder)?.octets;
  if (!file.startsWith(TEMPLATES)) return undefined;
  return readInside(join(root, 'templates'), file.slice(TEMPLATES.length), folder)?.octets;
}

/** Of more than any house has, only the first ones: a run does not state a disk. */
function namesIn(folder: string): readonly string[] {
  if (!isFolder(folder)) return [];
  const files = readdirSync(folder, { withFileTypes: true }).filter(
    (entry) => !entry.isDirectory() && !entry.name.startsWith('.'),
  );
  return files
    .map(({ name }) => name)
    .sort(byCodeUnit)
    .slice(0, MOST_TEMPLATES);
}
