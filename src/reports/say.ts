// The words of reports: instants, names, verdicts, counts. Dates of the record are UTC and say so; dates of the court are
// in its zone and name it. Everything that may come from outside passes through `show` here or at its place of use.
import { dateWords, fullDateWords } from '../calendar/local-date.ts';
import { localTime } from '../calendar/zone.ts';
import { type Instant, parseDate } from '../model/instant.ts';
import type { Verdict } from '../model/judged/finding.ts';
import type { FacetVerdict, Totals } from '../model/judged/progress.ts';
import { type Name, unicodeOf } from '../model/name.ts';
import { show } from '../model/text/harmless.ts';
import { upperFirst } from '../model/text/phrase.ts';

/** `18 Mar 2019 14:15 UTC` */
export function utcWords(at: Instant): string {
  return `${utcDateWords(at)} ${at.slice(11, 16)} UTC`;
}

/** `18 Mar 2019` */
export function utcDateWords(at: Instant): string {
  const date = parseDate(at.slice(0, 10));
  return date === undefined ? at.slice(0, 10) : dateWords(date);
}

/** As progress has it, and as a document has it. */
interface Checked<At> {
  readonly lastRun?: { readonly ended: At } | null | undefined;
  readonly ahead?: { readonly runs?: { readonly first: At } | undefined } | undefined;
}

/** When the newest run ended; `(to come)` where only runs of a clock that was ahead are there. `undefined`: there is none. */
export function lastCheckedWords<At>({ lastRun, ahead }: Checked<At>, words: (at: At) => string): string | undefined {
  if (lastRun) return words(lastRun.ended);
  return ahead?.runs && `${words(ahead.runs.first)} (to come)`;
}

/** Said in place of what was seen, where no run counts. */
export function nothingSeenWords({ ahead }: Checked<unknown>): string {
  return ahead?.runs === undefined
    ? 'Nothing has been looked up yet'
    : 'What was looked up is from a time still to come';
}

/** Of a name that no look counts for: one of a clock that was ahead may be on record. */
export function neverLookedWords({ ahead }: Pick<Checked<unknown>, 'ahead'>): string {
  return ahead?.runs === undefined ? 'never looked up' : 'no look at it counts yet';
}

/** The same where an instant would stand. */
export function neverSeenWords({ ahead }: Pick<Checked<unknown>, 'ahead'>): string {
  return ahead?.runs === undefined ? 'never' : 'not counted yet';
}

/** The same behind a number of names. */
export function neverCountedWords({ ahead }: Pick<Checked<unknown>, 'ahead'>): string {
  return ahead?.runs === undefined ? 'never looked up' : 'without a look that counts yet';
}

/** The date on the court's clocks: `15 Mar 2019`. */
export function courtDateWords(at: Instant, timeZone: string): string {
  return dateWords(localTime(at, timeZone).date);
}

/** `Wed 20 Mar 17:00 EDT`; with the year where it is not the one of `beside`. */
export function courtWords(at: Instant, timeZone: string, beside?: Instant): string {
  const local = localTime(at, timeZone);
  const year = beside === undefined ? undefined : localTime(beside, timeZone).date;
  return `${fullDateWords(local.date, year)} ${local.time.slice(0, 5)} ${local.zone}`;
}

/** The operative form first; a name with letters beyond ASCII is shown in both. */
export function nameWords(name: Name): string {
  const unicode = unicodeOf(name);
  return unicode === name ? name : `${name} (${show(unicode)})`;
}

/** `stale-ds` as people say it: `stale DS`. */
export function wordWords(word: string): string {
  const known = WORDS_MADE.get(word);
  if (known !== undefined) return known;
  const made = madeWords(word);
  if (WORDS_MADE.size < MOST_WORDS) WORDS_MADE.set(word, made);
  return made;
}

/** Words are those of closed lists, and a sheet has them by the hundred thousand. */
const WORDS_MADE = new Map<string, string>();
const MOST_WORDS = 512;

function madeWords(word: string): string {
  return show(
    word
      .replaceAll('-', ' ')
      .replace(/\bds\b/, 'DS')
      .replace(/\bepp\b/, 'EPP')
      .replace(/\bseal\b/, 'the seal'),
  );
}

export const VERDICT_WORDS: Readonly<Record<Verdict, string>> = { met: 'met', unmet: 'not yet', unknown: 'unknown' };

export const FACET_WORDS: Readonly<Record<FacetVerdict, string>> = {
  met: 'yes',
  unmet: 'not yet',
  unknown: 'unknown',
  'not-ordered': 'not ordered',
};

/** Of how many names a count is: of those that the order states, or of those listed where a schedule has more. */
export function wholeOf({ ordered, listed }: Totals): number {
  return Math.max(ordered, listed);
}

/** The id of a case as a title. A rehearsal's folder ends in a word that the screen says in its own way. */
export function caseWords(id: string): string {
  const plain = show(id.replace(/\.rehearsal$/, ''));
  return upperFirst(plain);
}
