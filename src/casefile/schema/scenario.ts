// The schema of rehearsal.yaml: who complies when and what goes wrong, in the words of people. What a key of a day means
// (a registry, a name, a server) is found out in scenario.ts.
import * as z from 'zod';
import {
  NAME_FAULTS,
  type NameChoice,
  type NameFault,
  SCENARIO_ACTIONS,
  type ScenarioAction,
  SERVER_FAULTS,
  type ServerFault,
  WHOIS_LAYOUTS,
} from '../../model/case/scenario.ts';
import { parseInstant } from '../../model/instant.ts';
import { journalEntrySchema } from './journal.ts';
import { address, instant, name, oneOrMore, parsed, text } from './words.ts';

const ACTIONS = Object.keys(SCENARIO_ACTIONS) as ScenarioAction[];
const FAULTS = [...Object.keys(NAME_FAULTS), ...Object.keys(SERVER_FAULTS)] as (NameFault | ServerFault)[];

const start = parsed(
  (written) => {
    const at = parseInstant(written);
    return at === undefined
      ? undefined
      : { at, local: written.slice(0, 16), offset: /(?:Z|[+-]\d\d:\d\d)$/.exec(written)?.[0] };
  },
  { code: 'not-an-instant', not: 'not an instant with an offset' },
);

/** `17:20` of the day, at the offset of the start; or a whole instant. */
const time = parsed(
  (written) => parseInstant(written) ?? (/^(?:[01]\d|2[0-3]):[0-5]\d$/.test(written) ? written : undefined),
  { code: 'not-an-instant', not: 'neither a time of day nor an instant', hint: 'Write it as "17:20".' },
);

const chosenInWords = parsed(
  (written): NameChoice | undefined => {
    if (written === 'all' || written === 'rest') return { choice: written };
    const [, count, of] = /^(\d{1,7}) of (\d{1,7})$/.exec(written) ?? [];
    return count === undefined ? undefined : { choice: 'first', count: Number(count), of: Number(of) };
  },
  {
    code: 'wrong-value',
    not: 'not a choice of names',
    hint: 'Write all, rest, "40 of 68", a number or a list of names.',
  },
);

const names = z.union([
  chosenInWords,
  z
    .int()
    .min(0)
    .transform((count): NameChoice => ({ choice: 'first', count })),
  z
    .array(name)
    .min(1)
    .transform((list): NameChoice => ({ choice: 'named', names: list })),
]);

const stepSchema = z.strictObject({
  at: time.optional().describe('When, on that day; absent: three hours before the check.'),
  do: oneOrMore(z.enum(ACTIONS)).optional().describe('What is done to the names.'),
  names: names.optional().describe('Which of its names; absent: all.'),
  but: oneOrMore(name).optional().describe('Names that are left out.'),
  to: address.optional().describe('Where "revert" leads.'),
  fault: z.enum(FAULTS).optional().describe('What goes wrong.'),
  until: z
    .union([z.int().min(0), z.literal('end')])
    .optional()
    .describe('The last day of a server’s fault; absent: that day only.'),
});

export type StepAsWritten = z.output<typeof stepSchema>;

const daySchema = z
  .object({
    day: z.int().min(0).max(3650).describe('Days after the start.'),
    at: time.optional().describe('When the check begins; absent: at the hour of the start.'),
    check: z.boolean().default(true).describe('False: the world changes and nothing is looked up.'),
    journal: z
      .array(journalEntrySchema.extend({ at: time }))
      .default([])
      .describe('What people record on that day.'),
  })
  .catchall(oneOrMore(stepSchema));

export type DayAsWritten = z.output<typeof daySchema>;

const beginningSchema = z.strictObject({
  registered: z.enum(['never', 'reserved']).optional(),
  expires: instant.optional(),
  registrant: text.optional().describe('"redacted", or the organisation that is shown.'),
  signed: z.boolean().optional().describe('True: it has a key and a DS record.'),
  ttl: z.int().min(1).max(604_800).optional().describe('Seconds for which its old addresses may be cached.'),
  wildcard: z.boolean().optional().describe('False: only the apex and www had addresses.'),
});

const registrySchema = z.strictObject({
  whois: text.optional().describe('The host of its WHOIS server.'),
  layout: z.enum(WHOIS_LAYOUTS).optional(),
  encoding: z.enum(['utf-8', 'latin-1']).optional(),
  rdap: text.optional().describe('The host of its RDAP server, or none.'),
});

export const scenarioSchema = z
  .strictObject({
    start: start.describe('Day 0: an instant with the offset in which the times of day are meant.'),
    registries: z.record(text, registrySchema).default({}).describe('Servers, where they are not the ordinary ones.'),
    before: z.record(text, beginningSchema).default({}).describe('How names stand before the first day.'),
    days: z.array(daySchema).min(1),
  })
  .meta({ title: 'takedown: rehearsal', description: 'Who complies when, and what goes wrong, in a rehearsal.' });

export type ScenarioFile = z.output<typeof scenarioSchema>;
