// A letter as a mail: its text, its papers as attachments, its place in a thread. A draft opens in a mail program as one that
// is still to be sent; an issued one is exactly what will leave.
import type { LetterOctets } from '../../casefile/issued-letter.ts';
import { SCHEDULE_FILE, SHEET_FILE } from '../../letters/document/csv.ts';
import { FORM_FILE } from '../../letters/document/form.ts';
import { addressed } from '../../letters/leaving/addressed.ts';
import type { Enclosed } from '../../letters/templates/template.ts';
import type { IssuedLetter, PlannedLetter } from '../../model/letter/letter.ts';
import { messageIdOf } from '../../model/letter/message-id.ts';
import type { LetterDocument } from '../../paper/document.ts';
import { compose } from '../../post/compose.ts';
import type { MailAttachment } from '../../post/parts.ts';
import type { Workshop } from './making.ts';

interface Mailing {
  readonly id: string;
  readonly planned: PlannedLetter;
  readonly document: LetterDocument;
  readonly files: readonly LetterOctets[];
  /** What the letter says that goes along. */
  readonly encloses: readonly Enclosed[];
  /** Digest of what the letter says. */
  readonly facts: string;
  readonly workshop: Workshop;
}

interface Mailed {
  readonly file: LetterOctets;
  /** Absent while nobody is known who would send it. */
  readonly head?: NonNullable<IssuedLetter['mail']>;
}

/** `undefined`: the letter does not go by mail. */
export async function mailed({ facts, workshop, ...mailing }: Mailing): Promise<Mailed | undefined> {
  const { id, planned, document, files, encloses } = mailing;
  const { sender, at, forIssue, view } = workshop;
  const travelling = addressed({ planned, document, issued: view.issued });
  if (travelling === undefined) return undefined;
  const { to, subject, thread } = travelling;
  const from = sender?.address ?? view.theCase.counsel?.email ?? NOBODY;
  const messageId = messageIdOf({ letter: id, facts, from });
  const last = thread.at(-1);
  const octets = await compose({
    ...(sender === undefined ? {} : { from: sender }),
    to,
    cc: [],
    subject,
    text: new TextDecoder().decode(files.find(({ file }) => file === BODY)?.octets),
    at,
    messageId,
    ...(last === undefined ? {} : { inReplyTo: last }),
    references: thread,
    attachments: files.filter(({ file }) => goesAlong(file, encloses)).map(attachment),
    unsent: !forIssue || sender === undefined,
  });
  const file = { file: 'letter.eml', octets };
  if (sender === undefined) return { file };
  const addresses = to.map(({ address }) => address);
  return { file, head: { from: sender.address, to: addresses, cc: [], subject, messageId } };
}

/** A domain that nobody can have (RFC 2606): for drafts of somebody whose address is not known. */
const NOBODY = 'nobody@sender.invalid';

const BODY = 'letter.txt';

/** What is for our own hands: the text that can still be edited, and what is pasted elsewhere. */
const STAYS = new Set(['letter.md', 'letter.docx', SHEET_FILE, FORM_FILE, BODY]);

function goesAlong(file: string, encloses: readonly Enclosed[]): boolean {
  if (file === SCHEDULE_FILE) return encloses.includes('schedule');
  return !STAYS.has(file);
}

const MEDIA: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
};

function attachment({ file, octets }: LetterOctets): MailAttachment {
  return {
    file,
    octets,
    media: MEDIA[file.slice(file.lastIndexOf('.') + 1).toLowerCase()] ?? 'application/octet-stream',
  };
}
