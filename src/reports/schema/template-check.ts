// `takedown template check --json`: the templates that were tried, and every problem of theirs.
import * as z from 'zod';
import { instant, problem } from './parts.ts';

export const templateCheckSchema = z.object({
  schema: z.literal('takedown/template-check/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  templates: z.array(
    z.object({
      id: z.string(),
      file: z.string(),
      letters: z.int().min(0).describe('On how many letters it was tried, due ones and made-up ones.'),
      errors: z.int().min(0),
    }),
  ),
  notTried: z.array(z.string()).describe('Cases whose own files have problems.'),
  errors: z.int().min(0),
  problems: z.array(problem),
});
