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
  problems: z.array(problem),
});
