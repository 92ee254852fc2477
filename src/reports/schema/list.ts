// `takedown list --json`: every case of the workspace.
import * as z from 'zod';
import { caseHead, expiryRow, instant, problem } from './parts.ts';

const { toolVersion, generatedAt, ...head } = caseHead;

export const listSchema = z.object({
  schema: z.literal('takedown/list/1'),
  toolVersion,
  generatedAt,
  cases: z.array(
    z.discriminatedUnion('readable', [
      z.object({ readable: z.literal(true), ...head, nextDue: instant.nullable(), nextExpiry: expiryRow.nullable() }),
      z.object({ readable: z.literal(false), case: z.string(), problems: z.array(problem) }),
    ]),
  ),
  complete: z.boolean().describe('Every case could be read.'),
  problems: z.array(problem),
});
