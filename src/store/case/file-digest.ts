// The SHA-256 of a file of a case's folder, read piece by piece: evidence may be larger than memory.
import { createHash } from 'node:crypto';
import { closeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { unlessMissing } from '../disk/files.ts';
import { openFile } from '../disk/open-file.ts';
import { isInside } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

const PIECE = 1 << 20;

/** `undefined` where there is no such file, also where its name leads out of the folder. */
export function digestOfFile({ folder }: Pick<CasePaths, 'folder'>, file: string): string | undefined {
  if (!isInside(folder, file)) return undefined;
  const handle = unlessMissing(() => openFile(join(folder, file)));
  if (handle === undefined) return undefined;
  try {
    const hash = createHash('sha256');
    const piece = Buffer.allocUnsafe(PIECE);
    for (;;) {
      const count = readSync(handle, piece, 0, PIECE, null);
      if (count === 0) return hash.digest('hex');
      hash.update(piece.subarray(0, count));
    }
  } finally {
    closeSync(handle);
  }
}
