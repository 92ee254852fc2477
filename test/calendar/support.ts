import type { Court } from '../../src/model/case/case.ts';
import { type LocalDate, parseDate } from '../../src/model/instant.ts';

export const DC: Court = {
  name: 'United States District Court for the District of Columbia',
  short: 'D.D.C.',
  timeZone: 'America/New_York',
  holidays: ['us-federal', 'us-dc'],
  closed: [],
};

export function day(text: string): LocalDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
}
