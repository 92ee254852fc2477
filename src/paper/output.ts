// The shape of an output: one file in outputs/, which takes a document and returns octets. The same document gives the same
// octets, on every machine and in every time zone.
import type { OwnFile } from '../model/letter/own-file.ts';
import type { LetterDocument } from './document.ts';

export interface Output {
  readonly id: 'docx' | 'pdf' | 'txt';
  /** In the letter's folder. */
  readonly file: string;
  make(document: LetterDocument, house: House): Promise<Uint8Array>;
}

/** What a firm brings of its own, already read, and how to what the program brings. */
export interface House {
  /** A Word file whose letterhead, fonts and styles stand in place of the built-in ones: templates/house.docx. */
  readonly reference?: Uint8Array;
  /** Further fonts, as OpenType or TrueType: templates/fonts/. */
  readonly fonts: readonly Uint8Array[];
  /** Reads a file of the program's own at its first use: store/disk/package-files.ts. One house is used for all letters of a command. */
  readonly own: (file: OwnFile) => Uint8Array;
}

export function defineOutput(output: Output): Output {
  return output;
}
