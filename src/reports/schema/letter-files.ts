// `takedown letter draft --json` and `takedown letter issue --json`: what was made of each letter.
import * as z from 'zod';
import { PURPOSES } from '../../model/letter/letter.ts';
import { amount, caseHead, problem } from './parts.ts';

const refusal = z.object({
  word: z.string().describe('takedown explain WORD'),
  text: z.string(),
  hint: z.string().nullable(),
  reasonOutweighs: z.boolean(),
});

export const letterFilesSchema = z.object({
  schema: z.enum(['takedown/letter-draft/1', 'takedown/letter-issue/1']),
  ...caseHead,
  letters: z.array(
    z.object({
      id: z.string().nullable().describe('null: it could not be made.'),
      recipient: z.string(),
      recipientName: z.string(),
      about: z.string().nullable(),
      purpose: z.enum(PURPOSES),
      template: z.string().nullable(),
      names: z.array(z.string()).describe('A-label form'),
      folder: z.string().nullable(),
      files: z.array(z.object({ file: z.string(), length: amount, 'sha-256': z.string() })),
      mail: z
        .object({
          from: z.string(),
          to: z.array(z.string()),
          cc: z.array(z.string()),
          subject: z.string(),
          messageId: z.string(),
        })
        .nullable()
        .describe('null: it does not go by mail, or no sender is set.'),
      digest: z.string().nullable().describe('Of an issued letter: what is to be approved.'),
      next: z.array(z.string()).describe('Commands to type next.'),
      blocked: z.array(refusal),
    }),
  ),
  problems: z.array(problem),
});
