// `letter draft --json` and `letter issue --json`: what was made of each letter, file by file, and what stands in its way.
import type { IssuedLetter, PlannedLetter, Refusal } from '../../model/letter/letter.ts';
import { sha256 } from '../../model/sha256.ts';
import type { LetterFilesDocument } from '../documents.ts';
import { jsonDocument, rowsOf } from '../json.ts';
import type { Envelope, Report } from '../report.ts';
import { caseHead, problemRow } from '../rows.ts';

export interface WrittenLetter {
  readonly planned: PlannedLetter;
  readonly refusals: readonly Refusal[];
  /** Absent, with all that follows, where it could not be made. */
  readonly id?: string;
  /** As people call it. */
  readonly folder?: string;
  readonly files?: readonly { readonly file: string; readonly octets: Uint8Array }[];
  readonly mail?: NonNullable<IssuedLetter['mail']>;
  /** Of an issued one: what is to be approved. */
  readonly digest?: string;
  /** What to type next. */
  readonly next?: readonly string[];
}

export interface LetterFiles extends Report {
  readonly what: 'draft' | 'issue';
  readonly letters: readonly WrittenLetter[];
}

export function letterFilesJson(made: LetterFiles, envelope: Envelope): Iterable<string> {
  const { letters, problems, ...head } = letterFilesDocument(made, envelope);
  return jsonDocument([...Object.entries(head), ['letters', rowsOf(letters)], ['problems', rowsOf(problems)]]);
}

function letterFilesDocument(made: LetterFiles, envelope: Envelope): LetterFilesDocument {
  return {
    schema: `takedown/letter-${made.what}/1`,
    toolVersion: envelope.toolVersion,
    generatedAt: envelope.generatedAt,
    ...caseHead(made),
    letters: made.letters.map(letterRow),
    problems: envelope.problems.map(problemRow),
  };
}

function letterRow({ planned, refusals, ...made }: WrittenLetter): LetterFilesDocument['letters'][number] {
  const { recipient, about, purpose, template, names } = planned;
  return {
    id: made.id ?? null,
    recipient: recipient.id,
    recipientName: recipient.name,
    about: about?.id ?? null,
    purpose,
    template: template ?? null,
    names: names.map(({ name }) => name),
    folder: made.folder ?? null,
    files: (made.files ?? []).map(({ file, octets }) => ({
      file,
      length: octets.length,
      'sha-256': sha256(octets),
    })),
    mail: made.mail ?? null,
    digest: made.digest ?? null,
    next: made.next ?? [],
    blocked: refusals.map(({ word, text, hint, reasonOutweighs }) => ({
      word,
      text,
      hint: hint ?? null,
      reasonOutweighs,
    })),
  };
}
