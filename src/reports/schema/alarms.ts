// What `check --notify` tells: the document that a webhook is sent, and a line of a file.
import * as z from 'zod';
import { ALARM_WORDS } from '../../model/judged/alarm.ts';
import { amount, instant } from './parts.ts';

const alarm = {
  word: z.enum(ALARM_WORDS).describe('takedown explain WORD'),
  about: z.string().describe('A name of the case, the domain of a sinkhole, or the id of an order.'),
  of: z.string().optional().describe('What of it: transfer, redirection, locks.'),
  since: instant.optional().describe('The end, the deadline, or when it was last as ordered.'),
  text: z.string().describe('One sentence, without a word from outside.'),
};

const head = {
  case: z.string(),
  at: instant.describe('When it was told.'),
  run: z.string().describe('The run that it was seen in.'),
  simulated: z.boolean(),
  illustrative: z.boolean(),
};

export const alarmsSchema = z.object({
  schema: z.literal('takedown/alarms/1'),
  toolVersion: z.string(),
  ...head,
  docket: z.string(),
  counts: z.record(z.string(), amount).describe('How many there are of each word.'),
  alarms: z.array(z.object(alarm)).describe('Only what is new; the most urgent, a hundred at most.'),
  more: amount.describe('How many are not in the list.'),
  text: z.string().describe('The same for people, in several lines.'),
});

export const alarmSchema = z.object({ schema: z.literal('takedown/alarm/1'), ...head, ...alarm });
