// Files of a case that change together, and the entries of imports.yaml that tell of it. One process at a time; what nobody may find
// half done is noted first, so that a change that was broken off is finished, or taken back, by the next one.
import { formatImport } from '../../casefile/imports.ts';
import type { ImportEntry } from '../../model/case/import.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type Machine, takeLockInTime } from '../disk/lock.ts';
import type { CasePaths } from '../workspace.ts';
import { appendImports, hasImports } from './imports.ts';
import { forgetPending, isWritten, notePending, pendingChange, takeBack } from './pending-change.ts';
import { type CaseFile, type ChangedFile, isUnchanged, replaceUnchanged } from './rewrite.ts';

interface CaseChange {
  /** The last one makes the others count: nothing looks at a new schedule before the case names it. */
  readonly files: readonly ChangedFile[];
  /** What imports.yaml says of it; none: it says nothing. */
  readonly entries?: readonly ImportEntry[];
}

/** The file that somebody changed meanwhile: it was left as it is, and so were those after it. */
type Conflict = CaseFile;

/** `finished`: its files were written, and imports.yaml tells of it now. `undone`: they were not, and what it made is gone. */
type Settled = 'finished' | 'undone';

/** Writing takes a second at most, also of a million names. */
const PATIENCE = { tries: 200, apart: 50 };

export async function changeCase(
  paths: CasePaths,
  { files, entries = [] }: CaseChange,
  machine: Machine,
): Promise<Conflict | undefined> {
  return locked(paths, machine, async () => {
    await settle(paths, machine);
    const other = files.find(({ target }) => !isUnchanged(target));
    if (other !== undefined) return other.target;
    const imports = entries.map(formatImport).join('');
    if (imports !== '') notePending(paths, files, imports);
    const conflict = files.find(({ target, text }) => !replaceUnchanged(target, text));
    if (conflict === undefined && imports !== '') await appendImports(paths, imports, machine);
    else if (conflict !== undefined) await settle(paths, machine);
    forgetPending(paths);
    return conflict?.target;
  });
}

/** Before a case is read that is to be changed. `undefined`: no change was broken off. */
export async function settleChange(paths: CasePaths, machine: Machine): Promise<Settled | undefined> {
  if (pendingChange(paths) === undefined) return undefined;
  return locked(paths, machine, () => settle(paths, machine));
}

async function settle(paths: CasePaths, machine: Machine): Promise<Settled | undefined> {
  const pending = pendingChange(paths);
  const last = pending?.files.at(-1);
  if (pending === undefined || last === undefined) return undefined;
  const done = isWritten(paths, last);
  if (done && !hasImports(paths, pending.entries)) await appendImports(paths, pending.entries, machine);
  if (!done) for (const file of pending.files) takeBack(paths, file);
  forgetPending(paths);
  return done ? 'finished' : 'undone';
}

async function locked<T>(paths: CasePaths, machine: Machine, act: () => Promise<T>): Promise<T> {
  const lock = await takeLockInTime(`${paths.caseFile}.lock`, machine, PATIENCE);
  if (lock === undefined) throw held(paths);
  try {
    return await act();
  } finally {
    lock.release();
  }
}

function held({ id, caseFile }: CasePaths): TakedownError {
  return new TakedownError('guard', {
    code: 'change-under-way',
    message: `Another process has been changing files of ${id} for too long; nothing was written.`,
    hint: `If none is running, remove ${caseFile}.lock`,
  });
}
