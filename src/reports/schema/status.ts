// `takedown status --json`: where every name of a case stands.
import * as z from 'zod';
import { amount, caseHead, dueRow, expiryRow, nameRow, problem, sinkholeState, tally } from './parts.ts';

export const statusSchema = z.object({
  schema: z.literal('takedown/status/1'),
  ...caseHead,
  attention: z.array(z.object({ word: z.string(), names: z.array(z.string()), text: z.string() })),
  registries: z.array(
    z.object({
      registry: z.string(),
      title: z.string(),
      reach: z.enum(['ordered', 'requested', 'unlisted']),
      names: amount,
      transferred: tally,
      sinkholed: tally,
      done: tally,
    }),
  ),
  due: z.array(dueRow),
  expiries: z.array(expiryRow),
  paragraphs: z.array(
    z.object({
      order: z.string(),
      paragraph: z.string(),
      inForce: z.boolean(),
      requirements: amount,
      how: z.string(),
    }),
  ),
  sinkholes: z
    .array(sinkholeState)
    .optional()
    .describe('Registrations that the sinkholes stand on; they are in no total. Absent: there are none.'),
  names: z.array(nameRow).describe('One row a name of the schedules, always, in their order.'),
  problems: z.array(problem),
});
