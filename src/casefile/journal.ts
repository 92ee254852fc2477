// journal.yaml, one entry a line: text to entries and one entry to its line. The file is a YAML list that only grows, so
// that two people's entries merge as lines.
import type { JournalEntry } from '../model/journal.ts';
import type { Checked } from '../model/problem.ts';
import { flowText } from './flow.ts';
import { present } from './present.ts';
import { problem } from './problems.ts';
import { journalSchema } from './schema/journal.ts';
import type { SourceText } from './source.ts';
import { JOURNAL_LIMITS } from './yaml/document.ts';
import { readYaml } from './yaml.ts';

/** In the order of the file, which is the order of writing; a file that says nothing has no entries. */
export function parseJournal(source: SourceText): Checked<readonly JournalEntry[]> {
  const file = readYaml(source, journalSchema, JOURNAL_LIMITS);
  if (!file.ok) {
    const empty = file.problems.every(({ code }) => code === 'empty-file');
    return empty ? { ok: true, value: [], problems: [] } : file;
  }
  const { value, place } = file.value;
  const entries = value.map(entryOf);
  const written = new Set(value.map(({ at }) => at));
  const lost = value.flatMap(({ corrects }, index) => {
    if (corrects === undefined || written.has(corrects)) return [];
    const message = `No entry of ${corrects} is there to be corrected.`;
    return [problem('unknown-entry', message, { place: place([index, 'corrects']) })];
  });
  return { ok: true, value: entries, problems: lost };
}

type EntryAsWritten = ReturnType<typeof journalSchema.parse>[number];

function entryOf(written: EntryAsWritten): JournalEntry {
  const { at, event, recorded, 'message-id': messageId, recipient, letter, by, ...rest } = written;
  const { names, paragraph, note, evidence, corrects } = rest;
  return {
    at,
    event,
    ...present({ recorded, recipient, letter, by, messageId, names, paragraph, note, evidence, corrects }),
  };
}

/** `- { at: …, event: … }` with its line break, in the order in which people read it. */
export function formatEntry(entry: JournalEntry): string {
  const { at, recorded, event, recipient, letter, by, messageId, ...rest } = entry;
  const { names, paragraph, note, evidence, corrects } = rest;
  const who = { at, recorded, event, recipient, letter, by, 'message-id': messageId };
  return `- ${flowText({ ...who, names, paragraph, note, evidence, corrects })}\n`;
}
