// `takedown import --json`: what became of every entry of the lists.
import * as z from 'zod';
import { instant } from './parts.ts';

export const importSchema = z.object({
  schema: z.literal('takedown/import/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  file: z.string().describe('The schedule that the names go to.'),
  written: z.boolean().describe('False for a dry run.'),
  added: z.array(z.string()),
  already: z.int().min(0).describe('Names that the schedule had before.'),
  duplicates: z.int().min(0).describe('Entries that repeat a name of the lists.'),
  refused: z.array(z.object({ text: z.string(), line: z.int().min(1), reason: z.string() })),
});
