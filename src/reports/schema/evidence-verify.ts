// `takedown evidence verify --json`: what was examined, and everything that is not as it should be.
import * as z from 'zod';
import { amount, instant, problem } from './parts.ts';

const counts = {
  observations: amount.describe('Observations that are sound and agree.'),
  exchanges: amount.describe('Exchanges of octets behind them.'),
  reread: amount.describe("Of them, those that were read again with today's readers."),
  damaged: amount,
  disagrees: amount,
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
    papers: amount.nullable().describe('Letters, papers and copies; null: not examined.'),
  }),
  runs: z.array(z.object({ run: z.string(), ...counts })),
  findings: z
    .array(
      z.object({
        kind: z
          .enum(['damaged', 'disagrees', 'not-reread'])
          .describe('damaged: octets are not those that were written. disagrees: a stored fact is not what they say.'),
        file: z.string().describe("In the case's folder."),
        line: z.int().min(1).optional(),
        octet: amount.optional().describe('Place in the file.'),
        observation: z.string().optional(),
        name: z.string().optional(),
        lookup: z.string().optional(),
        field: z.string().optional().describe('Of the facts, with dots.'),
        stored: z.unknown().optional(),
        now: z.unknown().optional(),
        what: z.string(),
      }),
    )
    .describe('At most ten thousand; the totals count all.'),
  problems: z.array(problem),
});
