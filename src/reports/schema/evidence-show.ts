// `takedown evidence show --json`: observations with the exchanges behind them, as octets and as people read them.
import * as z from 'zod';
import { evidencePlace } from './evidence-list.ts';
import { amount, instant, problem } from './parts.ts';

const direction = z.object({
  octets: amount,
  'sha-256': z.string(),
  base64: z.string().describe('The octets, unchanged.'),
  lines: z.array(z.string()).describe('As people of the field read them; text of servers as it came.'),
});

export const evidenceShowSchema = z.object({
  schema: z.literal('takedown/evidence-show/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  observations: z.array(
    z.object({
      observation: z.string(),
      name: z.string(),
      lookup: z.string(),
      question: z.string(),
      server: z.string(),
      at: instant,
      outcome: z.enum(['facts', 'no-such-object', 'failure']),
      evidence: evidencePlace,
      damaged: z.string().nullable().describe('Why the octets are not shown.'),
      exchanges: z.array(
        z.object({
          number: z.int().min(1),
          protocol: z.enum(['dns', 'rdap', 'whois']),
          transport: z.string(),
          uri: z.string(),
          dialled: z.string(),
          at: instant,
          took: amount,
          end: z.string(),
          because: z.string().nullable().describe('Why it was made after an earlier one.'),
          sent: direction,
          received: direction,
        }),
      ),
    }),
  ),
  problems: z.array(problem),
});
