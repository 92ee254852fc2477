// A file as it would be with its fixes, line by line: what is to be shown before it is written. Everything else of the
// text stays what it was, octet for octet. The warnings of what can be fixed come from the same edits.
import type { Problem } from '../../model/problem.ts';
import type { Code } from '../codes.ts';
import { problem } from '../problems.ts';
import { CASE_FILE_LIMIT, readable, readText, SCHEDULE_LIMIT, type SourceText } from '../source.ts';
import type { Edit, FileKind, FileText } from './fix.ts';
import { FIXES } from './index.ts';

interface ChangedLine {
  /** In the file as it is, from 1. */
  readonly line: number;
  readonly codes: readonly Code[];
  readonly before: string;
  /** Absent: the line is taken out. */
  readonly after?: string;
}

export interface FixedFile {
  readonly file: string;
  readonly before: string;
  readonly after: string;
  readonly lines: readonly ChangedLine[];
}

/** Without what cannot be read as text: that has problems of its own. */
export function fixedFile(source: SourceText, kind: FileKind): FixedFile | undefined {
  const file = fileText(source, kind);
  if (file === undefined) return undefined;
  const edits = FIXES.flatMap(({ code, edits }) => edits(file).map((edit) => ({ ...edit, code })));
  return edits.length === 0 ? undefined : changed(file, distinct(edits));
}

/** What can be fixed and no rule tells of: one warning a kind, at the first place. */
export function fixable(source: SourceText, kind: FileKind): readonly Problem[] {
  const file = fileText(source, kind);
  if (file === undefined) return [];
  return FIXES.flatMap(({ code, says, edits }) => {
    const found = says === undefined ? [] : edits(file);
    const [first] = found;
    if (says === undefined || first === undefined) return [];
    return [problem(code, says(found.length), { place: file.text.place(first.start, first.end) })];
  });
}

function fileText(source: SourceText, kind: FileKind): FileText | undefined {
  if (!readText(source, kind === 'list' ? SCHEDULE_LIMIT : CASE_FILE_LIMIT).ok) return undefined;
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(source.octets);
  return { kind, text: readable(source.file, text) };
}

interface CodedEdit extends Edit {
  readonly code: Code;
}

/** In the order of the text; of two that meet, the one that begins first or reaches further. */
function distinct(edits: readonly CodedEdit[]): readonly CodedEdit[] {
  const sorted = [...edits].sort((a, b) => a.start - b.start || b.end - a.end || a.text.length - b.text.length);
  const kept: CodedEdit[] = [];
  for (const edit of sorted) {
    const last = kept[kept.length - 1];
    if (last === undefined || edit.start >= last.end) kept.push(edit);
  }
  return kept;
}

function changed({ text: { text, file } }: FileText, edits: readonly CodedEdit[]): FixedFile {
  const lines: ChangedLine[] = [];
  const pieces: string[] = [];
  let [line, start, at] = [0, 0, 0];
  while (start < text.length) {
    line += 1;
    const feed = text.indexOf('\n', start);
    const next = feed === -1 ? text.length : feed + 1;
    const before = text.slice(start, next);
    const own: CodedEdit[] = [];
    for (let edit = edits[at]; edit !== undefined && edit.start < next; edit = edits[at]) {
      own.push(edit);
      at += 1;
    }
    const after = own.length === 0 ? before : edited(text, { start, end: next }, own);
    pieces.push(after);
    if (after !== before) {
      const codes = [...new Set(own.map(({ code }) => code))];
      lines.push({ line, codes, before, ...(after === '' ? {} : { after }) });
    }
    start = next;
  }
  return { file, before: text, after: pieces.join(''), lines };
}

function edited(text: string, line: { readonly start: number; readonly end: number }, edits: readonly Edit[]): string {
  let after = '';
  let at = line.start;
  for (const edit of edits) {
    after += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return after + text.slice(at, line.end);
}
