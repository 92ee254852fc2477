// The schema of journal.yaml: what people did and were told, one entry a line, never changed.
import * as z from 'zod';
import { JOURNAL_EVENTS } from '../../model/case/journal.ts';
import { id, instant, name, text } from './words.ts';
import { sha256 } from './written.ts';

export const journalEntrySchema = z.strictObject({
  at: instant.describe('When it happened.'),
  recorded: instant.optional().describe('When it was written down, where that is later.'),
  event: z
    .enum(JOURNAL_EVENTS)
    .describe(
      '"received" is when the recipient had it, "trial" when a letter was sent to oneself, "signed-off" when a person answers for a look before service.',
    ),
  recipient: id.optional().describe('The recipient it concerns, by its id in recipients.yaml.'),
  letter: text.optional().describe('The folder of the letter it concerns.'),
  by: text.optional().describe('How, or by whom.'),
  'message-id': text.optional(),
  names: z.array(name).min(1).optional().describe('Absent: all names that the paragraph or the letter covers.'),
  paragraph: text.optional().describe('2(a), or tro/2(a) where two orders number alike.'),
  note: text.optional(),
  evidence: z
    .strictObject({
      file: text,
      'sha-256': sha256,
    })
    .optional(),
  precheck: z
    .strictObject({ run: text, 'case-sha-256': sha256 })
    .optional()
    .describe('The look before service that was signed off; its table is the evidence.'),
  corrects: instant.optional().describe('The "at" of the entry that this one corrects.'),
});

export const journalSchema = z.array(journalEntrySchema).meta({
  title: 'takedown: journal',
  description: 'What people did and were told. Entries are appended and never changed.',
});
