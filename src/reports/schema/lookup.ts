// `takedown lookup NAME… --json`: what was seen just now of any name; nothing of it is kept.
import * as z from 'zod';
import { instant, problem, sighting } from './parts.ts';

export const lookupSchema = z.object({
  schema: z.literal('takedown/lookup/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  simulated: z.boolean(),
  complete: z.boolean().describe('No lookup failed.'),
  names: z.array(z.object({ name: z.string(), unicode: z.string(), sightings: z.array(sighting) })),
  problems: z.array(problem),
});
