// A report: all that there is to say of a case at an instant. Every format of a report shows this document; the JSON
// format is the document itself. It has no instant of its making, so that equal input gives equal octets.
import * as z from 'zod';
import {
  amount,
  caseHead,
  dueRow,
  expiryRow,
  facet,
  instant,
  nameRow,
  problem,
  sinkholeState,
  tally,
  totals,
} from './parts.ts';
import { history, method } from './report-past.ts';

const { generatedAt: _, toolVersion, court, ...head } = caseHead;

const registrarSeen = z
  .object({ name: z.string().nullable(), ianaId: z.int().nullable() })
  .describe('As the registry names it; text from outside.');

export const reportRow = nameRow.extend({
  registryName: z.string().describe("The registry operator's name, or the top-level label."),
  registered: z.enum(['registered', 'no-such-object', 'reserved']).nullable().describe('null: not known'),
  registrar: registrarSeen.nullable().describe('Registrar of record as last seen; null: not known.'),
  nameServers: z.array(z.string()).nullable().describe('As the parent zone has it; null: not known; empty: none.'),
  due: instant.nullable().describe('The earliest deadline of what is not done, as far as one runs.'),
});

const counted = { names: amount, transferred: tally, sinkholed: tally, done: tally };

const attentionRow = z.object({ word: z.string(), names: z.array(z.string()), text: z.string() });

const registryRow = z.object({
  registry: z.string(),
  title: z.string(),
  reach: z.enum(['ordered', 'requested', 'unlisted']),
  ...counted,
});

export const registrarRow = z.object({
  registrar: registrarSeen.nullable().describe('null: see `why`.'),
  why: z.enum(['not-registered', 'not-known']).nullable(),
  ...counted,
});

export const change = z.object({
  name: z.string(),
  facet: z.enum(['transferred', 'sinkholed', 'done']),
  from: facet,
  to: facet,
  what: z.enum(['newly-met', 'reverted', 'newly-unknown', 'newly-unmet', 'newly-ordered', 'no-longer-ordered']),
});

const order = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  docketEntry: z.int().nullable(),
  entered: instant,
  expires: instant.nullable().describe('null: until a further order. Extensions are counted.'),
  inForce: z.boolean(),
  paragraphs: amount,
});

/** What is said of one case, but for the names. */
const about = {
  ...head,
  court: court.extend({ short: z.string().nullable() }),
  judge: z.string().nullable(),
  parties: z.object({
    petitioner: z.object({ name: z.string(), address: z.array(z.string()) }),
    counsel: z
      .object({
        name: z.string().nullable(),
        firm: z.string().nullable(),
        address: z.array(z.string()),
        email: z.string().nullable(),
        phone: z.string().nullable(),
      })
      .nullable(),
  }),
  simulated: z.boolean().describe('At least the newest run asked a simulated network.'),
  marks: z.array(z.string()).describe('Words that every showing of the report carries: illustrative, REHEARSAL, …'),
  seal: z.object({ until: instant }).nullable().describe('In force at the instant.'),
  orders: z.array(order).describe('In order of entry; those entered by the instant.'),
  selection: z
    .object({ where: z.string(), names: amount, totals })
    .nullable()
    .describe('Where only some names are shown: which, and what they come to. Everything but `names` is of the whole.'),
  unknowns: z.array(z.object({ word: z.string(), names: amount })).describe('Why the unknown ones are unknown.'),
  attention: z.array(attentionRow),
  registries: z.array(registryRow).describe('Released names are in no row.'),
  registrars: z.array(registrarRow).describe('Released names are in no row.'),
  due: z.array(dueRow),
  expiries: z.array(expiryRow),
  paragraphs: z.array(
    z.object({ order: z.string(), paragraph: z.string(), inForce: z.boolean(), requirements: amount, how: z.string() }),
  ),
  sinkholes: z
    .array(sinkholeState)
    .optional()
    .describe('Registrations that the sinkholes stand on; they are in no total. Absent: there are none.'),
  changes: z
    .object({
      at: instant.describe('The earlier of the two instants that are compared.'),
      run: z.string().nullable().describe('The newest run by then; null: there was none.'),
      changed: z.array(change),
    })
    .nullable(),
  history,
  method,
  damaged: z.array(z.object({ file: z.string(), reason: z.string() })),
};

const names = z.array(reportRow).describe('One row a name, always, in the order of the schedules; or those selected.');
const problems = z.array(problem);

export const caseReport = z.object({ ...about, names, problems });

export const reportSchema = z.object({
  schema: z.literal('takedown/report/1'),
  toolVersion,
  ...about,
  names,
  problems,
});

/** `--all` */
export const reportAllSchema = z.object({
  schema: z.literal('takedown/report-all/1'),
  toolVersion,
  cases: z.array(caseReport),
  unread: z.array(z.object({ case: z.string(), problems })).describe('Cases whose files have problems.'),
});
