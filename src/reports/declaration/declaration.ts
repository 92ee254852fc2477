// What a draft declaration for the court is made of: the report of the case, the orders, the journal, the files that are its
// exhibits, and what only the person who will sign can say. What that person has not said stays blank.
import type { Case } from '../../model/case/case.ts';
import type { JournalEntry } from '../../model/case/journal.ts';
import type { IssuedLetter } from '../../model/letter/letter.ts';
import type { NextStepRow } from '../documents.ts';
import type { CaseReport } from '../report/case-report.ts';

/** Where it will be signed: 28 U.S.C. 1746 has a form for each. */
export const EXECUTED = ['within', 'without'] as const;
export type Executed = (typeof EXECUTED)[number];

export interface Declarant {
  readonly name?: string;
  readonly role?: string;
  /** How the person knows what is declared. */
  readonly basis?: string;
  /** Departures from the orders that the record does not show, or that there are none. */
  readonly departures?: string;
  readonly executed?: Executed;
}

/** A file beside the declaration, identified by its digest. */
export interface Exhibit {
  /** By its path in the case's folder. */
  readonly file: string;
  readonly what: string;
  /** Taken when the declaration was made; `null`: the file is not there. */
  readonly sha256: string | null;
  /** As the record states it; absent where nothing does. */
  readonly stated?: string;
}

/** Gone, or with another digest than the record states. */
export function isChanged({ sha256, stated }: Exhibit): boolean {
  return sha256 === null || (stated ?? sha256) !== sha256;
}

/** Exhibit A as a file beside the declaration, where there are more names than fit on paper. */
export interface NamesSheet {
  /** Without a folder: it lies beside the declaration. */
  readonly file: string;
  readonly sha256: string;
}

export interface DeclarationParts {
  readonly report: CaseReport;
  readonly theCase: Pick<Case, 'orders' | 'recipients'>;
  /** By the instant of the report, oldest first. */
  readonly journal: readonly JournalEntry[];
  /** Those issued by then. */
  readonly letters: readonly IssuedLetter[];
  readonly declarant: Declarant;
  readonly exhibits: readonly Exhibit[];
  /** Which letter comes next for whom; absent where it was not worked out. */
  readonly steps?: readonly NextStepRow[];
  readonly sheet?: NamesSheet;
  readonly toolVersion: string;
  /** For a public docket: what must not stand there was left out. */
  readonly redacted?: boolean;
}

/** The two sides of `Microsoft Corporation v. John Does 1-2`. */
export function sidesOf(title: string): readonly [plaintiffs: string, defendants: string] | undefined {
  const [plaintiffs, defendants, ...more] = title.split(/ vs?\. /).map((side) => side.trim());
  return plaintiffs && defendants && more.length === 0 ? [plaintiffs, defendants] : undefined;
}
