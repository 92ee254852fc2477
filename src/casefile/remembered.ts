// A file that was read before need not be read again while no octet of it has changed: reading YAML against a schema costs
// more than the rest of a status screen. What is kept is the outcome of reading, never a status, and it is worth nothing
// when it cannot be understood; where it lies is the store's affair. Only commands that merely show use it.
import type { Case } from '../model/case/case.ts';
import type { JournalEntry } from '../model/case/journal.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { sha256 } from '../model/sha256.ts';
import { type PackedCase, packed, unpacked } from './packed-names.ts';
import type { CaseTexts } from './parse.ts';
import type { SourceText } from './source.ts';

export interface ReadingMemory {
  /** What was written last under this key, if anything. */
  read(key: string): string | undefined;
  write(key: string, text: string): void;
  /** A text of more characters than these is not kept. */
  readonly largest: number;
  /** The program and its build: another one may read the same octets otherwise. */
  readonly tool: string;
}

interface Keyed {
  readonly key: string;
}

interface CaseMemory extends Keyed {
  /** The schedules that were read, by the file's name, with the digest of their octets. */
  readonly schedules: Readonly<Record<string, string>>;
  readonly value: PackedCase;
  readonly problems: readonly Problem[];
}

/** `parseCase`, or what it gave for the same octets before. Only cases without errors are remembered. */
export async function readCase(texts: CaseTexts, memory: ReadingMemory): Promise<Checked<Case>> {
  const key = keyOf(texts, memory.tool);
  const known = understood<CaseMemory>(memory.read(key), key);
  if (known !== undefined && unchanged(known, texts)) {
    return { ok: true, value: unpacked(known.value), problems: known.problems };
  }
  const { parseCase } = await import('./parse.ts');
  const reading = await parseCase(texts);
  if (reading.ok && namesIn(reading.value) < memory.largest / SHORTEST_NAME) {
    memory.write(key, JSON.stringify(memoryOf(key, texts, reading)));
  }
  return reading;
}

/** In JSON. Of names by the million no text is made that is too large in any case. */
const SHORTEST_NAME = '"a.b",'.length;

function namesIn({ schedules }: Case): number {
  return schedules.reduce((sum, { names }) => sum + names.length, 0);
}

interface JournalMemory extends Keyed {
  readonly value: readonly JournalEntry[];
}

/** `parseJournal`, or what it gave for the same octets before. */
export async function readEntries(
  source: SourceText,
  memory: ReadingMemory,
): Promise<Checked<readonly JournalEntry[]>> {
  const key = digest(JSON.stringify([memory.tool, 'journal', source.file, digest(source.octets)]));
  const known = understood<JournalMemory>(memory.read(key), key);
  if (known !== undefined) return { ok: true, value: known.value, problems: [] };
  const { parseJournal } = await import('./journal.ts');
  const reading = parseJournal(source);
  if (reading.ok && reading.problems.length === 0) memory.write(key, JSON.stringify({ key, value: reading.value }));
  return reading;
}

function keyOf({ id, caseFile, recipients, quick }: CaseTexts, tool: string): string {
  const parts = [tool, id, caseFile.file, quick === true ? 'quick' : 'thorough', digest(caseFile.octets)];
  const shared = recipients === undefined ? [] : [recipients.file, digest(recipients.octets)];
  return digest(JSON.stringify([...parts, ...shared]));
}

function digest(content: string | Uint8Array): string {
  return sha256(content);
}

function memoryOf(key: string, texts: CaseTexts, reading: Checked<Case> & { readonly ok: true }): CaseMemory {
  const { value, problems } = reading;
  const schedules = Object.fromEntries(value.schedules.map(({ file }) => [file, scheduleDigest(texts, file) ?? '']));
  return { key, schedules, value: packed(value), problems };
}

function unchanged({ schedules }: CaseMemory, texts: CaseTexts): boolean {
  return Object.entries(schedules).every(([file, known]) => scheduleDigest(texts, file) === known);
}

function scheduleDigest(texts: CaseTexts, file: string): string | undefined {
  const source = texts.read(file);
  return source === undefined ? undefined : digest(source.octets);
}

function understood<T extends Keyed>(text: string | undefined, key: string): T | undefined {
  if (text === undefined) return undefined;
  try {
    const memory: T | null = JSON.parse(text);
    return memory?.key === key ? memory : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
