// Answers of an import that is not finished, in drafts/ of the case: a sitting that ends at the third of forty questions goes on at
// the fourth. A text of one answer a line; the documents' digest is in its name, so that it is never taken for those of another.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../model/sha256.ts';
import { unlessMissing } from '../disk/files.ts';
import { replaceFile } from '../disk/replace-file.ts';
import { draftsOf } from '../letters/drafts.ts';
import { labelOf } from '../sources.ts';
import type { CasePaths } from '../workspace.ts';

export interface AnswersFile {
  /** As people call it. */
  readonly label: string;
  /** Empty where there was none. */
  readonly lines: readonly string[];
  keep(lines: readonly string[]): void;
  remove(): void;
}

/** `digests`: of the documents, in any order. */
export function answersFile(paths: CasePaths, digests: readonly string[], from: string): AnswersFile {
  const [only = ''] = digests;
  const all = digests.length === 1 ? only : sha256([...digests].sort().join('\n'));
  const name = `import-${all.slice(0, 16)}.txt`;
  const path = join(paths.folder, 'drafts', name);
  const text = unlessMissing(() => readFileSync(path, 'utf8')) ?? '';
  return {
    label: labelOf(path, from),
    lines: text.split('\n').filter((line) => line !== '' && !line.startsWith('#')),
    keep(lines) {
      draftsOf(paths);
      replaceFile(
        path,
        `# Answers of an import that is not finished; takedown import goes on with them.\n${lines.join('\n')}\n`,
      );
    },
    remove: () => rmSync(path, { force: true }),
  };
}
