// The shape of a fix: what has one right answer in a file that people write, as edits of its text. It belongs to a problem
// code, and where no other rule tells of it, it brings the sentence. See index.ts for the list.
import type { Code } from '../codes.ts';
import type { ReadableText } from '../source.ts';

/** One stretch of the text and what is to stand there; never over the end of a line. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** What kind of file it is: a list of names, a case file, the shared recipients. */
export type FileKind = 'list' | 'case' | 'recipients';

export interface FileText {
  readonly kind: FileKind;
  /** As it stands in the file, with its byte order mark if it has one. */
  readonly text: ReadableText;
}

export interface Fix {
  readonly code: Code;
  /** A sentence; shown by `takedown explain CODE`. */
  readonly does: string;
  /** Whole sentences for so many edits. Absent: what is fixed is told by the rules already. */
  says?(count: number): string;
  edits(file: FileText): readonly Edit[];
}

/** An identity function that exists for inference. */
export function defineFix(fix: Fix): Fix {
  return fix;
}

export function isCsv({ file }: { readonly file: string }): boolean {
  return /\.csv$/i.test(file);
}

export function counted(count: number, one: string, more: string): string {
  return count === 1 ? `One ${one}` : `${count} ${more}`;
}
