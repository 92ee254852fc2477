// `takedown precheck --json`: a case before its order is served.
import * as z from 'zod';
import { ACTIONS } from '../../model/case/order.ts';
import { PRECHECK_ANSWERS, PRECHECK_SEVERITIES, READINESSES } from '../../model/judged/precheck.ts';
import { amount, instant, problem, run, verdict } from './parts.ts';

const finding = z.object({
  word: z.string().describe('One of a growing list: takedown explain WORD.'),
  severity: z.enum(PRECHECK_SEVERITIES),
  text: z.string(),
  citations: z.array(z.string()).describe('Ids of observations: run#number.'),
});

const party = z.object({
  title: z.string(),
  reach: z.enum(['ordered', 'requested', 'unlisted']),
  jurisdiction: z.string().optional(),
});

export const precheckSchema = z.object({
  schema: z.literal('takedown/precheck/1'),
  toolVersion: z.string(),
  generatedAt: instant
    .optional()
    .describe('Absent in the table that was signed, which is the same whenever it is made.'),
  case: z.string(),
  title: z.string(),
  docket: z.string(),
  court: z.object({ name: z.string(), timeZone: z.string() }),
  asOf: instant.describe('The end of the run that it rests on.'),
  illustrative: z.boolean(),
  rehearsal: z.boolean(),
  caseDigest: z.string(),
  before: z
    .string()
    .nullable()
    .describe('The order that had not been entered yet, and whose terms count all the same.'),
  run,
  complete: z.boolean().describe('Nothing that decides is unknown of any name.'),
  totals: z
    .object({ listed: amount, go: amount, look: amount, stop: amount, released: amount, unknown: amount })
    .describe('go + look + stop + released = listed; the unknown are among those to look at or to stop.'),
  readied: z.object({ asked: amount, of: amount }).describe('Names that the sinkholes were asked about.'),
  signed: z
    .object({ at: instant, by: z.string(), note: z.string().nullable(), file: z.string(), 'sha-256': z.string() })
    .nullable(),
  findings: z.array(finding),
  domains: z
    .array(
      z.object({ name: z.string(), verdict, expires: instant.nullable(), statuses: z.array(z.string()).nullable() }),
    )
    .describe('The registrations that the sinkholes stand on; met: nothing is wrong with it.'),
  servers: z.array(
    z.object({
      server: z.string(),
      asked: amount,
      answered: amount,
      failures: z.record(z.string(), amount),
      overTcp: amount,
      medianMs: amount.nullable(),
      slowestMs: amount.nullable(),
    }),
  ),
  names: z.array(
    z.object({
      name: z.string(),
      unicode: z.string(),
      schedule: z.string(),
      line: z.int(),
      action: z.enum(ACTIONS),
      released: z.boolean(),
      answer: z.enum(PRECHECK_ANSWERS),
      registered: z
        .enum(['registered', 'no-such-object', 'reserved', 'unknown'])
        .describe('unknown: it was not seen, and is not free because of that.'),
      registrar: z.object({ name: z.string().nullable(), ianaId: z.int().nullable() }).nullable(),
      created: instant.nullable(),
      expires: instant.nullable(),
      registryOperator: party.nullable(),
      sponsor: party.nullable().describe('The registrar of record as a recipient, or the provider of a host name.'),
      sinkhole: z.enum(READINESSES),
      findings: z.array(finding),
    }),
  ),
  problems: z.array(problem),
});
