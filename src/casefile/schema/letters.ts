// The piece of case.yaml about the letters: who signs them, whom a recipient turns to, what they say beyond the paragraphs of
// the orders, and how careful the program is with them. All of it may be absent in a case that writes none.
import * as z from 'zod';
import { paragraphRef } from './orders.ts';
import { oneOrMore, prose } from './words.ts';
import { line, mailAddress, phone } from './written.ts';

export const counselSchema = z
  .strictObject({
    name: line.optional(),
    firm: line.optional(),
    address: z.array(line).optional().describe('One line of the address each.'),
    email: mailAddress.optional(),
    phone: phone.optional(),
    bar: line.optional().describe('The admission to the bar, as it stands below a signature.'),
  })
  .describe('Who signs the letters.');

const personSchema = z.strictObject({
  name: line,
  email: mailAddress.optional(),
  phone: phone.optional(),
  hours: line.optional().describe('When to be reached, with the time zone: 24 hours a day.'),
});

export const contactsOfCaseSchema = z
  .strictObject({
    technical: personSchema.optional().describe('For questions about name servers, DS records and transfers.'),
    emergency: personSchema.optional().describe('For the night and the weekend.'),
  })
  .describe('Whom a recipient turns to, beside counsel.');

const hours = z.int().min(1).max(8784);

export const lettersSchema = z
  .strictObject({
    'non-disclosure': z
      .strictObject({
        paragraph: paragraphRef.meta({ description: 'The paragraph that forbids it: order/number, such as tro/2(d).' }),
        text: prose.describe('The order’s own words against disclosure.'),
      })
      .optional()
      .describe('A sealed case needs it: registrars tell their customers unless an order says otherwise.'),
    preservation: z
      .strictObject({
        what: oneOrMore(line).describe('What is to be kept.'),
        period: line.describe('For how long, in words.'),
      })
      .optional(),
    costs: prose.optional().describe('Who pays for transfers and renewals, as one sentence.'),
    objections: prose
      .optional()
      .describe('What a recipient does on an error, on harm to others or on an objection, as whole sentences.'),
    'fresh-hours': hours.default(48).describe('Hours after which lookups are too old for a letter to rest on.'),
    most: z
      .strictObject({
        recipients: z.int().min(1).max(100_000).default(60),
        names: z.int().min(1).max(1_000_000).default(5000),
      })
      .prefault({})
      .describe('More than these need a reason.'),
    'patience-hours': hours
      .default(24)
      .describe('Hours after a deadline, or after the last step, at which the next step follows.'),
  })
  .describe('What the letters say beyond the paragraphs of the orders, and how careful the program is with them.');
