// How an order says when something is due and when it ends, in the words of people.
import * as z from 'zod';
import type { DueRule } from '../../model/case/order.ts';
import { parseInstant } from '../../model/instant.ts';
import { instant, parsed } from './words.ts';

type Within = Extract<DueRule, { readonly within: unknown }>['within'];

const WITHIN = /^(\d{1,4}) (hour|day|business day)s?$/;
const UNITS: Readonly<Record<string, Within['unit']>> = { hour: 'hours', day: 'days', 'business day': 'business days' };

function parseWithin(text: string): Within | undefined {
  const [, count, unit] = WITHIN.exec(text) ?? [];
  const known = UNITS[unit ?? ''];
  return known === undefined || Number(count) === 0 ? undefined : { count: Number(count), unit: known };
}

const within = parsed(parseWithin, {
  code: 'wrong-value',
  not: 'not a period',
  hint: 'Write it as 3 business days, 14 days or 48 hours.',
}).meta({ description: 'A period: so many hours, days or business days.', examples: ['3 business days', '48 hours'] });

export const dueSchema = z
  .union([
    z.strictObject({
      within,
      of: z
        .enum(['entry', 'service', 'receipt'])
        .describe('What starts the period; service and receipt are each recipient’s own.'),
    }),
    z.strictObject({ by: instant.describe('A date certain. It is never rolled.') }),
  ])
  .describe(
    'When the paragraph has to be carried out. Business days are counted as the order says: Fed. R. Civ. P. 6 has none.',
  );

/** `14 days` after entry, counted on the calendar. */
const days = parsed(
  (text) => {
    const period = parseWithin(text);
    return period?.unit === 'days' ? period.count : undefined;
  },
  { code: 'wrong-value', not: 'not a number of days', hint: 'Write it as 14 days.' },
);

const endInstant = parsed(parseInstant, {
  code: 'not-an-instant',
  not: 'neither a number of days nor an instant with an offset',
  hint: 'Write it as { after: 14 days } or 2019-03-29T16:00:00-04:00.',
}).meta({ description: 'A date certain, with its offset from UTC.' });

export const expirySchema = z
  .union([
    z.strictObject({
      after: days.describe('So many days after entry, at the hour of entry (Fed. R. Civ. P. 65(b)(2)).'),
    }),
    endInstant,
  ])
  .describe('When the order ends by itself; absent: when a further order ends it. A date certain is never rolled.');
