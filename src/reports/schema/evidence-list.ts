// `takedown evidence list --json`: a row an observation, with the place of its records.
import * as z from 'zod';
import { stamp } from './evidence-seal.ts';
import { amount, instant, problem } from './parts.ts';

export const evidencePlace = z
  .object({
    file: z.string().describe("In the case's folder."),
    offset: amount,
    length: amount,
    'sha-256': z.string().describe('Over the stored octets from offset on.'),
  })
  .nullable()
  .describe('null: nothing was sent or received.');

export const evidenceListSchema = z.object({
  schema: z.literal('takedown/evidence-list/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  observations: z.array(
    z.object({
      observation: z.string().describe('As citations have it: run#number.'),
      run: z.string(),
      name: z.string(),
      lookup: z.string(),
      server: z.string(),
      at: instant,
      outcome: z.enum(['facts', 'no-such-object', 'failure']),
      evidence: evidencePlace,
    }),
  ),
  stamps: z.array(stamp).describe('Time stamps of the runs that the observations are of.'),
  problems: z.array(problem),
});
