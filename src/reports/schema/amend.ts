// `takedown amend --json`: what a later order changes, and what is or would be written for it.
import * as z from 'zod';
import { differencePart } from './diff.ts';
import { amount, instant, problem } from './parts.ts';

export const amendSchema = z.object({
  schema: z.literal('takedown/amend/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  illustrative: z.boolean(),
  rehearsal: z.boolean(),
  written: z.boolean().describe('False for a dry run.'),
  files: z.array(z.object({ file: z.string(), isNew: z.boolean() })),
  orderText: z.string().describe('The order as it stands in the case file, in YAML.'),
  listed: amount.describe('Names in the list that was given.'),
  statedCount: amount.nullable(),
  toCheck: z
    .array(z.object({ text: z.string(), where: z.string() }))
    .describe('With --accept sure: entries that are neither added nor let go, since a person has to look at them.'),
  refused: z.array(z.object({ text: z.string(), where: z.string(), reason: z.string() })),
  ...differencePart,
  problems: z.array(problem).describe('Warnings that the case did not have before.'),
});
