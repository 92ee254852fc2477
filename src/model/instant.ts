// Instants (UTC) and calendar dates as strings that sort as they run. The clock itself is read in one file, cli/clock.ts.

/** `YYYY-MM-DDTHH:MM:SSZ`, with milliseconds where they matter. Made only by the functions here. */
export type Instant = string & { readonly __brand: 'Instant' };

/** `YYYY-MM-DD`, a day on a calendar, in no zone. */
export type LocalDate = string & { readonly __brand: 'LocalDate' };

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)$/;
const DATE = /^(\d{4})-(\d\d)-(\d\d)$/;

/** Reads an RFC 3339 instant that names its offset; `undefined` for anything else, 30 February included. */
export function parseInstant(text: string): Instant | undefined {
  if (text.endsWith('Z') && isCanonical(text)) return text as Instant;
  if (!INSTANT.test(text) || parseDate(text.slice(0, 10)) === undefined) return undefined;
  const at = Date.parse(text);
  return Number.isNaN(at) ? undefined : instantAt(at);
}

/** The program's own form reads itself: a record has it by the hundred thousand. */
function isCanonical(text: string): boolean {
  const at = Date.parse(text);
  return !Number.isNaN(at) && instantAt(at) === text;
}

/** Reads a calendar date; `undefined` when there is no such day. */
export function parseDate(text: string): LocalDate | undefined {
  const parts = DATE.exec(text);
  if (parts === null) return undefined;
  const at = Date.UTC(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]));
  return new Date(at).toISOString().startsWith(text) ? (text as LocalDate) : undefined;
}

/** The instant so many milliseconds after 1970-01-01T00:00:00Z; whole seconds are printed without a fraction. */
export function instantAt(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString().replace('.000Z', 'Z') as Instant;
}

/** Later than anything that is ever recorded. */
export const END_OF_TIME = '9999-12-31T23:59:59Z' as Instant;

/** Milliseconds since 1970-01-01T00:00:00Z. */
export function millisecondsOf(instant: Instant): number {
  return Date.parse(instant);
}

export function isBefore(a: Instant, b: Instant): boolean {
  // Texts of one length run as their instants do, and others do unless both lie in one second. Reading takes twenty times as long.
  if (a.length !== b.length && a.startsWith(b.slice(0, SECOND))) return millisecondsOf(a) < millisecondsOf(b);
  return a < b;
}

export function earlier(a: Instant, b: Instant): Instant {
  return isBefore(b, a) ? b : a;
}

export function later(a: Instant, b: Instant): Instant {
  return isBefore(a, b) ? b : a;
}

const SECOND = 'YYYY-MM-DDTHH:MM:SS'.length;

export function addDays(instant: Instant, days: number): Instant {
  return instantAt(millisecondsOf(instant) + days * 86_400_000);
}

/** The form used in file names: `20190318T141502Z`. */
export function compactInstant(instant: Instant): string {
  return `${instant.slice(0, 19).replaceAll('-', '').replaceAll(':', '')}Z`;
}
