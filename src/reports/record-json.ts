// `record --json`: the entry that was written.
import type { JournalEntry } from '../model/case/journal.ts';
import { jsonDocument } from './json.ts';
import type { Envelope } from './report.ts';

export function recordJson(caseId: string, entry: JournalEntry, envelope: Envelope): Iterable<string> {
  const { toolVersion, generatedAt } = envelope;
  return jsonDocument(
    Object.entries({ schema: 'takedown/record/1', toolVersion, generatedAt, case: caseId, entry: entry }),
  );
}
