// The schema of case.yaml: what a court ordered and what people decided. Types, validation and the published JSON Schema
// all come from here; each section has a file of its own. See docs/schema/case.json.
import * as z from 'zod';
import { courtSchema, petitionerSchema, sealSchema } from './court.ts';
import { registrarsSchema, schedulesSchema, sinkholesSchema } from './defined.ts';
import { contactsOfCaseSchema, counselSchema, lettersSchema } from './letters.ts';
import { orderSchema } from './orders.ts';
import { ownRecipientsSchema } from './recipients.ts';
import { text } from './words.ts';
import { line } from './written.ts';

export const caseSchema = z
  .strictObject({
    case: text.describe('The case’s short name: that of its folder.'),
    title: text.describe('The caption.'),
    illustrative: z
      .boolean()
      .default(false)
      .describe('True: the terms have not been compared with the order’s text; every output says so.'),
    rehearsal: z
      .boolean()
      .default(false)
      .describe('True for a rehearsal’s copy: only a simulated network may be asked about it.'),
    court: courtSchema,
    docket: text.describe('The court’s number of the case.'),
    judge: line.optional().describe('The judge, as letters name him or her.'),
    petitioner: petitionerSchema,
    counsel: counselSchema.optional(),
    contacts: contactsOfCaseSchema.prefault({}),
    letters: lettersSchema.prefault({}),
    seal: sealSchema.optional(),
    registrars: registrarsSchema.default({}),
    sinkholes: sinkholesSchema.default({}),
    schedules: schedulesSchema,
    recipients: ownRecipientsSchema.default({}),
    orders: z.array(orderSchema).min(1).describe('The orders, in the order in which they were entered.'),
  })
  .meta({
    title: 'takedown: case file',
    description: 'What a court ordered about domain names, paragraph by paragraph.',
  });

/** case.yaml as it was written, with texts read and defaults filled in; references and names are not checked yet. */
export type CaseFile = z.output<typeof caseSchema>;
export type OrderAsWritten = CaseFile['orders'][number];
export type ParagraphAsWritten = OrderAsWritten['paragraphs'][number];
