// What a document's names come to: surely meant, to be checked by a person, or refused with the reason. Every stretch of text
// that looks like a name is in exactly one of the lists.
import type { Name } from '../model/name.ts';
import type { Place } from './placed.ts';

/** Why a person has to look. Shown in this order: the first one that applies is the one that is told first. */
export const DOUBTS = {
  broken: 'a line end next to it may have broken a longer name',
  'line-end': 'it touches a line end at which a longer name may have been broken',
  hidden: 'a reader of the page does not see it',
  struck: 'it is struck out or deleted',
  recognised: 'it was recognised in a picture, and may be misread',
  spaced: 'a gap beside it may be none, so that it may be half a name',
  furniture: 'it stands in the head or foot of a page',
  'other-column': 'it stands in a column that may hold other names than those of the order',
  own: 'it belongs to the court, to counsel, to the petitioner or to the sinkhole',
  'mail-domain': 'somebody has mail there in the same document: it may be a letterhead',
  pattern: 'it stands for more than one name',
  numbering: 'its number may be that of the entry',
  glued: 'something else stands against it without a blank',
  'port-or-path': 'a port or a path came with it: the order may mean a page on it',
  'soft-hyphen': 'it has a hyphen that may only be there for the line',
  dash: 'it has a dash where a name has a hyphen',
  invisible: 'it has characters that nobody sees',
  'spaced-dot': 'it has blanks at a dot',
  'half-bracket': 'a bracket at its dot is not closed',
  'file-or-name': 'it may be a file’s name',
  'word-or-name': 'it may be two words of a sentence',
  'unknown-ending': 'no top-level domain of that name is known',
  shared: 'its operator gives hosts under it to strangers',
  'running-text': 'it stands in a sentence, not in a list',
  row: 'other words stand on its line',
  alone: 'it stands by itself, not in a list',
} as const;
export type Doubt = keyof typeof DOUBTS;

export const REFUSALS = {
  'mail-address': 'an e-mail address',
  'ip-address': 'an IP address',
  file: 'a file’s name',
  'public-suffix': 'a public suffix: strangers hold the names under it',
  citation: 'an abbreviation or a citation',
  prose: 'words of the order without a blank between them',
  'unknown-ending': 'no top-level domain of that name is known',
  own: 'of the court, of counsel, of the petitioner or of the sinkhole',
  furniture: 'in the running head or foot of the pages',
  comment: 'in a comment',
  'other-column': 'not in the column of the names',
  'no-name': 'no name',
} as const;
export type Refusal = keyof typeof REFUSALS;

export interface SureName {
  readonly name: Name;
  /** As it stands in the document. */
  readonly printed: string;
  readonly place: Place;
}

/** How a candidate follows from what is printed. */
type How = 'as-printed' | 'joined' | 'joined-without-hyphen' | 'reduced';

export interface Candidate {
  readonly name: Name;
  readonly how: How;
}

export interface DoubtfulName {
  /** As it stands there; the parts of a broken one with " ⏎ " between them. */
  readonly printed: string;
  readonly place: Place;
  /** At least one. */
  readonly doubts: readonly Doubt[];
  /** What may be meant, the most literal first; never empty. */
  readonly candidates: readonly Candidate[];
  /** The lines that a person has to see. */
  readonly lines: readonly string[];
}

export interface RefusedText {
  readonly printed: string;
  readonly place: Place;
  readonly reason: Refusal;
  /** In more detail, where there is some. */
  readonly detail?: string;
}

/** A name that stood further up. */
export interface RepeatedName {
  readonly name: Name;
  readonly place: Place;
  readonly first: Place;
}

/** All in the order of the document. */
export interface Sifted {
  readonly sure: readonly SureName[];
  readonly check: readonly DoubtfulName[];
  readonly refused: readonly RefusedText[];
  readonly repeated: readonly RepeatedName[];
}
