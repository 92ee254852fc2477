// `takedown record --json`: the entry that was written.
import * as z from 'zod';
import { instant, journalEntry } from './parts.ts';

export const recordSchema = z.object({
  schema: z.literal('takedown/record/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  entry: journalEntry,
});
