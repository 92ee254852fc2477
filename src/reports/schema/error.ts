// What a command with `--json` prints on standard error when it stops.
import * as z from 'zod';
import { problem } from './parts.ts';

export const errorSchema = z.object({
  code: z.string().describe('Kebab case, for scripts.'),
  kind: z.enum(['use', 'input', 'guard', 'failed', 'interrupted']),
  message: z.string(),
  hint: z.string().optional(),
  problems: z.array(problem),
});
