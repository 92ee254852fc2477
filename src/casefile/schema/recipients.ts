// The schema of cases/recipients.yaml: the organisations that letters go to, shared by all cases of a workspace.
import * as z from 'zod';
import { date, mapById, text, tld } from './words.ts';

const recipientSchema = z.strictObject({
  name: text.describe('The legal entity that the letter names.'),
  role: z.enum(['registry-operator', 'registrar', 'provider']),
  reach: z
    .enum(['ordered', 'requested'])
    .describe('"ordered": the court’s order binds it. "requested": it stands outside the court’s reach and is asked.'),
  because: text.optional().describe('Why it is ordered or requested.'),
  jurisdiction: text.optional(),
  tlds: z.array(tld).default([]).describe('The top-level domains that a registry operator runs.'),
  'iana-id': z.int().positive().optional().describe('A registrar’s number in the IANA list.'),
  source: text.optional().describe('Where the entry comes from.'),
  verified: date.optional().describe('The day on which somebody last looked.'),
  illustrative: z.boolean().optional().describe('Overrides the file’s own.'),
});

export const recipientsSchema = z
  .strictObject({
    illustrative: z.boolean().default(false).describe('True: verify every entry before use.'),
    recipients: mapById(recipientSchema),
  })
  .meta({ title: 'takedown: recipients', description: 'Organisations that orders address and letters go to.' });

export type RecipientsFile = z.output<typeof recipientsSchema>;
