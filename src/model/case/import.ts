// Where the names of a schedule come from: which document, which octets of it, where in it, and who accepted them. One entry an
// import and document; names that stand one after the other are told as a stretch, so that a million of them is one line.
import type { Instant } from '../instant.ts';
import type { Name } from '../name.ts';

/** Every number from 1, as a person counts in the document. */
export interface ImportPlace {
  readonly page?: number | undefined;
  readonly line?: number | undefined;
  readonly sheet?: string | undefined;
  readonly row?: number | undefined;
  readonly column?: number | undefined;
}

/** Names that stand one after the other, in the document as in the schedule. */
export interface ImportedStretch extends ImportPlace {
  readonly first: Name;
  /** Absent: there is one. */
  readonly last?: Name | undefined;
  readonly count?: number | undefined;
  /** As it stands in the document, where that is not how a name is written. */
  readonly printed?: string | undefined;
}

/** What a person said of something doubtful. */
export interface ImportAnswer extends ImportPlace {
  readonly printed: string;
  /** Absent: it was dropped. */
  readonly name?: Name | undefined;
}

export const NO_COPY = 'none';

export interface ImportEntry {
  readonly at: Instant;
  /** Who accepted them. */
  readonly by: string;
  readonly schedule: string;
  /** As it was called then. */
  readonly file: string;
  readonly sha256: string;
  readonly octets: number;
  /** Where a copy of it is kept in the case's folder; `NO_COPY`: nobody wanted one. Absent: none was kept in those days. */
  readonly copy?: string | undefined;
  readonly format: string;
  readonly pages?: number | undefined;
  /** How many names the order stated for the schedule. */
  readonly stated?: number | undefined;
  readonly names: readonly ImportedStretch[];
  readonly answers: readonly ImportAnswer[];
}

/** Where one name comes from. */
export interface Origin {
  readonly entry: ImportEntry;
  /** `page 3, line 14`; or, where the schedule is no longer in the document's order, between which places. */
  readonly where: string;
  readonly printed?: string;
}

/** `page 3, line 14`, `sheet Names, row 5, column 2`. */
export function placeWords({ page, line, sheet, row, column }: ImportPlace): string {
  const words = [
    page === undefined ? '' : `page ${page}`,
    sheet === undefined ? '' : /^table \d+$/.test(sheet) ? sheet : `sheet ${sheet}`,
    line === undefined ? '' : `line ${line}`,
    row === undefined || (line !== undefined && page === undefined) ? '' : `row ${row}`,
    row === undefined || column === undefined ? '' : `column ${column}`,
  ];
  return words.filter((word) => word !== '').join(', ') || 'no place';
}

export interface PlacedName {
  readonly name: Name;
  readonly place: ImportPlace;
  readonly printed?: string | undefined;
}

/** In the order in which they are written to the schedule. */
export function stretchesOf(names: readonly PlacedName[]): readonly ImportedStretch[] {
  const stretches: ImportedStretch[] = [];
  let from = 0;
  for (let to = 1; to <= names.length; to += 1) {
    const [first, last, next] = [names[from], names[to - 1], names[to]];
    if (first === undefined || last === undefined || (next !== undefined && follows(last, next))) continue;
    const { name, place, printed } = first;
    stretches.push(stretchOf({ first: name, last: last.name, count: to - from, place, printed }));
    from = to;
  }
  return stretches;
}

function follows(a: PlacedName, b: PlacedName): boolean {
  if (a.printed !== undefined || b.printed !== undefined) return false;
  const [one, two] = [a.place, b.place];
  const same = one.page === two.page && one.sheet === two.sheet && one.column === two.column;
  if (!same) return false;
  if (one.row !== undefined || two.row !== undefined) return two.row === (one.row ?? 0) + 1;
  return one.line !== undefined && two.line === one.line + 1;
}

interface Stretch extends Pick<ImportedStretch, 'first' | 'printed'> {
  readonly last: Name;
  readonly count: number;
  readonly place: ImportPlace;
}

/** Field by field, in the order in which they are read. */
export function stretchOf({ first, last, count, place, printed }: Stretch): ImportedStretch {
  const many = count === 1 ? {} : { last, count };
  return { first, ...many, ...place, ...(printed === undefined ? {} : { printed }) };
}
