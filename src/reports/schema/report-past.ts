// Of a report: how things went over time, and how they were found out.
import * as z from 'zod';
import { amount, instant } from './parts.ts';

export const point = z.object({
  at: instant,
  run: z.string().nullable().describe('The run that ended then; null: the instant of the report.'),
  ordered: amount,
  transferred: amount,
  sinkholed: amount,
  done: amount,
  unknown: amount.describe('Names of which it is not known whether they are done.'),
});

export const mark = z.object({
  at: instant,
  kind: z.enum(['order-entered', 'order-ends', 'letter-served', 'due', 'seal-ends']),
  text: z.string(),
});

/** Between two points nothing has changed that was looked at; each point is what `status --as-of` says then. */
export const history = z.object({
  points: z.array(point).describe('Oldest first; the last one is the instant of the report.'),
  marks: z.array(mark).describe('Oldest first; some may lie after the instant.'),
  runs: amount.describe('Runs on record by the instant.'),
  judged: amount.describe('Of them, those that were judged for the points.'),
  equal: amount.describe('Of them, those that saw what the run before had seen.'),
  leftOut: amount.describe('Of them, those that were passed over since there are too many: the points are a sample.'),
});

const run = z.object({
  id: z.string(),
  started: instant,
  ended: instant,
  names: amount,
  simulated: z.boolean(),
  tool: z.string(),
  caseDigest: z.string().describe('Of the case file and the schedules that it checked.'),
  'sha-256': z.string().describe('Of the run, as its last lines state it.'),
  evidence: z.object({ file: z.string(), 'sha-256': z.string(), length: amount }),
});

export const method = z.object({
  tools: z.array(z.string()),
  vantages: z.array(z.object({ host: z.string(), resolvers: z.array(z.string()) })).describe('From where was asked.'),
  caseDigest: z.string().describe('Of the case file and the schedules that this report is made of.'),
  lookups: z.array(z.object({ lookup: z.string(), names: amount })).describe('Of the newest run.'),
  runs: z.array(run).describe('Oldest first.'),
});
