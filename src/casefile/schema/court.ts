// The piece of case.yaml about the court, the petitioner and the seal.
import * as z from 'zod';
import { HOLIDAY_CALENDARS, SEAL_TOUCHES } from '../../model/case/case.ts';
import { parseDate, parseInstant } from '../../model/instant.ts';
import { date, name, parsed, text } from './words.ts';

export const courtSchema = z
  .strictObject({
    name: text.describe('The court as its orders name it.'),
    short: text.optional().describe('The short form for the head of a page, such as D.D.C.'),
    'time-zone': text.describe('The IANA time zone in which the court counts, such as America/New_York.'),
    holidays: z
      .array(z.enum(HOLIDAY_CALENDARS))
      .default([])
      .describe('Calendars of legal holidays (Fed. R. Civ. P. 6(a)(6)).'),
    closed: z
      .array(z.strictObject({ date, because: text }))
      .default([])
      .describe('Further days on which the court is closed, each with the reason.'),
    'day-ends': z
      .string()
      .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, { error: 'the end of a day is written as "17:00"' })
      .optional()
      .describe('The time at which the last day of a period ends; absent: at midnight (Fed. R. Civ. P. 6(a)(4)(A)).'),
  })
  .describe('The court that the case is at.');

export const petitionerSchema = z
  .strictObject({
    name: text,
    address: z.array(text).default([]).describe('One line of the address each.'),
    domains: z
      .array(name)
      .optional()
      .describe('Its own domains: none of them belongs on a list, and look-alikes are pointed out.'),
    marks: z
      .array(text)
      .optional()
      .describe('Its marks as words: names that look like them are pointed out, and never corrected.'),
  })
  .describe('Who asked the court.');

/** A day, or an instant of it. */
const dayOrInstant = parsed((written) => parseInstant(written) ?? parseDate(written), {
  code: 'not-an-instant',
  not: 'neither a day nor an instant with an offset',
  hint: 'Write it as 2019-03-27 or 2019-03-27T10:00:00-04:00.',
});

export const sealSchema = z
  .strictObject({
    until: dayOrInstant.describe('A day means: to the end of that day at the court. An instant is taken as it stands.'),
    touches: z
      .array(z.enum(SEAL_TOUCHES))
      .describe('Whom the program may ask while the seal lasts; nobody else is asked.'),
  })
  .describe('What must not be disclosed or touched, and until when.');
