// The schema of cases/recipients.yaml, the organisations that letters go to, and of the same entries in a case file, where
// any part of one may be changed for that case.
import * as z from 'zod';
import { FORM_CONTENTS } from '../../model/case/party.ts';
import { date, mapById, name, oneOrMore, text, tld } from './words.ts';
import { fingerprint, formUrl, language, line, mailAddress, phone } from './written.ts';

const formSchema = z
  .strictObject({
    url: formUrl.describe('The page of the form.'),
    fields: z
      .array(
        z.strictObject({
          label: line.describe('The field’s own label, word for word.'),
          holds: z.enum(FORM_CONTENTS).describe('What goes into it.'),
          longest: z.int().min(1).max(1_000_000).optional().describe('How many characters it takes.'),
        }),
      )
      .min(1)
      .describe('Its fields, from top to bottom.'),
  })
  .describe('A web form, for those who take nothing else.');

const contactsSchema = z
  .strictObject({
    attention: line.optional().describe('The desk or person that handles orders.'),
    address: z.array(line).min(1).optional().describe('The postal address, one line each.'),
    email: oneOrMore(mailAddress).optional().describe('Where letters go; several are all written to.'),
    form: formSchema.optional(),
    phone: phone.optional(),
    'registered-agent': line.optional().describe('Where process is served on it: name and place.'),
    'general-counsel': z
      .strictObject({ name: line.optional(), email: mailAddress.optional(), phone: phone.optional() })
      .optional()
      .describe('To whom the third letter goes.'),
    pgp: fingerprint.optional().describe('The fingerprint of its OpenPGP key: 40 hexadecimal figures.'),
  })
  .describe('How it is written to. Never made up from a lookup: ask the organisation, and write down the day.');

const recipientSchema = z.strictObject({
  name: text.describe('The legal entity that the letter names.'),
  role: z.enum(['registry-operator', 'registrar', 'provider']),
  reach: z
    .enum(['ordered', 'requested'])
    .describe('"ordered": the court’s order binds it. "requested": it stands outside the court’s reach and is asked.'),
  because: text.optional().describe('Why it is ordered or requested.'),
  jurisdiction: text.optional(),
  language: language.optional().describe('The language in which it is written to; absent: English.'),
  tlds: z.array(tld).optional().describe('The top-level domains that a registry operator runs.'),
  'iana-id': z.int().positive().optional().describe('A registrar’s number in the IANA list.'),
  hosts: z.array(name).optional().describe('The domains under which a provider gives names to others.'),
  contacts: contactsSchema.optional(),
  source: text.optional().describe('Where the entry comes from.'),
  verified: date.optional().describe('The day on which somebody last looked.'),
  illustrative: z.boolean().optional().describe('Overrides the file’s own.'),
});

/** In a case file: a whole entry, or only the parts of a shared one that are other in this case. */
export const ownRecipientsSchema = mapById(recipientSchema.partial()).describe(
  'Recipients of this case alone, and what is other in this case of those in cases/recipients.yaml, by their id.',
);

export const recipientsSchema = z
  .strictObject({
    illustrative: z.boolean().default(false).describe('True: verify every entry before use.'),
    recipients: mapById(recipientSchema),
  })
  .meta({ title: 'takedown: recipients', description: 'Organisations that orders address and letters go to.' });

/** What can be written of a recipient; a whole one has name, role and reach. */
export type RecipientAsWritten = z.output<typeof ownRecipientsSchema>[string];
export type ContactsAsWritten = z.output<typeof contactsSchema>;
