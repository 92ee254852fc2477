// `takedown lookup NAME… --json`: what was seen just now of any name; nothing of it is kept.
import * as z from 'zod';
import { LOOKUP_KINDS } from '../../model/seen/observation.ts';
import { instant, problem, sighting } from './parts.ts';

const octets = z.string().optional().describe('In base64; with --raw.');

const traceRow = z.object({
  lookup: z.enum(LOOKUP_KINDS),
  at: instant,
  offset: z.number().describe('Milliseconds since the first exchange.'),
  took: z.number().describe('Milliseconds.'),
  transport: z.enum(['udp', 'tcp', 'tls']),
  server: z.string(),
  dialled: z.string().describe('Where the packets really went.'),
  question: z.string(),
  answer: z.string().describe('In short; may hold text from outside.'),
  end: z.string(),
  because: z.string().optional().describe('Cause and action of a further attempt, or what a stray is.'),
  octetsSent: z.int(),
  octetsReceived: z.int(),
  sent: octets,
  received: octets,
});

export const lookupSchema = z.object({
  schema: z.literal('takedown/lookup/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  simulated: z.boolean(),
  complete: z.boolean().describe('No lookup failed.'),
  names: z.array(
    z.object({
      name: z.string(),
      unicode: z.string(),
      sightings: z.array(sighting),
      notes: z
        .array(z.object({ word: z.string(), text: z.string() }))
        .describe('What is wrong with the name, as far as that needs no order.'),
      trace: z.array(traceRow).optional().describe('With --trace or --raw.'),
    }),
  ),
  problems: z.array(problem),
});
