// `takedown import --json`: what became of every entry of the documents.
import * as z from 'zod';
import { instant } from './parts.ts';

const found = {
  printed: z.string().describe('As it stands in the document.'),
  file: z.string(),
  where: z.string().describe('Page and line, or sheet and row.'),
};

export const importSchema = z.object({
  schema: z.literal('takedown/import/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  schedule: z.string(),
  file: z.string().describe('The file of the schedule that the names go to.'),
  written: z.boolean().describe('False for a dry run, and where nothing was agreed.'),
  by: z.string().nullable().describe('Who accepted the names.'),
  stated: z.int().min(0).nullable().describe('How many names the order states for the schedule.'),
  before: z.int().min(0).describe('Names that the schedule had before.'),
  already: z.int().min(0).describe('Sure names that the schedule had before.'),
  repeated: z.int().min(0).describe('Entries that repeat a name of the documents.'),
  documents: z.array(
    z.object({
      file: z.string(),
      sha256: z.string(),
      format: z.string(),
      pages: z.int().min(0).nullable(),
      remarks: z.array(z.string()),
      copy: z
        .string()
        .nullable()
        .describe('Where a copy is kept, in the folder of the case, once names of it are written; null: none is.'),
    }),
  ),
  repeats: z
    .array(z.object({ name: z.string(), file: z.string(), where: z.string(), first: z.string() }))
    .describe('The first hundred of them, each with where it stands and where it stood first.'),
  added: z.array(z.string()).describe('What is added, or would be.'),
  sure: z.array(z.object({ name: z.string(), ...found, there: z.boolean(), elsewhere: z.array(z.string()) })),
  check: z.array(
    z.object({
      ...found,
      doubts: z.array(z.string()),
      candidates: z.array(z.object({ name: z.string(), how: z.string() })).min(1),
      lines: z.array(z.string()),
      answer: z.enum(['take', 'drop', 'skip']).nullable(),
      taken: z.string().nullable(),
    }),
  ),
  refused: z.array(z.object({ ...found, reason: z.string(), detail: z.string().nullable() })),
});
