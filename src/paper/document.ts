// A filled letter as a tree that every output walks: Word, PDF and plain text are three readings of one document.
// Text in it is already harmless: control and bidi characters were dropped when it was made.
import type { LocalDate } from '../model/instant.ts';

export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong' | 'emphasis'; readonly children: readonly Inline[] }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'break' };

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'quote'; readonly children: readonly Block[] }
  | {
      readonly kind: 'list';
      readonly ordered: boolean;
      readonly start: number;
      readonly items: readonly (readonly Block[])[];
    }
  | {
      readonly kind: 'table';
      readonly head: readonly (readonly Inline[])[];
      readonly rows: readonly (readonly (readonly Inline[])[])[];
    }
  /** An SVG of the program's own. Its numbers stand beside it in a table, so that an output may leave it out. */
  | { readonly kind: 'drawing'; readonly svg: string; readonly alt: string }
  | { readonly kind: 'rule' };

/** The names of the letter, a row each; the A-label form is the operative one. */
export interface ScheduleTable {
  readonly title: string;
  /** What holds of many rows, a paragraph each, above the table. */
  readonly notes: readonly string[];
  readonly columns: readonly ScheduleColumn[];
  /** One cell a column. */
  readonly rows: readonly (readonly string[])[];
}

/**
 * `name`: the A-label, set in a face of even width and never broken at a hyphen. `displayed`: the U-label, which may be in
 * any script. `blank`: empty, for a pen or a keyboard.
 */
export type ColumnHolds = 'number' | 'name' | 'displayed' | 'words' | 'blank';

export interface ScheduleColumn {
  readonly title: string;
  readonly holds: ColumnHolds;
  /** In points; the sum is the width of the page's text. */
  readonly width: number;
}

export interface Person {
  readonly name: string;
  readonly lines: readonly string[];
}

/**
 * The head of a paper for a court, as US federal courts have it: the court above, the parties on the left of a rule and the docket on
 * its right. Who hears it read is told the parties first.
 */
export interface Caption {
  readonly court: readonly string[];
  readonly parties: readonly CaptionLine[];
  readonly docket: readonly string[];
}

interface CaptionLine {
  readonly text: string;
  /** How far it is moved in: a party, the word between the sides, a role. */
  readonly step: 0 | 1 | 2;
}

export interface LetterDocument {
  readonly id: string;
  readonly title: string;
  /** BCP 47. */
  readonly language: string;
  readonly date: LocalDate;
  /** `15 March 2019`, as the letter says it. */
  readonly dateText: string;
  /** Words that stand on every page: `ILLUSTRATIVE`, `REHEARSAL`, `FILED UNDER SEAL`. */
  readonly marks: readonly string[];
  /** Who writes: the first line is the firm or the petitioner. */
  readonly letterhead: readonly string[];
  /** How it is sent: `By e-mail: legal@registry.example`. */
  readonly via: readonly string[];
  readonly addressee: readonly string[];
  /** In place of date and addressee; the date then stands below the subject, which is the paper's title. */
  readonly caption?: Caption;
  readonly subject: string;
  /** Rows of the reference block: `Case`, `Docket`, `Order`, `In force until`, `Your status`, `Reply by`. */
  readonly reference: readonly (readonly [label: string, value: string])[];
  readonly body: readonly Block[];
  readonly signature: Person | undefined;
  readonly enclosures: readonly string[];
  readonly schedule: ScheduleTable | undefined;
}
