// An unfinished run that nobody will finish is set aside: its two files keep every octet and get another ending, under which
// nothing lists them. Given their names back, they are an unfinished run again.
import { existsSync } from 'node:fs';
import { isCode, renameNew, syncFolder } from '../disk/files.ts';
import { type Machine, takeLock } from '../disk/lock.ts';
import { isRunId, isShardId, runPaths } from '../run-form/paths.ts';
import type { CasePaths } from '../workspace.ts';

type SetAside =
  | { readonly ok: true; readonly files: readonly string[] }
  | { readonly ok: false; readonly because: 'no-such-run' }
  | { readonly ok: false; readonly because: 'held'; readonly file: string }
  /** Something of that name was set aside before. */
  | { readonly ok: false; readonly because: 'there-already'; readonly file: string };

export const SET_ASIDE = '.set-aside';

export function setAside(paths: Pick<CasePaths, 'runs'>, id: string, machine: Machine): SetAside {
  if (!isRunId(id) && !isShardId(id)) return { ok: false, because: 'no-such-run' };
  const files = runPaths(paths, id);
  if (!existsSync(files.partialRun)) return { ok: false, because: 'no-such-run' };
  const lock = takeLock(files.lock, machine);
  if (lock.held) return { ok: false, because: 'held', file: lock.file };
  try {
    const done: string[] = [];
    // The run comes last: whatever breaks off before, it is still listed and can be set aside again.
    for (const [partial, whole] of [
      [files.partialEvidence, files.evidence],
      [files.partialRun, files.run],
    ] as const) {
      const to = `${whole}${SET_ASIDE}`;
      if (!renamed(partial, to)) return { ok: false, because: 'there-already', file: to };
      if (existsSync(to)) done.push(to);
    }
    syncFolder(files.folder);
    return { ok: true, files: done };
  } finally {
    lock.release();
  }
}

/** Evidence that is missing is no hindrance. */
function renamed(from: string, to: string): boolean {
  try {
    return renameNew(from, to);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return true;
    throw error;
  }
}
