// `takedown evidence verify --json`: what was examined, and everything that is not as it should be.
import * as z from 'zod';
import { FINDING_KINDS } from '../../model/seen/evidence.ts';
import { stamp } from './evidence-seal.ts';
import { amount, instant, problem } from './parts.ts';

const damaged = amount.describe('Octets that are not those that were written.');

const counts = {
  observations: amount.describe('Observations that are sound and agree.'),
  exchanges: amount.describe('Exchanges of octets behind them.'),
  reread: amount.describe("Of them, those that were read again with today's readers."),
  damaged,
  disagrees: amount.describe('Fields of facts that are not what the octets say.'),
  notReread: amount,
};

export const evidenceVerifySchema = z.object({
  schema: z.literal('takedown/evidence-verify/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  sound: z.boolean().describe('Nothing is damaged, nothing disagrees, and everything could be read again.'),
  totals: z.object({
    ...counts,
    untrusted: amount.describe('Time stamps that are sound, and that nobody who was given as trusted vouches for.'),
    edited: amount.describe('Files that people may change, and that are not those of the newest run.'),
    notKept: amount.describe('Imported documents of which no copy was kept.'),
    papers: amount.nullable().describe('Letters, papers and copies; null: not examined.'),
    verdicts: z
      .object({
        verdicts: amount.describe('Judged again, as status gives them now.'),
        asTheyWere: amount.describe('Of them, those that rest on something which could not be read again.'),
        leftOut: amount.describe('Observations that read otherwise and were too many to be judged by.'),
        differ: amount.describe('Now, at the end of a run or when a letter was issued.'),
      })
      .nullable()
      .describe('null: the case or its journal cannot be read.'),
  }),
  stamps: z.array(stamp),
  runs: z.array(
    z.object({
      run: z.string(),
      digest: z.string().optional().describe('SHA-256 that stands at its end, over all of it.'),
      ...counts,
    }),
  ),
  findings: z
    .array(
      z.object({
        kind: z
          .enum(FINDING_KINDS)
          .describe(
            'damaged: octets are not those that were written. disagrees: a stored fact is not what they say. verdict: by what they say it is another one. edited: a file that people may change. not-kept: a document with a digest and no copy. untrusted: a time stamp that nobody who was given as trusted vouches for.',
          ),
        file: z.string().describe("In the case's folder."),
        line: z.int().min(1).optional(),
        octet: amount.optional().describe('Place in the file.'),
        observation: z.string().optional(),
        name: z.string().optional(),
        lookup: z.string().optional(),
        requirement: z.string().optional().describe('Of a verdict: tro/2(b)/resolves-to.'),
        field: z.string().optional().describe('Of the facts, with dots.'),
        stored: z.unknown().optional(),
        now: z.unknown().optional(),
        what: z.string(),
      }),
    )
    .describe('All of them, written as they are made: they stand above the totals.'),
  problems: z.array(problem),
});
