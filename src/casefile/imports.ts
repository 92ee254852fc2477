// imports.yaml, one entry a line: text to entries and one entry to its line. Like the journal it only grows.
import type { ImportEntry } from '../model/case/import.ts';
import type { Checked } from '../model/problem.ts';
import { flowText } from './flow.ts';
import { importsSchema } from './schema/imports.ts';
import type { SourceText } from './source.ts';
import { JOURNAL_LIMITS } from './yaml/document.ts';
import { readYamlPartly } from './yaml.ts';

/** In the order of the file; a file that says nothing has no entries. */
export function parseImports(source: SourceText): Checked<readonly ImportEntry[]> {
  const file = readYamlPartly(source, importsSchema, JOURNAL_LIMITS);
  if (file.whole) return { ok: true, value: file.reading.value.map(entryOf), problems: [] };
  const empty = file.problems.every(({ code }) => code === 'empty-file');
  return empty ? { ok: true, value: [], problems: [] } : { ok: false, problems: file.problems };
}

function entryOf(written: ReturnType<typeof importsSchema.parse>[number]): ImportEntry {
  const { 'sha-256': sha256, answers = [], ...rest } = written;
  return { ...rest, sha256, answers };
}

/** With its line break, in the order in which people read it. */
export function formatImport({ at, by, schedule, file, sha256, octets, copy, ...rest }: ImportEntry): string {
  const { format, pages, stated, names, answers } = rest;
  const what = { at, by, schedule, file, 'sha-256': sha256, octets, copy, format, pages, stated };
  return `- ${flowText({ ...what, names, answers: answers.length === 0 ? undefined : answers })}\n`;
}
