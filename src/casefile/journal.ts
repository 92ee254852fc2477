// journal.yaml, one entry a line: text to entries and one entry to its line. The file is a YAML list that only grows, so
// that two people's entries merge as lines.
import type { JournalEntry } from '../model/case/journal.ts';
import type { Checked, Problem } from '../model/problem.ts';
import { flowText } from './flow.ts';
import { present } from './present.ts';
import { inFileOrder, problem } from './problems.ts';
import { journalSchema } from './schema/journal.ts';
import type { SourceText } from './source.ts';
import { JOURNAL_LIMITS } from './yaml/document.ts';
import type { Partly } from './yaml/loosen.ts';
import { ANY } from './yaml/lost.ts';
import { readYamlPartly, type YamlReading } from './yaml.ts';

/** In the order of the file, which is the order of writing; a file that says nothing has no entries. */
export function parseJournal(source: SourceText): Checked<readonly JournalEntry[]> {
  const file = readYamlPartly(source, journalSchema, JOURNAL_LIMITS);
  const lost = file.reading === undefined ? [] : correctionsOfNothing(file.reading);
  if (file.whole) return { ok: true, value: file.reading.value.map(entryOf), problems: lost };
  const empty = file.problems.every(({ code }) => code === 'empty-file');
  if (empty) return { ok: true, value: [], problems: [] };
  return { ok: false, problems: inFileOrder([...file.problems, ...lost]) };
}

type Reading = YamlReading<Partly<readonly EntryAsWritten[]>>;

function correctionsOfNothing({ value, place, whole }: Reading): readonly Problem[] {
  if (!whole([ANY, 'at'])) return [];
  const written = new Set(value.map(({ at }) => at));
  return value.flatMap(({ corrects }, index) => {
    if (corrects === undefined || written.has(corrects)) return [];
    const message = `No entry of ${corrects} is there to be corrected.`;
    return [problem('unknown-entry', message, { place: place([index, 'corrects']) })];
  });
}

type EntryAsWritten = ReturnType<typeof journalSchema.parse>[number];

function entryOf(written: EntryAsWritten): JournalEntry {
  const { at, event, recorded, 'message-id': messageId, recipient, letter, by, ...rest } = written;
  const { names, paragraph, note, evidence, precheck, corrects } = rest;
  return {
    at,
    event,
    ...present({ recorded, recipient, letter, by, messageId, names, paragraph, note, evidence, precheck, corrects }),
  };
}

/** `- { at: …, event: … }` with its line break, in the order in which people read it. */
export function formatEntry(entry: JournalEntry): string {
  const { at, recorded, event, recipient, letter, by, messageId, ...rest } = entry;
  const { names, paragraph, note, evidence, precheck, corrects } = rest;
  const who = { at, recorded, event, recipient, letter, by, 'message-id': messageId };
  return `- ${flowText({ ...who, names, paragraph, note, evidence, precheck, corrects })}\n`;
}
