// `takedown letter plan --json`: the letters that are due, and what stands in the way of each.
import * as z from 'zod';
import { caseHead, instant, nextStepRow, problem, purpose, reach } from './parts.ts';

export const letterPlanSchema = z.object({
  schema: z.literal('takedown/letter-plan/1'),
  ...caseHead,
  letters: z.array(
    z.object({
      recipient: z
        .string()
        .describe('Its id in recipients.yaml; a stand-in with a blank or a dot where none is listed.'),
      recipientName: z.string(),
      role: z.enum(['registry-operator', 'registrar', 'provider']),
      reach,
      about: z.string().nullable().describe('Whom the letter is about, where that is somebody else.'),
      purpose,
      template: z.string().nullable().describe('null: none fits.'),
      names: z.array(z.string()).describe('A-label form'),
      unconfirmed: z.array(z.string()).describe('Names of which it could not be seen whether they are done.'),
      clauses: z.array(
        z.object({
          paragraph: z.string().describe('order/paragraph'),
          relief: z.array(z.string()),
          rule: z.string().nullable().describe('The period in words; null: the paragraph sets none.'),
          due: instant.nullable().describe('null: the period does not run.'),
          arithmetic: z.string().nullable(),
        }),
      ),
      due: instant.nullable().describe('The earliest of its clauses.'),
      arithmetic: z.string().nullable(),
      seenAt: instant.nullable().describe('The oldest lookup that it rests on; null: a name was never looked up.'),
      sent: z.array(z.object({ letter: z.string(), at: instant })).describe('To the same end, newest first.'),
      settled: z.boolean().describe('It went out, or lies ready: nothing is to be made.'),
      blocked: z.array(
        z.object({
          word: z.string().describe('One of a closed list: takedown explain WORD.'),
          text: z.string(),
          hint: z.string().nullable(),
          reasonOutweighs: z.boolean(),
        }),
      ),
    }),
  ),
  nextSteps: z.array(nextStepRow).describe('Of those who are late: the step that comes next, and from when on.'),
  withoutLetter: z.array(z.string()).describe('Names that no letter is about.'),
  problems: z.array(problem),
});
