// Dates as registries write them, read without the machine's zone or language. What can be read in two ways is not read:
// 03/04/2019 gives nothing unless the order is known. A day alone, or a time without a zone, is taken as UTC; fractions of
// a second are cut off.
import { type Instant, parseInstant } from '../model/instant.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zones by name, where the name means one offset only. */
const ZONES: Readonly<Record<string, string>> = {
  MSK: '+03:00',
  JST: '+09:00',
  KST: '+09:00',
  CET: '+01:00',
  CEST: '+02:00',
  EET: '+02:00',
  EEST: '+03:00',
  EAT: '+03:00',
  WAT: '+01:00',
  CLT: '-04:00',
  CLST: '-03:00',
  BRT: '-03:00',
};

const ZONE = String.raw`Z|UTC|GMT|[+-]\d\d(?::?\d\d)?|${Object.keys(ZONES).join('|')}`;
const TIME = String.raw`(?:(?:T|,? +)(?:at )?(\d\d:\d\d(?::\d\d)?)(?:\.\d{1,9})?)?\s*(${ZONE})?`;

/** In front, short or whole: `Friday 7th November 2003` in .ac.uk. */
const WEEKDAY = '(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? )?';

interface Layout {
  readonly pattern: RegExp;
  /** Places of year, month, day, time and zone among the groups. */
  readonly groups: readonly [number, number, number, number, number];
  readonly source: string;
}

/** Last verified 2026-11. */
const LAYOUTS: readonly Layout[] = [
  {
    pattern: layout(String.raw`(\d{4})-(\d\d?)-(\d\d?)`),
    groups: [1, 2, 3, 4, 5],
    source: 'RFC 3339; ICANN registry agreement, specification 4',
  },
  {
    pattern: layout(String.raw`(\d{4})[./] ?(\d\d)[./] ?(\d\d)`),
    groups: [1, 2, 3, 4, 5],
    source: 'year first, as in .jp, .kr (with blanks) and .pl',
  },
  {
    pattern: layout(String.raw`((?:19|20)\d\d)(\d\d)(\d\d)`),
    groups: [1, 2, 3, 4, 5],
    source: 'without anything between, as in .at and .br',
  },
  {
    pattern: layout(String.raw`${WEEKDAY}(\d\d?)(?:st|nd|rd|th)?[- ]([a-z]{3})[a-z]*,?[- ](\d{4})`),
    groups: [3, 2, 1, 4, 5],
    source: '15-Mar-2019 14:00:00 UTC, as in Afilias layouts before 2014; 30th April 2003 at 00:00:00, as in .gg',
  },
  {
    pattern: layout(String.raw`(\d{4})-([a-z]{3})-(\d\d?)`),
    groups: [1, 2, 3, 4, 5],
    source: '2001-Aug-23, as in .tr',
  },
  {
    pattern: layout(String.raw`${WEEKDAY}([a-z]{3})[a-z]* (\d\d?),? (\d{4})`),
    groups: [3, 1, 2, 4, 5],
    source: 'May 22 2002, as in .is',
  },
  {
    pattern: layout(String.raw`(\d\d?)\.\s?(\d\d?)\.\s?(\d{4})`),
    groups: [3, 2, 1, 4, 5],
    source: 'day first where dots stand between, as in .cz, .fi and .rs',
  },
  {
    pattern: /^[a-z]{3},? ([a-z]{3}) +(\d\d?) (\d\d:\d\d:\d\d)(?: (GMT|UTC))? (\d{4})$/i,
    groups: [5, 1, 2, 3, 4],
    source: 'Fri Mar 15 23:59:59 GMT 2019, as in Neustar layouts before 2018',
  },
];

/** Hyphens or slashes between numbers say nothing of their order, unless one of them can be no month. */
const NUMBERS = layout(String.raw`(\d\d?)[-/](\d\d?)[-/](\d{4})`);

/** Places of year, month, day, time and zone in it. */
const ORDERS = { 'day-first': [3, 2, 1, 4, 5], 'month-first': [3, 1, 2, 4, 5] } as const;

/** By the table of quirks in whois/quirks.ts, or as the record itself shows it. */
export type DateOrder = keyof typeof ORDERS | 'unknown';

/** What the dates that can be read in one way only show of the others beside them. */
export function orderShown(texts: readonly string[]): DateOrder {
  const shown = new Set(texts.map(orderOf).filter((order) => order !== 'unknown'));
  const [only] = shown;
  return shown.size === 1 && only !== undefined ? only : 'unknown';
}

function orderOf(text: string): DateOrder {
  const found = text.length > 64 ? null : NUMBERS.exec(bare(text));
  if (found === null) return 'unknown';
  const [first, second] = [Number(found[1]), Number(found[2])];
  if (first > 12 && second <= 12) return 'day-first';
  return second > 12 && first <= 12 ? 'month-first' : 'unknown';
}

function layout(date: string): RegExp {
  return new RegExp(`^${date}${TIME}$`, 'i');
}

/** What registries hang on to a date: `(YYYY-MM-DD)`, `(GMT+0:00)`, a serial after `#`, a full stop. */
const TAIL = /\s*(?:\((?:yyyy-mm-dd|dd\/mm\/yyyy|gmt\+0:00)\)|#\d+|\.)$/i;

/** `1997-05-01 11:57:45 (UTC+8)`, as in .tw. */
const NAMED_OFFSET = / \(?(?:UTC|GMT)([+-])(\d\d?)\)?$/i;

/** `2010/10/18 11:30:47 (JST)`, as in .jp; a zone that has no summer. */
const ZONE_IN_BRACKETS = / \((JST|KST)\)$/;

/** `0-UANIC 20021204000000`, as in .ua before 2013: who wrote it, in front. */
const HEAD = /^[\w-]+-UANIC +(?=\d{14}$)/i;

/** `2001-05-02/22:28:22`, as at Communigal. */
const SLASH_BEFORE_TIME = /^(\d{4}-\d\d-\d\d)\/(?=\d\d:\d\d)/;

export function readDate(text: string, order: DateOrder = 'unknown'): Instant | undefined {
  if (text.length > 64) return undefined;
  const given = bare(text);
  for (const { pattern, groups } of LAYOUTS) {
    const found = pattern.exec(given);
    if (found !== null) return assemble(groups.map((group) => found[group] ?? ''));
  }
  const found = NUMBERS.exec(given);
  const known = order === 'unknown' ? orderOf(given) : order;
  if (found === null || known === 'unknown') return undefined;
  return assemble(ORDERS[known].map((group) => found[group] ?? ''));
}

function bare(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replace(TAIL, '')
    .replace(NAMED_OFFSET, (_, sign: string, hours: string) => ` ${sign}${hours.padStart(2, '0')}:00`)
    .replace(ZONE_IN_BRACKETS, ' $1')
    .replace(HEAD, '')
    .replace(SLASH_BEFORE_TIME, '$1 ')
    .replace(/^(\d{8})(\d\d)(\d\d)(\d\d)$/, '$1 $2:$3:$4');
}

/** The year of the first domain names; the day zero of a clock, 1970-01-01, is none of theirs. */
const FIRST = '1985-01-01T00:00:00Z';

function assemble([year = '', month = '', day = '', time = '', zone = '']: readonly string[]): Instant | undefined {
  const number = /^\d+$/.test(month) ? Number(month) : MONTHS.indexOf(month.toLowerCase()) + 1;
  const date = `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}`;
  const read = parseInstant(`${date}T${time === '' ? '00:00:00' : time}${offsetOf(zone)}`);
  return read !== undefined && read >= FIRST ? read : undefined;
}

function offsetOf(zone: string): string {
  const named = ZONES[zone.toUpperCase()];
  if (named !== undefined) return named;
  const digits = /^([+-]\d\d):?(\d\d)?$/.exec(zone);
  return digits === null ? 'Z' : `${digits[1]}:${digits[2] ?? '00'}`;
}
