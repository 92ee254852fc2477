// What `takedown import` found and did, as it is shown: every name that stands in the documents, with what became of it.
import type { Name } from '../../model/name.ts';

interface ImportedDocument {
  readonly file: string;
  readonly sha256: string;
  /** Where a copy of it is kept, in the case's folder, when names of it are written; absent: none is. */
  readonly copy?: string;
  readonly format: string;
  readonly pages?: number;
  readonly remarks: readonly string[];
}

interface Found {
  /** As it stands in the document. */
  readonly printed: string;
  readonly file: string;
  /** `page 3, line 14` */
  readonly where: string;
}

export interface ImportedSure extends Found {
  readonly name: Name;
  /** It stands in the schedule already. */
  readonly there: boolean;
  /** Other schedules and cases that have it. */
  readonly elsewhere: readonly string[];
}

export interface ImportedDoubt extends Found {
  /** In words. */
  readonly doubts: readonly string[];
  readonly candidates: readonly { readonly name: Name; readonly how: string }[];
  /** What a person has to see of the document. */
  readonly lines: readonly string[];
  /** What was said of it: a name, `drop`, or that it is left for later. */
  readonly answer?: { readonly kind: 'take' | 'drop' | 'skip'; readonly name?: Name };
}

export interface ImportedRefusal extends Found {
  readonly reason: string;
  readonly detail?: string;
}

/** A name that stood further up in the document. */
interface ImportedRepeat {
  readonly name: Name;
  readonly file: string;
  readonly where: string;
  readonly first: string;
}

export interface ImportReport {
  readonly caseId: string;
  readonly schedule: string;
  /** The schedule's file, as people call it, and how many names it had before. */
  readonly file: string;
  readonly before: number;
  readonly stated?: number;
  readonly documents: readonly ImportedDocument[];
  readonly sure: readonly ImportedSure[];
  readonly check: readonly ImportedDoubt[];
  readonly refused: readonly ImportedRefusal[];
  readonly repeated: number;
  /** The first of those. */
  readonly repeats: readonly ImportedRepeat[];
  /** What is, or would be, added. */
  readonly added: readonly Name[];
  /** Of a list too long to be held row by row: `sure` has the first of what is new then, and `added` nothing. */
  readonly many?: {
    readonly sure: number;
    readonly there: number;
    /** Sure, and not in the schedule. */
    readonly fresh: number;
    /** Those, and what was taken of the doubtful ones. */
    readonly added: number;
    names(): Iterable<Name>;
  };
  readonly by?: string;
  readonly written: boolean;
}
