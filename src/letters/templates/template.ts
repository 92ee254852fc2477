// A template as it was read: front matter that says when it fits, and a body in Markdown and Liquid that a lawyer edits.
// One file in templates/ is one template; files in templates/partials/ are pieces that templates share.

import type { Reach, Role } from '../../model/case/party.ts';
import type { Purpose } from '../../model/letter/letter.ts';
import type { Place } from '../../model/problem.ts';

export interface Template {
  /** The file's name without `.md`. */
  readonly id: string;
  /** As a problem names it: relative to the working folder. */
  readonly file: string;
  readonly title: string;
  readonly purpose: Purpose;
  readonly roles: readonly Role[];
  readonly reach: readonly Reach[];
  /** BCP 47. */
  readonly language: string;
  /** The last part of a letter's id: `order` in `2019-03-15-verisign-order`. */
  readonly short: string;
  /** Liquid, one line. */
  readonly subject: string;
  readonly subjectPlace: Place;
  /** Kinds of relief that it puts into words; a letter with another kind needs another template. */
  readonly covers: readonly string[];
  readonly encloses: readonly Enclosed[];
  /** Liquid and Markdown. */
  readonly body: string;
  /** Line of the file on which the body starts, from 1. */
  readonly bodyLine: number;
  /** SHA-256 over the template and every partial that it could reach, hexadecimal. */
  readonly digest: string;
}

/** `orders`: the filed copies. `schedule`: the names as CSV. `confirmation`: the form to fill in and send back. */
export const ENCLOSED = ['orders', 'schedule', 'confirmation'] as const;
export type Enclosed = (typeof ENCLOSED)[number];

/** All templates of a workspace, read whole into memory: no template can reach a file by itself. The workspace's own come first. */
export interface TemplateSet {
  readonly templates: readonly Template[];
  /** Texts by name without `.md`, with the file that a problem names. */
  readonly partials: Readonly<Record<string, { readonly file: string; readonly text: string }>>;
}
