// Folders of their own for stories: empty ones, and ones with the shipped case.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'takedown-story-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** A workspace with the Phosphorus case and the recipients, and nothing that was found out. */
export function phosphorusWorkspace(): string {
  const folder = emptyFolder();
  for (const file of [
    'recipients.yaml',
    'phosphorus/case.yaml',
    'phosphorus/appendix-a.txt',
    'phosphorus/rehearsal.yaml',
    'phosphorus/orders',
  ])
    cpSync(join(PROJECT, 'cases', file), join(folder, 'cases', file), { recursive: true });
  return folder;
}

/** Text files by their path in the folder. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}
