// `takedown evidence seal --json`: the time stamp that was kept.
import * as z from 'zod';
import { STAMP_STATES } from '../../model/seen/time-stamp.ts';
import { amount, instant, problem } from './parts.ts';

export const stamp = z
  .object({
    run: z.string(),
    file: z.string().describe("In the case's folder: the authority's answer (RFC 3161 TimeStampResp), octet by octet."),
    state: z
      .enum(STAMP_STATES)
      .describe(
        'vouched: a trusted certificate vouches for the signer. not-checked: none was given. untrusted: none of those given does. damaged: it counts for nothing, or is not of the run that is there.',
      ),
    why: z.string().nullable().describe('Of one that is untrusted or damaged.'),
    at: instant.nullable().describe('As the authority states it. null, as what follows: it cannot be told.'),
    accuracy: amount.nullable().describe('Milliseconds that it may be off; null: the authority says nothing of that.'),
    sha256: z.string().nullable().describe('Of the run file, whose last lines state the digest of the evidence.'),
    by: z.string().nullable().describe("Whom the signer's certificate names."),
    policy: z.string().nullable().describe('Object identifier.'),
    serial: z.string().nullable().describe("The authority's number for it, hexadecimal."),
    root: z
      .string()
      .nullable()
      .describe('The trusted certificate that vouches for the signer; null: none does, or none was given.'),
  })
  .describe('A time stamp proves that the run was there by that instant, and nothing of whether what it says is true.');

export const evidenceSealSchema = z.object({
  schema: z.literal('takedown/evidence-seal/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  simulated: z.boolean(),
  stamp,
  problems: z.array(problem),
});
