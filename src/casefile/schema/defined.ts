// The pieces of case.yaml that paragraphs refer to by a short name: registrars, sinkholes, schedules.
import * as z from 'zod';
import { address, mapById, name, oneOrMore, prefix, text } from './words.ts';
import { caseFileName, line, mailAddress } from './written.ts';

export const registrarsSchema = mapById(
  z.strictObject({
    name: text.describe('The registrar as the order names it.'),
    'iana-id': z.int().positive().describe('Its number in the IANA list of registrars: this is what is compared.'),
    account: line.optional().describe('The account there that takes the names, for the letters.'),
    email: mailAddress.optional().describe('Who there takes authorisation codes and questions.'),
  }),
).describe('Registrars that the orders name, by a short name.');

export const sinkholesSchema = mapById(
  z.strictObject({
    operator: text.describe('Who runs it.'),
    'name-servers': z
      .array(name)
      .min(1)
      .describe('The name servers, exactly as the order has them; their order has no meaning.'),
    prefixes: z.array(prefix).min(1).describe('Where the addresses have to lie.'),
    glue: z
      .record(text, oneOrMore(address))
      .optional()
      .describe(
        'By name server: its addresses. A registry needs them for a server that stands under a name of the case.',
      ),
  }),
).describe('Where the traffic of the names is to go, by a short name.');

export const schedulesSchema = mapById(
  z.strictObject({
    file: caseFileName.describe(
      'A file in the case folder: one name a line, or .csv with a header that has the column "name" or "domain".',
    ),
    'stated-count': z
      .int()
      .positive()
      .optional()
      .describe('How many names the order says that the schedule has. Never corrected to fit the file.'),
  }),
).describe('The lists of names that the orders attach, by a short name.');
