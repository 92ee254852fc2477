// `takedown evidence export --json`: which bag was made, what is in it, and how sound it was.
import * as z from 'zod';
import { FINDING_KINDS } from '../../model/seen/evidence.ts';
import { amount, instant, problem } from './parts.ts';

export const evidenceExportSchema = z.object({
  schema: z.literal('takedown/evidence-export/1'),
  toolVersion: z.string(),
  generatedAt: instant,
  case: z.string(),
  illustrative: z.boolean().describe("The terms have not been compared with the order's text."),
  rehearsal: z.boolean(),
  simulated: z.boolean().describe('One of its runs was made on a simulated network.'),
  sealedUntil: instant.nullable().describe('null: there is no seal, or it has been lifted.'),
  bag: z.string().describe('The folder or file, from the working folder.'),
  form: z.enum(['folder', 'zip']),
  digest: z.string().describe('SHA-256 of tagmanifest-sha256.txt, which stands for every octet of the bag.'),
  whole: z.boolean().describe('false: only the runs that were asked for.'),
  files: amount.describe('Of the payload.'),
  octets: amount.describe('Of the payload.'),
  runs: z.array(z.string()).describe('Those that have their last line, oldest first.'),
  unfinished: z.array(z.string()).describe('Runs and shards that were never finished: in the bag as they lie.'),
  setAside: z.array(z.string()).describe('The same of those that a person has set aside.'),
  shared: z.array(z.string()).describe('Places in the bag of what all cases of the workspace share.'),
  leftOut: z
    .array(z.object({ file: z.string(), why: z.string() }))
    .describe("What lies in the case's folder and not in the bag; a folder ends in a slash."),
  sound: z.boolean().describe('As of evidence verify, when the bag was made.'),
  totals: z.object({
    observations: amount,
    exchanges: amount,
    reread: amount,
    damaged: amount,
    disagrees: amount,
    notReread: amount,
    verdicts: amount.describe('Verdicts that are others when they are judged by what the octets say.'),
    edited: amount,
    notKept: amount,
  }),
  findings: z
    .array(z.object({ kind: z.enum(FINDING_KINDS), file: z.string(), what: z.string() }))
    .describe('The first 200, those that weigh most in front; evidence verify --json has all of them.'),
  problems: z.array(problem),
});
