// `takedown diff --json`, and the same as a part of `takedown amend --json`: what changes between two orders.
import * as z from 'zod';
import { ORDER_KINDS } from '../../model/case/order.ts';
import { amount, instant, problem, reach } from './parts.ts';

const order = z.object({
  id: z.string(),
  kind: z.enum(ORDER_KINDS),
  docketEntry: z.int().min(1).nullable(),
  entered: instant,
});

const clause = z.object({
  paragraph: z.string().describe('order/number'),
  relief: z.string(),
  due: z.string().nullable().describe('In the words of the order: within 3 business days of receipt.'),
});

export const differencePart = {
  from: order.nullable().describe('Null: the case without the order.'),
  to: order,
  covered: z.object({ before: amount, after: amount }).describe('Names that orders ask something for.'),
  changes: z
    .array(
      z.object({
        change: z.enum(['added', 'dropped', 'changed']),
        released: z.boolean().describe('Dropped, since an order releases the names.'),
        gains: z.array(clause),
        loses: z.array(clause),
        names: z.array(z.string()),
      }),
    )
    .describe('Names that change in the same way stand together; each name stands once.'),
  paragraphs: z.array(
    z.object({
      paragraph: z.string(),
      change: z.enum(['new', 'replaced', 'more names', 'no longer in force', 'in force again']),
      replacedBy: z.string().nullable(),
      schedules: z.array(z.string()),
    }),
  ),
  ends: z
    .array(
      z.object({
        order: z.string(),
        isNew: z.boolean(),
        before: instant.nullable(),
        after: instant.nullable().describe('Null: until a further order.'),
      }),
    )
    .describe('Orders whose end changes, and new ones.'),
  recipients: z.array(
    z.object({
      recipient: z.string().nullable().describe('Its id; null: nobody is listed.'),
      name: z.string(),
      role: z.string(),
      reach: reach.nullable(),
      added: amount,
      changed: amount,
      dropped: amount,
    }),
  ),
};

export const diffSchema = z.object({
  schema: z.literal('takedown/diff/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  illustrative: z.boolean(),
  rehearsal: z.boolean(),
  ...differencePart,
  problems: z.array(problem),
});
