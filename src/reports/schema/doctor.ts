// `takedown doctor --json`: whether this machine can ask what it must.
import * as z from 'zod';
import { instant, problem } from './parts.ts';

export const doctorSchema = z.object({
  schema: z.literal('takedown/doctor/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  simulated: z.boolean(),
  complete: z.boolean().describe('Nothing is unknown.'),
  fine: z.boolean().describe('Everything is fine.'),
  checks: z.array(
    z.object({
      group: z.enum(['network', 'answers', 'machine']),
      check: z.string(),
      condition: z.enum(['fine', 'not-so', 'unknown']),
      text: z.string().describe('May hold text from outside.'),
      todo: z.string().optional().describe('What to do about it.'),
    }),
  ),
  problems: z.array(problem),
});
