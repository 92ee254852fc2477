// `takedown show CASE NAME --json`: one name, with the history of what was observed.
import * as z from 'zod';
import { caseHead, instant, journalEntry, nameRow, observation, problem } from './parts.ts';

export const showSchema = z.object({
  schema: z.literal('takedown/show/1'),
  ...caseHead,
  names: z.array(nameRow).length(1),
  origin: z
    .object({
      file: z.string(),
      sha256: z.string(),
      where: z.string().describe('Page and line, or sheet and row, of the document.'),
      printed: z.string().nullable().describe('As it stands there, where that differs.'),
      by: z.string().describe('Who accepted it.'),
      at: instant,
    })
    .nullable()
    .optional()
    .describe('Where the name comes from; null where imports are on record and do not tell, absent where none are.'),
  observations: z.array(observation).describe('Of the newest run in which each lookup was made.'),
  history: z
    .array(
      z.object({
        run: z.string(),
        started: instant,
        simulated: z.boolean(),
        observations: z.array(observation),
      }),
    )
    .describe('Earlier runs that saw something else than the run after them, newest first.'),
  lingering: z
    .object({
      by: instant.describe('By when every resolver goes by how the name stands now, at the latest.'),
      what: z.array(
        z.object({ of: z.enum(['delegation', 'ds', 'addresses']), former: z.array(z.string()), until: instant }),
      ),
    })
    .optional()
    .describe(
      'What resolvers may still have of how the name stood before; absent where nothing is left that is known of.',
    ),
  journal: z.array(journalEntry).describe('What people recorded about this name, oldest first.'),
  problems: z.array(problem),
});
