// `takedown validate --json`: every problem of the files that were read.
import * as z from 'zod';
import { instant, problem } from './parts.ts';

export const validateSchema = z.object({
  schema: z.literal('takedown/validate/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  cases: z.array(z.string()).describe('The cases that were read.'),
  names: z.int().min(0).describe('Names read, over all cases.'),
  errors: z.int().min(0),
  fixed: z.boolean().optional().describe('With --fix: whether the fixes were written.'),
  fixes: z
    .array(
      z.object({
        file: z.string(),
        line: z.int().min(1).describe('In the file as it was before.'),
        codes: z.array(z.string()),
        before: z.string().describe('The line, with its end.'),
        after: z.string().nullable().describe('Null: the line is taken out.'),
      }),
    )
    .optional()
    .describe('With --fix: every line that is or would be changed.'),
  problems: z.array(problem),
});
