// `takedown due --json`: deadlines and ends of all the cases asked for, soonest first.
import * as z from 'zod';
import { ahead, dueRow, expiryRow, instant, nextStepRow, problem } from './parts.ts';

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
      ahead,
    }),
  ),
  due: z.array(dueRow.extend({ case: z.string() })),
  expiries: z.array(expiryRow.extend({ case: z.string() })),
  registrations: z
    .array(
      z.object({
        case: z.string(),
        at: instant,
        day: z.string().describe('The day at the court.'),
        names: z.array(z.string()),
      }),
    )
    .describe('Registrations that end within the watch over them, those of one day together.'),
  nextSteps: z
    .array(nextStepRow.extend({ case: z.string() }))
    .describe('Of those who are late: the step that comes next, and from when on.'),
  problems: z.array(problem),
});
