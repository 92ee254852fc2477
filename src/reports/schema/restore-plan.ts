// `takedown restore plan --json`: how one name is given back.
import * as z from 'zod';
import { instant, problem, reach } from './parts.ts';

const lacking = z.object({ known: z.literal(false), reason: z.string(), citations: z.array(z.string()) });
const fact = <T extends z.ZodType>(value: T) =>
  z.discriminatedUnion('known', [
    z.object({
      known: z.literal(true),
      value,
      citations: z.array(z.string()).describe('Ids of observations: run#number.'),
    }),
    lacking,
  ]);

const picture = z.object({
  at: instant,
  registered: fact(z.enum(['registered', 'no-such-object', 'reserved'])),
  registrar: fact(z.object({ name: z.string().optional(), ianaId: z.int().optional() })),
  registrant: fact(
    z.object({
      shown: z.enum(['stated', 'redacted', 'absent']),
      organisation: z.string().optional(),
      name: z.string().optional(),
    }),
  ),
  statuses: fact(z.array(z.string())),
  nameServers: fact(z.array(z.string())),
  glue: z.record(z.string(), z.array(z.string())),
  ds: fact(z.array(z.object({ keyTag: z.int(), algorithm: z.int(), digestType: z.int(), digest: z.string() }))),
  created: fact(instant),
  expires: fact(instant),
  handle: fact(z.string()),
});

export const restorePlanSchema = z.object({
  schema: z.literal('takedown/restore-plan/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  title: z.string(),
  docket: z.string(),
  illustrative: z.boolean(),
  rehearsal: z.boolean(),
  simulated: z.boolean(),
  asOf: instant,
  name: z.string(),
  unicode: z.string(),
  served: z.object({ at: instant, event: z.string(), recipient: z.string().optional() }).nullable(),
  kind: z
    .enum(['before-service', 'after-service', 'never-served'])
    .describe('after-service: nobody looked before, and the first look came when it was served already.'),
  before: picture.nullable(),
  now: picture.nullable(),
  release: z
    .object({ order: z.string(), entered: instant, docketEntry: z.int().optional(), because: z.string().optional() })
    .nullable()
    .describe('null: no order lets it go, and nothing may be given back.'),
  bound: z.array(z.string()).describe('Paragraphs that are in force for it all the same.'),
  steps: z.array(
    z.object({ who: z.string(), reach: reach.optional(), what: z.string(), because: z.string().optional() }),
  ),
  unknowns: z.array(z.string()),
  dates: z.array(z.object({ what: z.string(), at: instant })),
  problems: z.array(problem),
});
