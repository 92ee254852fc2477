// Where a bag is written: beside its place under a name that ends in .partial, and renamed when it is whole. What stands there already is
// never replaced.
import { lstatSync } from 'node:fs';
import { TakedownError } from '../../model/takedown-error.ts';

export interface NewFile {
  /** In the bag, with slashes. */
  readonly place: string;
  /** Who may read what it was copied from; absent: as the system has it. */
  readonly mode?: number;
  /** When that was last changed, in milliseconds. */
  readonly changed?: number;
}

export interface Writing {
  write(octets: Uint8Array): void;
  end(): void;
}

/** Files are written one after the other. */
export interface BagPlace {
  begin(file: NewFile): Writing;
  /** All of it is there: it gets its name. */
  keep(): void;
  /** Nothing of it stays. */
  drop(): void;
}

export const PARTIAL = '.partial';

/** To be asked before anything is read, and once more before the bag gets its name. `label`: as people call it. */
export function refuseTaken(path: string, label: string): void {
  if (lstatSync(path, { throwIfNoEntry: false }) === undefined) return;
  throw new TakedownError('guard', {
    code: 'already-there',
    message: `${label} is there already; a bag replaces nothing.`,
    hint: 'Give another place with -o.',
  });
}

export function refuseLeftover(path: string, label: string): void {
  if (lstatSync(`${path}${PARTIAL}`, { throwIfNoEntry: false }) === undefined) return;
  throw new TakedownError('guard', {
    code: 'leftover',
    message: `${label}${PARTIAL} is there: an export that is under way, or one that was killed.`,
    hint: 'If none is running, remove it. It is no bag.',
  });
}
