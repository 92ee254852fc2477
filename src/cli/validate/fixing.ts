// `takedown validate --fix`: the files of cases as they would be with what has one right answer set right, shown as a diff and
// written after a yes. A file that somebody changed meanwhile is left as it is, and then none is written.
import type { FileKind } from '../../casefile/fixes/fix.ts';
import { type FixedFile, fixedFile } from '../../casefile/fixes/fixed-file.ts';
import { scheduleFiles } from '../../casefile/schedule-files.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { count } from '../../model/text/phrase.ts';
import { diffLines } from '../../reports/files/diff-text.ts';
import type { Fixing } from '../../reports/files/json.ts';
import { changeCase } from '../../store/case/change.ts';
import { type CaseFile, fileAt, fileOfCase, isUnchanged } from '../../store/case/rewrite.ts';
import type { Machine } from '../../store/disk/lock.ts';
import { readInside, readSource } from '../../store/sources.ts';
import type { CasePaths } from '../../store/workspace.ts';
import type { Call } from '../command.ts';
import { consentTo } from '../consent.ts';
import { machineFor } from '../lock-holder.ts';
import { printLines } from '../print.ts';

interface Fixable {
  /** Of a shared file, one of the cases that are meant. */
  readonly paths: CasePaths;
  readonly target: CaseFile;
  readonly fixed: FixedFile;
}

/** What `--json` says of it; everything else is said to people here. */
export async function fixFiles(call: Call, meant: readonly CasePaths[]): Promise<Fixing> {
  const files = fixableFiles(meant, call.context.folder);
  const { context, terminal, options } = call;
  if (files.length > 0 && !terminal.json) await printLines(context.out, diffs(files, call));
  const dry = options['dryRun'] === true;
  const written = files.length > 0 && !dry && (await agreed(call, files));
  if (written) await write(files, machineFor(context));
  if (!terminal.json) await printLines(context.out, [outcome(files, written), '']);
  return { written, lines: fixedLines(files) };
}

function fixableFiles(meant: readonly CasePaths[], from: string): readonly Fixable[] {
  const found: Fixable[] = [];
  for (const paths of meant) {
    const caseFile = readInside(paths.folder, 'case.yaml', from);
    if (caseFile === undefined) continue;
    const lists = scheduleFiles(caseFile).map((file) => [file, 'list'] as const);
    for (const [file, kind] of [['case.yaml', 'case'] as const, ...lists]) {
      const source = readInside(paths.folder, file, from);
      const fixed = source && fixedFile(source, kind);
      if (fixed !== undefined) found.push({ paths, fixed, target: fileOfCase(paths, file, from) });
    }
  }
  return [...found, ...sharedFiles(meant, from)];
}

function sharedFiles(meant: readonly CasePaths[], from: string): readonly Fixable[] {
  const shared = new Map(meant.map((paths) => [paths.recipients, paths]));
  return [...shared].flatMap(([path, paths]) => {
    const kind: FileKind = 'recipients';
    const source = readSource(path, from);
    const fixed = source && fixedFile(source, kind);
    return fixed === undefined ? [] : [{ paths, fixed, target: fileAt(path, from) }];
  });
}

/** Beyond this a screen is not read; piped, nothing is cut. */
const LINES_SHOWN = 400;

function* diffs(files: readonly Fixable[], { terminal }: Call): Iterable<string> {
  let left = terminal.width === undefined ? Number.POSITIVE_INFINITY : LINES_SHOWN;
  for (const { fixed } of files) {
    const { file, before: text, lines: changes } = fixed;
    for (const line of diffLines({ file, text, changes }, terminal.paint)) {
      left -= 1;
      if (left >= 0) yield line;
    }
  }
  if (left < 0) yield `… and ${-left} more lines; all of them: takedown validate --fix --dry-run | less`;
  yield '';
}

async function agreed(call: Call, files: readonly Fixable[]): Promise<boolean> {
  await consentTo(call, {
    ready: `${lineCount(files)} in ${fileCount(files)} can be fixed`,
    asks: `Write these changes to ${fileCount(files)}?`,
    does: 'write them',
    otherwise: 'nothing was written',
  });
  return true;
}

async function write(files: readonly Fixable[], machine: Machine): Promise<void> {
  const other = files.find(({ target, fixed }) => target.text !== fixed.before || !isUnchanged(target));
  if (other !== undefined) throw changedMeanwhile(other.target, 'nothing was written');
  for (const { target, fixed, paths } of files) {
    const conflict = await changeCase(paths, { files: [{ target, text: fixed.after }] }, machine);
    if (conflict !== undefined) throw changedMeanwhile(conflict, 'it was left as it is');
  }
}

function changedMeanwhile({ label }: CaseFile, fate: string): TakedownError {
  return new TakedownError('guard', {
    code: 'changed-meanwhile',
    message: `${label} was changed by somebody else meanwhile; ${fate}.`,
    hint: 'Run the command again.',
  });
}

function outcome(files: readonly Fixable[], written: boolean): string {
  if (files.length === 0) return 'Nothing to fix.';
  const what = `${lineCount(files)} in ${fileCount(files)}`;
  return written ? `${what} fixed` : `${what} would be fixed; nothing is written`;
}

function lineCount(files: readonly Fixable[]): string {
  return count(
    files.reduce((sum, { fixed }) => sum + fixed.lines.length, 0),
    'line',
  );
}

function fileCount(files: readonly Fixable[]): string {
  const [only] = files;
  return files.length === 1 && only !== undefined ? only.target.label : `${files.length} files`;
}

function* fixedLines(files: readonly Fixable[]): Fixing['lines'] {
  for (const { fixed, target } of files) {
    for (const { line, codes, before, after } of fixed.lines) {
      yield { file: target.label, line, codes, before, after: after ?? null };
    }
  }
}
