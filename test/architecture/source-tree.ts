// Reads the program's own source for the tests that guard its shape.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export interface SourceFile {
  /** From the repository's root, with forward slashes: `src/model/name.ts`. */
  readonly path: string;
  /** The room: the folder below src. */
  readonly room: string;
  readonly text: string;
  readonly imports: readonly string[];
}

const IMPORT = /^\s*(?:import|export)\s[^'";]*?from\s*'([^']+)'|^\s*import\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm;

export function filesUnder(folder: string, ending = '.ts'): readonly string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .map((file) => posix.join(folder, file.replaceAll('\\', '/')))
    .sort();
}

export function sourceFiles(): readonly SourceFile[] {
  return filesUnder('src').map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8');
    const imports = [...text.matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? '');
    return { path, room: path.split('/')[1] ?? '', text, imports };
  });
}

/** The file that a relative import names, from the root; `undefined` for a package. */
export function target(file: SourceFile, imported: string): string | undefined {
  if (!imported.startsWith('.')) return undefined;
  return relative(ROOT, join(ROOT, dirname(file.path), imported)).replaceAll('\\', '/');
}
