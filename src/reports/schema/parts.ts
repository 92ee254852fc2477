// Pieces that several documents for scripts are made of. Schemas are read by `takedown schema` and the tests only; the
// reports take their types from here and load nothing. A minor version only adds fields, so readers must ignore new ones.
import * as z from 'zod';
import { ACTIONS } from '../../model/case/order.ts';
import { PURPOSES } from '../../model/letter/letter.ts';

export const instant = z.string().meta({ format: 'date-time', description: 'UTC' });
export const amount = z.int().min(0);
export const verdict = z.enum(['met', 'unmet', 'unknown']);
export const facet = z
  .enum(['met', 'unmet', 'unknown', 'not-ordered'])
  .describe('not-ordered: no order in force asks this of the name');
export const reach = z.enum(['ordered', 'requested']);
export const purpose = z.enum(PURPOSES);

export const tally = z
  .object({ met: amount, unmet: amount, unknown: amount, notOrdered: amount })
  .describe('Adds up to the names listed and not released.');

export const problem = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning']),
  message: z.string(),
  hint: z.string().optional(),
  place: z.object({ file: z.string(), line: z.int().min(1), column: z.int().min(1) }).optional(),
});

export const totals = z.object({
  ordered: amount.describe("The order's own count where the case states it."),
  listed: amount,
  released: amount,
  transferred: tally,
  sinkholed: tally,
  done: amount.describe('Names of which every requirement is met.'),
  doneTally: tally,
  reverted: amount,
  overdue: amount,
  expiring: amount,
  neverChecked: amount,
});

const shard = z.object({ number: z.int().min(1), of: z.int().min(1) });

export const run = z.object({
  id: z.string(),
  started: instant,
  ended: instant,
  simulated: z.boolean(),
  names: amount,
  caseDigest: z.string(),
  tool: z.string(),
  purpose: z.enum(['precheck']).describe('Made before service; absent: a check.').optional(),
  shard: shard.describe('A part of a run: the other names were not looked up.').optional(),
});

export const finding = z.object({
  requirement: z.string().describe('order/paragraph/relief/name'),
  order: z.string(),
  paragraph: z.string(),
  relief: z.string(),
  verdict,
  word: z.string().describe('One of a closed list: takedown explain WORD.'),
  reason: z.string(),
  due: instant.nullable(),
  citations: z.array(z.string()).describe('Ids of observations: run#number.'),
});

const note = z.object({ word: z.string(), text: z.string(), citations: z.array(z.string()) });

export const nameRow = z.object({
  name: z.string().describe('A-label form'),
  unicode: z.string(),
  registry: z.string(),
  schedule: z.string(),
  line: z.int(),
  action: z.enum(ACTIONS),
  released: z.boolean(),
  transferred: facet,
  sinkholed: facet,
  done: z.boolean(),
  doneVerdict: facet,
  reverted: z.boolean(),
  overdue: z.boolean(),
  expiring: z.boolean(),
  expires: instant.nullable(),
  observedAt: instant.nullable(),
  findings: z.array(finding),
  notes: z.array(note),
  resolvers: z
    .array(
      z.object({
        server: z.string(),
        class: z.string().describe('One of a growing list, such as equal, old-cached, bogus-cached, no-answer.'),
        text: z.string().optional(),
        until: instant.optional().describe('When what it shows runs out by itself, at the latest.'),
        citations: z.array(z.string()),
      }),
    )
    .optional()
    .describe('What every resolver shows; absent where each gives what the servers in authority give.'),
  resolversBy: instant
    .optional()
    .describe('By when all of them do, where that comes by waiting; absent where it does not, or is not known.'),
});

export const dueRow = z.object({
  order: z.string(),
  paragraph: z.string(),
  recipient: z.string(),
  recipientName: z.string(),
  reach,
  open: amount.describe('Names that are not done under the paragraph, or of which that is not known.'),
  unknown: amount.describe('Of the open ones, those of which nothing is known to be undone.'),
  names: amount,
  due: instant.nullable().describe('null: the period does not run, nothing shows when it began.'),
  from: z.object({ at: instant, what: z.string() }).nullable(),
  arithmetic: z.string().nullable(),
  overdue: z.boolean().describe('The time is over, and something is known to be undone.'),
});

export const expiryRow = z.object({ what: z.string(), at: instant, arithmetic: z.string().nullable() });

/** What follows where somebody is late. */
export const nextStepRow = z.object({
  recipient: z.string(),
  recipientName: z.string(),
  step: purpose,
  from: instant,
  because: z.string(),
  names: z.array(z.string()),
  paragraphs: z.array(z.string()),
});

export const journalEntry = z.looseObject({ at: instant, event: z.string() });

/** What was asked of whom, and what came back; without the place of the bytes. */
export const sighting = z.object({
  name: z.string(),
  lookup: z.string().describe('One of a growing list, such as rdap-registry.'),
  authority: z.string(),
  question: z.string(),
  server: z.string(),
  via: z.string().optional(),
  at: instant,
  took: z.number().describe('milliseconds'),
  reader: z.string(),
  outcome: z.enum(['facts', 'no-such-object', 'failure']),
  facts: z.looseObject({}).optional().describe('By lookup, as in the file of the run.'),
  reserved: z.literal(true).optional(),
  failure: z.string().optional().describe('One of a growing list: takedown explain WORD.'),
  detail: z.string().optional(),
  retryAfter: z.number().optional(),
});

export const observation = sighting.extend({
  id: z.string().describe('run#number'),
  of: z.int().min(1),
  evidence: z.object({ offset: amount, length: amount, 'sha-256': z.string() }).optional(),
});

/** The registration that a sinkhole's name servers stand under. */
export const sinkholeState = z.object({
  name: z.string(),
  sinkholes: z.array(z.string()).describe('Keys of the sinkholes in the case file.'),
  verdict: z.enum(['met', 'unmet', 'unknown']),
  expires: instant.optional(),
  statuses: z.array(z.string()).optional(),
  observedAt: instant.optional(),
  troubles: z.array(
    z.object({ word: z.string().describe('takedown explain WORD'), text: z.string(), ends: instant.optional() }),
  ),
});

const aheadOf = z.object({ number: z.int().min(1), first: instant });

export const ahead = z
  .object({ runs: aheadOf.optional(), entries: aheadOf.describe('Of the journal.').optional() })
  .optional()
  .describe(
    'On record from a time that the clock had not reached, so not counted. Absent: nothing is, or an instant was chosen.',
  );

/** The beginning of every document about one case. */
export const caseHead = {
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  title: z.string(),
  docket: z.string(),
  court: z.object({ name: z.string(), timeZone: z.string() }),
  asOf: instant,
  illustrative: z.boolean().describe("The terms have not been compared with the order's text."),
  rehearsal: z.boolean(),
  complete: z
    .boolean()
    .describe('Every listed name was looked up, no run is unfinished and no file of the record damaged.'),
  lastRun: run.nullable(),
  ahead,
  unfinished: z.array(
    z.object({
      id: z.string(),
      started: instant,
      simulated: z.boolean(),
      purpose: z.enum(['precheck']).optional(),
      shard: shard.optional(),
      waits: z.literal(true).describe('It is through with its names and waits to be joined.').optional(),
    }),
  ),
  totals,
};
