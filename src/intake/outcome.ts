// How a reader of a format ends: with what it read, or with the one reason why there is nothing.
import type { Checked } from '../model/problem.ts';
import type { DocumentSource, DocumentText, Remark } from './placed.ts';

/** A format's reader. It gets octets and gives text; it opens nothing, runs nothing and asks nobody. */
export type ReadFormat = (source: DocumentSource) => Checked<DocumentText> | Promise<Checked<DocumentText>>;

/** Thrown inside a reader, and told as a problem: how deep it lies in the document does not matter. */
export class Unreadable extends Error {
  readonly code: string;
  readonly hint: string;

  constructor(reason: { readonly code: string; readonly message: string; readonly hint: string }) {
    super(reason.message);
    this.name = 'Unreadable';
    this.code = reason.code;
    this.hint = reason.hint;
  }
}

export function readWhole(value: DocumentText): Checked<DocumentText> {
  return { ok: true, value, problems: [] };
}

export function unreadable({ code, message, hint }: Pick<Unreadable, 'code' | 'message' | 'hint'>): {
  readonly ok: false;
  readonly problems: readonly [{ readonly code: string; readonly severity: 'error'; readonly message: string }];
} {
  return { ok: false, problems: [{ code, severity: 'error', message, ...(hint === '' ? {} : { hint }) }] };
}

export function remark(code: string, message: string, more: Pick<Remark, 'hint' | 'place'> = {}): Remark {
  return { code, message, ...more };
}
