// The answers of a `takedown new` that was stopped, beside the cases: what is known of a case, which may be under seal, stays in
// the folder that cases are kept in. It is no case, since it is no folder.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SourceText } from '../../casefile/source.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { readSource } from '../sources.ts';
import type { Workspace } from '../workspace.ts';

const DRAFT = '.new-case.yaml';

export function keepDraft({ cases }: Workspace, text: string): void {
  mkdirSync(cases, { recursive: true });
  replaceFile(join(cases, DRAFT), text);
}

export function readDraft({ cases }: Workspace, from: string): SourceText | undefined {
  return readSource(join(cases, DRAFT), from);
}

export function dropDraft({ cases }: Workspace): void {
  rmSync(join(cases, DRAFT), { force: true });
}
