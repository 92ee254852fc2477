// The piece of case.yaml about orders: paragraphs, relief, and what later orders change in earlier ones.
import * as z from 'zod';
import { ACTIONS, ORDER_KINDS, type ParagraphRef } from '../../model/case/order.ts';
import { reliefTerms } from '../../relief/index.ts';
import { dueSchema, expirySchema } from './due.ts';
import { id, instant, name, oneOrMore, parsed, prose, text } from './words.ts';
import { caseFileName, sha256 } from './written.ts';

/** Named one by one: the whole of zod as a value would bring in its parts that nobody uses. */
const PARTS = {
  array: z.array,
  discriminatedUnion: z.discriminatedUnion,
  enum: z.enum,
  literal: z.literal,
  strictObject: z.strictObject,
  string: z.string,
};

const REF = /^[^/\s]+\/[^/]+$/;

export const paragraphRef = parsed((written) => (REF.test(written) ? (written as ParagraphRef) : undefined), {
  code: 'unknown-paragraph',
  not: 'not the name of a paragraph',
}).meta({ description: 'A paragraph of an earlier order: order/number, such as tro/2(a).' });

const roles = z.enum(['registry-operator', 'registrar', 'provider']);

const paragraphSchema = z
  .strictObject({
    number: text.describe('The paragraph’s own number, such as "2(a)".'),
    text: prose.describe('The order’s own words.'),
    'directed-to': oneOrMore(roles).describe('Whom the paragraph addresses.'),
    'applies-to': oneOrMore(id).describe('The schedule, or schedules, whose names it is about.'),
    due: dueSchema.optional(),
    relief: z
      .array(reliefTerms(PARTS))
      .default([])
      .describe('What is ordered, in checkable form; what only a person can tell is "attested".'),
  })
  .describe('One directive of the order.');

const changesSchema = {
  adds: z
    .array(z.strictObject({ schedule: id, to: oneOrMore(paragraphRef) }))
    .default([])
    .describe('Schedules whose names earlier paragraphs now apply to as well.'),
  releases: z
    .array(z.strictObject({ names: oneOrMore(name), because: text.optional() }))
    .default([])
    .describe('Names that are let go.'),
  replaces: z
    .array(z.strictObject({ paragraph: paragraphRef, by: text.describe('The number of the paragraph of this order.') }))
    .default([])
    .describe('Earlier paragraphs in whose place one of this order stands.'),
  extends: z
    .array(z.strictObject({ order: id, until: z.union([z.literal('further-order'), instant]) }))
    .default([])
    .describe('Earlier orders that stay in force for longer.'),
};

const copySchema = z
  .strictObject({
    file: caseFileName.describe('A file of the case folder, such as orders/tro.pdf.'),
    pages: z.int().min(1).max(10_000),
    'sha-256': sha256.describe('Of the file, in hexadecimal: a copy that was changed is never sent.'),
  })
  .describe('The filed, stamped copy of the order, which letters enclose.');

export const orderSchema = z
  .strictObject({
    id,
    kind: z.enum(ORDER_KINDS),
    'docket-entry': z.int().positive().optional().describe('Its number on the docket.'),
    copy: copySchema.optional(),
    entered: instant.describe('When it was entered: date, hour and offset.'),
    expires: expirySchema.optional(),
    action: z
      .enum(ACTIONS)
      .optional()
      .describe('What is to happen to the names. Absent: what the relief of the paragraphs amounts to.'),
    paragraphs: z.array(paragraphSchema).default([]),
    ...changesSchema,
  })
  .describe('One order. Later orders stand below earlier ones and change them; nothing above is edited away.');
