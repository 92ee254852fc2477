// `takedown due --json`: deadlines and ends of all the cases asked for, soonest first.
import * as z from 'zod';
import { dueRow, expiryRow, instant, problem } from './parts.ts';

export const dueSchema = z.object({
  schema: z.literal('takedown/due/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  cases: z.array(
    z.object({
      case: z.string(),
      asOf: instant,
      illustrative: z.boolean(),
      rehearsal: z.boolean(),
      timeZone: z.string(),
    }),
  ),
  due: z.array(dueRow.extend({ case: z.string() })),
  expiries: z.array(expiryRow.extend({ case: z.string() })),
  problems: z.array(problem),
});
