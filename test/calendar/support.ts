import type { Court } from '../../src/model/case.ts';
import { type Instant, type LocalDate, parseDate, parseInstant } from '../../src/model/instant.ts';

export const DC: Court = {
  name: 'United States District Court for the District of Columbia',
  short: 'D.D.C.',
  timeZone: 'America/New_York',
  holidays: ['us-federal', 'us-dc'],
  closed: [],
};

export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`not an instant: ${text}`);
  return instant;
}

export function day(text: string): LocalDate {
  const date = parseDate(text);
  if (date === undefined) throw new Error(`not a date: ${text}`);
  return date;
}
