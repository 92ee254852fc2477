// What a document comes to once it is read: lines of text, each with its place as a person counts. Whoever reads a format makes
// them, whoever looks for names in them needs to know nothing of the format.

/** Every number from 1. What a format does not have is absent: a text has no pages, a sheet no lines. */
export interface Place {
  readonly page?: number;
  /** Of the page where there are pages (running headers are counted, too), of the file otherwise. */
  readonly line?: number;
  /** The name of the sheet, or the number of a table of a Word document as `table 2`. */
  readonly sheet?: string;
  readonly row?: number;
  readonly column?: number;
}

/**
 * `line`: running text. `cell`: the whole of a table's cell, its own line breaks as "\n"; of a PDF one line of a cell, of which `end` says
 * whether it may go on in the next one of its block and column.
 * `furniture`: what surrounds the text and is no part of it; names in it are not the order's.
 */
type LineKind = 'line' | 'cell' | 'furniture';

/** What furniture is. `comment`: a line of a list that begins with `#`. */
export type Furniture = 'header' | 'footer' | 'page-number' | 'line-number' | 'comment';

/**
 * Why nothing in a line may count as surely meant. `hidden`: a reader of the page does not see it (white, tiny, covered, off the page, a
 * hidden row). `recognised`: a machine read it off a picture and may have misread it. `struck`: struck out, or deleted in tracked changes.
 * `spaced`: a gap in it may be a blank or none, so that a word may be half of one.
 */
export type LineDoubt = 'hidden' | 'recognised' | 'struck' | 'spaced';

/**
 * Why a line ends where it ends. `own`: the author ended it, or there was room for what follows, so that nothing is broken here.
 * `wrapped`: it is full, so that a name may go on in the next line of its block. Absent: nobody can tell.
 */
export type LineEnd = 'own' | 'wrapped';

export interface PlacedLine {
  readonly text: string;
  readonly place: Place;
  readonly kind: LineKind;
  /** Lines of one number are one running text: a paragraph, a column, one part of a mail; cells of one are a table. Furniture has none. */
  readonly block?: number;
  readonly end?: LineEnd;
  readonly what?: Furniture;
  readonly doubt?: LineDoubt;
}

export type DocumentFormat = 'pdf' | 'docx' | 'xlsx' | 'csv' | 'text' | 'mail' | 'html';

/** Something that a person has to know about the document, and that stops nothing. */
export interface Remark {
  /** Kebab case, one of casefile/codes.ts. */
  readonly code: string;
  readonly message: string;
  readonly hint?: string;
  readonly place?: Place;
}

export interface DocumentText {
  readonly format: DocumentFormat;
  /** In reading order. */
  readonly lines: readonly PlacedLine[];
  /** Of formats that have pages. */
  readonly pages?: number;
  readonly remarks: readonly Remark[];
}

/** A document as it was handed in. `file` is what people call it. */
export interface DocumentSource {
  readonly file: string;
  readonly octets: Uint8Array;
}
