// Dates as registries write them, read without the machine's zone or language. What can be read in two ways is not read:
// a slash between day and month gives nothing. A day alone, or a time without a zone, is taken as UTC; fractions of a
// second are cut off.
import { type Instant, parseInstant } from '../model/instant.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const TIME = String.raw`(?:[T ]+(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?)?\s*(Z|UTC|GMT|[+-]\d\d:?\d\d)?`;

interface Layout {
  readonly pattern: RegExp;
  /** Places of year, month, day, time and zone among the groups. */
  readonly groups: readonly [number, number, number, number, number];
  readonly source: string;
}

/** Last verified 2026-11. */
const LAYOUTS: readonly Layout[] = [
  {
    pattern: new RegExp(String.raw`^(\d{4})-(\d\d)-(\d\d)${TIME}$`, 'i'),
    groups: [1, 2, 3, 4, 5],
    source: 'RFC 3339; ICANN registry agreement, specification 4',
  },
  {
    pattern: new RegExp(String.raw`^(\d{4})[./](\d\d)[./](\d\d)${TIME}$`, 'i'),
    groups: [1, 2, 3, 4, 5],
    source: 'year first, as in .br, .jp and .kr',
  },
  {
    pattern: new RegExp(String.raw`^(\d\d?)[- ]([a-z]{3})[a-z]*[- ](\d{4})${TIME}$`, 'i'),
    groups: [3, 2, 1, 4, 5],
    source: '15-Mar-2019 14:00:00 UTC, as in Afilias layouts before 2014',
  },
  {
    pattern: new RegExp(String.raw`^(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})${TIME}$`, 'i'),
    groups: [3, 2, 1, 4, 5],
    source: 'day first where dots stand between, as in .cz, .fi and .rs',
  },
  {
    pattern: /^[a-z]{3},? ([a-z]{3}) (\d\d?) (\d\d:\d\d:\d\d) (GMT|UTC) (\d{4})$/i,
    groups: [5, 1, 2, 3, 4],
    source: 'Fri Mar 15 23:59:59 GMT 2019, as in Neustar layouts before 2018',
  },
];

export function readDate(text: string): Instant | undefined {
  const given = text.trim();
  if (given.length > 64) return undefined;
  for (const { pattern, groups } of LAYOUTS) {
    const found = pattern.exec(given);
    if (found !== null) return assemble(groups.map((group) => found[group] ?? ''));
  }
  return undefined;
}

function assemble([year = '', month = '', day = '', time = '', zone = '']: readonly string[]): Instant | undefined {
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return parseInstant(`${date}T${time === '' ? '00:00:00' : time}${offsetOf(zone)}`);
}

function offsetOf(zone: string): string {
  const digits = /^([+-]\d\d):?(\d\d)$/.exec(zone);
  return digits === null ? 'Z' : `${digits[1]}:${digits[2]}`;
}
