// The words and figures that formats for people share: totals as rows that add up, names of lookups, kinds of changes.
import { fullDateWords } from '../../calendar/local-date.ts';
import { localTime } from '../../calendar/zone.ts';
import type { Instant } from '../../model/instant.ts';
import type { Tally } from '../../model/judged/progress.ts';
import { show } from '../../model/text/harmless.ts';
import type { RegistrarRow, ReportChange, ReportRow, TotalsRow } from '../documents.ts';
import { FACET_WORDS, nothingSeenWords, utcWords, VERDICT_WORDS, wordWords } from '../say.ts';
import type { CaseReport } from './case-report.ts';

export const REPORT_FACETS = ['transferred', 'sinkholed', 'done'] as const;
export type ReportFacet = (typeof REPORT_FACETS)[number];

/** A question and its answers, which add up to `whole`. */
export interface TotalRow {
  readonly facet: ReportFacet;
  readonly met: number;
  readonly unmet: number;
  readonly unknown: number;
  readonly notOrdered: number;
  readonly released: number;
  /** Stated by the order and in no schedule. */
  readonly notListed: number;
  /** Names ordered, or listed where a schedule has more. */
  readonly whole: number;
}

export function totalRows(totals: TotalsRow): readonly TotalRow[] {
  const { listed, ordered, released } = totals;
  const whole = Math.max(ordered, listed);
  return REPORT_FACETS.map((facet) => {
    const { met, unmet, unknown, notOrdered } = tallyOf(totals, facet);
    return { facet, met, unmet, unknown, notOrdered, released, notListed: whole - listed, whole };
  });
}

/** The columns of `TotalRow` as people read them. */
export const TOTAL_TITLES: Readonly<Record<Exclude<keyof TotalRow, 'facet'>, string>> = {
  met: 'yes',
  unmet: 'not yet',
  unknown: 'unknown',
  notOrdered: 'not ordered',
  released: 'released',
  notListed: 'not listed',
  whole: 'names ordered',
};

export function tallyOf(totals: TotalsRow, facet: ReportFacet): Tally {
  return facet === 'done' ? totals.doneTally : totals[facet];
}

/** Figures beside the totals, with the word that people know them by. */
export function furtherTotals({
  totals,
  ahead,
}: Pick<CaseReport, 'totals' | 'ahead'>): readonly (readonly [string, number])[] {
  const { listed, reverted, overdue, expiring, neverChecked } = totals;
  return [
    ['listed', listed],
    ['reverted', reverted],
    ['overdue', overdue],
    ['expiring', expiring],
    [ahead?.runs === undefined ? 'never checked' : 'without a look that counts yet', neverChecked],
  ];
}

export const CHANGE_WORDS: Readonly<Record<ReportChange['what'], string>> = {
  'newly-met': 'newly met',
  reverted: 'reverted',
  'newly-unknown': 'newly unknown',
  'newly-unmet': 'seen not to be so',
  'newly-ordered': 'newly ordered',
  'no-longer-ordered': 'no longer ordered',
};

/** What is said of a name's findings that are not met: `resolves to: 203.0.113.9 is outside 192.0.2.0/24 (not yet)`. */
export function openWords({ findings }: Pick<ReportRow, 'findings'>): readonly string[] {
  const words: string[] = [];
  for (const { relief, verdict, reason } of findings)
    if (verdict !== 'met') words.push(`${wordWords(relief)}: ${reason} (${VERDICT_WORDS[verdict]})`);
  return words;
}

/** Each observation that a finding of the name rests on, once. */
export function citationsOf({ findings }: Pick<ReportRow, 'findings'>): readonly string[] {
  const cited = new Set<string>();
  for (const { citations } of findings) for (const citation of citations) cited.add(citation);
  return [...cited];
}

/** Who the registrar of record is, or why nobody is told; the id stands in brackets. Text from outside. */
export function registrarParts({ registrar, registered }: Pick<ReportRow, 'registrar' | 'registered'>): {
  readonly name: string;
  readonly id?: string;
} {
  if (registrar === null)
    return { name: registered === null || registered === 'registered' ? 'unknown' : 'not registered' };
  const { name, ianaId } = registrar;
  return { name: name ?? 'no name stated', ...(ianaId !== null && { id: `IANA ID ${ianaId}` }) };
}

/** `MarkMonitor Inc. (IANA ID 292)`. */
export function registrarWords(row: Pick<ReportRow, 'registrar' | 'registered'>): string {
  const { name, id } = registrarParts(row);
  return id === undefined ? name : `${name} (${id})`;
}

/** A row of the table of registrars as a name's registrar is told. */
export function registrarOfRow({ registrar, why }: RegistrarRow): Pick<ReportRow, 'registrar' | 'registered'> {
  return { registrar, registered: why === 'not-registered' ? 'no-such-object' : null };
}

export function facetWords(answer: keyof typeof FACET_WORDS, released: boolean): string {
  return released ? 'released' : FACET_WORDS[answer];
}

/** `98 names listed`, and the selection where there is one: said wherever rows are shown. */
export function selectionWords({ selection, totals }: Pick<CaseReport, 'selection' | 'totals'>): string | undefined {
  if (selection === null) return undefined;
  return `A selection: ${selection.names} of ${totals.listed} names, where ${show(selection.where)}. All totals but its own are of the whole case.`;
}

/** What history leaves out, said beside every line drawn through it. */
export function historyWords({ history, ahead }: Pick<CaseReport, 'history' | 'ahead'>): string {
  const { runs, judged, equal, leftOut } = history;
  if (runs === 0) return `${nothingSeenWords({ ahead })}.`;
  const left = leftOut === 0 ? '' : ` ${leftOut} were passed over, so that what lies between two points is not shown.`;
  return `${runs} runs on record: ${judged} judged again, ${equal} saw what the run before had seen.${left}`;
}

/** Instants of the published document are those of the model as text. */
export function utcText(at: string): string {
  return utcWords(at as Instant);
}

/** On the court's clocks, with the year, since a report is read long afterwards: `Wed 20 Mar 2019 17:00 EDT`. */
export function courtText(at: string, { court }: Pick<CaseReport, 'court'>): string {
  const { date, time, zone } = localTime(at as Instant, court.timeZone);
  return `${fullDateWords(date)} ${time.slice(0, 5)} ${zone}`;
}

/** The clock is the machine's: no run measures it. */
export const CLOCK_WORDS =
  "Instants are UTC by the clock of the machine that asked, which a run does not compare with others; 'takedown doctor' does.";
