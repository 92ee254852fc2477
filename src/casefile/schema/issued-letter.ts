// The schema of letters/<id>/letter.yaml: what was issued, digest by digest. The program writes it, once.
import * as z from 'zod';
import type { ParagraphRef } from '../../model/case/order.ts';
import { PURPOSES } from '../../model/letter/letter.ts';
import { date, instant, name, parsed, text } from './words.ts';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/, { error: 'a SHA-256 has 64 hexadecimal figures' });

/** A name in the letter's own folder: it leads nowhere else, and no system treats it specially. */
const fileName = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,119}$/, { error: 'a file of a letter has a plain name' });

const paragraph = parsed(
  (written): ParagraphRef | undefined => (/^[^/]+\/.+$/.test(written) ? (written as ParagraphRef) : undefined),
  { code: 'wrong-value', not: 'not a paragraph with its order, such as tro/2(a)' },
).meta({ description: 'A paragraph with its order, such as tro/2(a).' });

export const issuedLetterSchema = z
  .strictObject({
    'takedown-letter': z.literal(1),
    id: text.describe('The folder of the letter.'),
    case: text,
    recipient: text.describe('Its id in recipients.yaml.'),
    about: text.optional().describe('Whom the letter is about, where that is somebody else.'),
    role: z.enum(['registry-operator', 'registrar', 'provider']),
    reach: z.enum(['ordered', 'requested']),
    purpose: z.enum(PURPOSES),
    template: text,
    language: text.describe('BCP 47.'),
    dated: date.describe('The date on the letter, at the court.'),
    issued: instant,
    tool: text,
    illustrative: z.boolean(),
    rehearsal: z.boolean(),
    sealed: z.boolean(),
    paragraphs: z.array(paragraph),
    deadline: z
      .strictObject({
        due: instant,
        from: z.strictObject({ at: instant, what: text }).optional(),
        arithmetic: text,
      })
      .optional(),
    reason: text.optional().describe('What a person gave to outweigh a refusal.'),
    mail: z
      .strictObject({
        from: text,
        to: z.array(text),
        cc: z.array(text),
        subject: text,
        'message-id': text,
      })
      .optional(),
    made: z
      .strictObject({ case: sha256, recipient: sha256, template: sha256, facts: sha256 })
      .describe('What the letter was made of.'),
    names: z.array(name),
    files: z.array(z.strictObject({ file: fileName, length: z.int().min(0), 'sha-256': sha256 })),
    digest: sha256.describe('Over all text above this line: what is approved.'),
  })
  .meta({
    title: 'takedown: an issued letter',
    description: 'What was issued, digest by digest. Written once and never changed.',
  });

export type IssuedLetterAsWritten = z.output<typeof issuedLetterSchema>;
