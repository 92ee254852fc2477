// A mail: its text, and its page in HTML where that says more. What is attached is told, and imported by itself.
import PostalMime, { type Email } from 'postal-mime';
import type { Checked } from '../../model/problem.ts';
import { readWhole, remark, Unreadable } from '../outcome.ts';
import type { DocumentSource, DocumentText, PlacedLine, Remark } from '../placed.ts';
import { htmlLines } from './html.ts';
import { textLines } from './text.ts';

const LARGEST = 32 * 1_048_576;
const LIMITS = { maxNestingDepth: 32, maxHeadersSize: 256 * 1024, maxRfc822NestingDepth: 0 };

export async function read({ file, octets }: DocumentSource): Promise<Checked<DocumentText>> {
  if (octets.length > LARGEST) {
    throw new Unreadable({
      code: 'document-too-large',
      message: `${file} is a mail of more than ${LARGEST / 1_048_576} MiB.`,
      hint: 'Save what is attached to it, and import each file by itself.',
    });
  }
  const mail = await parsed(file, octets);
  const heads = headLines(mail);
  const text = textLines(mail.text ?? '', 2);
  const page = htmlLines(mail.html ?? '', (text.at(-1)?.block ?? 1) + 1);
  const wanted = saysMore(page.lines, text) ? [...text, ...page.lines] : text;
  const remarks = text.length === 0 || wanted !== text ? page.remarks : [];
  return readWhole({ format: 'mail', lines: [...heads, ...wanted], remarks: [...remarks, ...attached(mail, file)] });
}

async function parsed(file: string, octets: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(octets, { ...LIMITS, attachmentEncoding: 'arraybuffer' });
  } catch {
    throw new Unreadable({
      code: 'document-broken',
      message: `${file} looks like a mail, but its parts cannot be told apart.`,
      hint: 'Save the mail once more, in its original form (.eml).',
    });
  }
}

/** Who writes to whom is not what the mail lists. */
function headLines({ from, subject }: Email): readonly PlacedLine[] {
  return [from?.address ?? '', subject ?? '']
    .filter((text) => text !== '')
    .map((text) => ({ text, place: {}, kind: 'furniture', what: 'header' }));
}

/** Words with a dot in them that the text does not have. */
function saysMore(page: readonly PlacedLine[], text: readonly PlacedLine[]): boolean {
  const dotted = (lines: readonly PlacedLine[]) =>
    lines.flatMap((line) => line.text.toLowerCase().match(/[^\s<>()"']+\.[^\s<>()"']+/g) ?? []);
  const said = new Set(dotted(text));
  return dotted(page).some((word) => !said.has(word));
}

function attached({ attachments }: Email, file: string): readonly Remark[] {
  const files = attachments.filter(({ related, filename }) => related !== true || filename !== null);
  if (files.length === 0) return [];
  const names = files.slice(0, 10).map(({ filename, mimeType }) => filename ?? `a file of the kind ${mimeType}`);
  const more = files.length > names.length ? ` and ${files.length - names.length} more` : '';
  return [
    remark('document-attached', `${file} carries ${names.join(', ')}${more}.`, {
      hint: 'Save each of them, and import it by itself.',
    }),
  ];
}
