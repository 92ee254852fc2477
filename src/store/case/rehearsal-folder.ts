// The copy of a case that a rehearsal plays on: `<case>.rehearsal` beside it, marked as such in its own case.yaml. Whatever
// stands there is replaced only if it is a rehearsal itself; runs, letters and journal start empty.
import { cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setInCase } from '../../casefile/edit.ts';
import { TakedownError } from '../../model/takedown-error.ts';
import { type CasePaths, casePaths } from '../workspace.ts';

/** What is of the case itself and not of a rehearsal, the scenario included. */
const LEFT_BEHIND = new Set([
  ...['runs', 'shards', 'alarms', 'letters', 'drafts', 'replies', 'signed'],
  ...['journal.yaml', 'rehearsal.yaml', 'change.pending'],
]);
const MARK = /^rehearsal: true\b/m;

export function rehearsalFolder({ folder }: CasePaths): string {
  return `${folder}.rehearsal`;
}

/** One process at a time: whoever calls it has the folder's lock. */
export function makeRehearsal(paths: CasePaths): CasePaths {
  const cases = join(paths.folder, '..');
  const copy = casePaths({ root: join(cases, '..'), cases }, `${paths.id}.rehearsal`);
  if (copy === undefined) throw new Error(`${paths.id}.rehearsal is no name for a case`);
  // Hidden, since neither half a copy nor half of the one before may ever pass for a case.
  const [fresh, old] = [join(cases, `.${copy.id}.new`), join(cases, `.${copy.id}.old`)];
  for (const left of [fresh, old]) rmSync(left, { recursive: true, force: true });
  refuseOther(copy);
  cpSync(paths.folder, fresh, { recursive: true, filter: (from) => isCopied(paths.folder, from) });
  writeFileSync(join(fresh, 'case.yaml'), marked(readFileSync(paths.caseFile, 'utf8'), copy.id));
  if (existsSync(copy.folder)) renameSync(copy.folder, old);
  renameSync(fresh, copy.folder);
  rmSync(old, { recursive: true, force: true });
  return copy;
}

function isCopied(folder: string, from: string): boolean {
  if (from === folder) return true;
  const name = basename(from);
  const isTop = join(folder, name) === from;
  return !(isTop && LEFT_BEHIND.has(name)) && !/\.(?:lock|partial|takedown-new)$/.test(name);
}

function refuseOther(copy: CasePaths): void {
  if (!existsSync(copy.folder) || readdirSync(copy.folder).length === 0) return;
  if (existsSync(copy.caseFile) && MARK.test(readFileSync(copy.caseFile, 'utf8'))) return;
  throw new TakedownError('guard', {
    code: 'not-a-rehearsal',
    message: `${copy.folder} is there already and is no rehearsal; it is not replaced.`,
    hint: 'Move it away, or give it another name.',
  });
}

function marked(text: string, id: string): string {
  const named = setInCase(text, { path: ['case'], value: id });
  const edited = named.ok ? setInCase(named.text, { path: ['rehearsal'], value: true, after: 'case' }) : named;
  if (edited.ok) return edited.text;
  throw new TakedownError('input', {
    code: 'cannot-copy',
    message: `The case file cannot be marked as a rehearsal. ${edited.reason}`,
  });
}
