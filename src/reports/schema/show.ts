// `takedown show CASE NAME --json`: one name, with the history of what was observed.
import * as z from 'zod';
import { caseHead, instant, journalEntry, nameRow, observation, problem } from './parts.ts';

export const showSchema = z.object({
  schema: z.literal('takedown/show/1'),
  ...caseHead,
  names: z.array(nameRow).length(1),
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
  journal: z.array(journalEntry).describe('What people recorded about this name, oldest first.'),
  problems: z.array(problem),
});
