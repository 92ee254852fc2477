// `takedown export --json`: the names of one schedule.
import * as z from 'zod';
import { SERVICE_KINDS } from '../../model/tables/service-table.ts';
import { amount, instant } from './parts.ts';

export const exportSchema = z.object({
  schema: z.literal('takedown/export/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  illustrative: z.boolean(),
  schedule: z.string(),
  file: z.string().describe('The schedule’s file in the folder of the case.'),
  statedCount: amount.nullable().describe('How many names the order states; null: the case does not say.'),
  count: amount,
  names: z
    .array(
      z.object({
        name: z.string(),
        unicode: z.string(),
        registrable: z.string().describe('The registered domain that the name is or stands under.'),
        line: z.int().min(1).describe('In the file.'),
        services: z
          .array(z.object({ kind: z.enum(SERVICE_KINDS), operator: z.string(), domain: z.string() }))
          .describe('Providers under whose domain strangers have names: takedown explain services.'),
      }),
    )
    .describe('In the order of the file.'),
});
