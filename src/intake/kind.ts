// What a file is, told by its first octets. The ending of its name is somebody's claim.
import { separatorOf } from './formats/csv.ts';
import type { DocumentFormat } from './placed.ts';

/** What can be read, or what it is instead, in words. */
type Kind = { readonly format: DocumentFormat } | { readonly foreign: string; readonly hint: string };

const ZIP = 'PK\u0003\u0004';
/** Readers of PDF look for the mark in the first 1,024 octets (ISO 32000-1, annex H, note 13). */
const PDF_WITHIN = 1024;
const HEAD = 65_536;

const SAVE_AS = 'Open it with the program that made it and save it as .docx, .xlsx, .csv or PDF.';
const RECOGNISE = 'Run a text recognition (OCR) over it, and compare what comes out with the picture.';

/** Signatures of what is not read (2026-11, the formats' own specifications). */
const FOREIGN: readonly (readonly [start: string, what: string, hint: string])[] = [
  [
    '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1',
    'a Word or Excel file of the old kind (.doc, .xls), or one with a password',
    SAVE_AS,
  ],
  ['{\\rtf', 'a rich text file (.rtf)', SAVE_AS],
  ['\u00ffWPC', 'a WordPerfect file', SAVE_AS],
  ['\u0089PNG', 'a picture (PNG)', RECOGNISE],
  ['\u00ff\u00d8\u00ff', 'a picture (JPEG)', RECOGNISE],
  ['II*\u0000', 'a picture (TIFF)', RECOGNISE],
  ['MM\u0000*', 'a picture (TIFF)', RECOGNISE],
  ['GIF8', 'a picture (GIF)', RECOGNISE],
  ['%!PS', 'a PostScript file', 'Make a PDF of it (ps2pdf).'],
  ['\u001f\u008b', 'a compressed file (gzip)', 'Unpack it, and import what is inside.'],
  ['7z\u00bc\u00af', 'an archive (7z)', 'Unpack it, and import what is inside.'],
  ['Rar!', 'an archive (RAR)', 'Unpack it, and import what is inside.'],
  ['MZ', 'a program', 'Do not run it; ask the sender what it is.'],
  ['\u007fELF', 'a program', 'Do not run it; ask the sender what it is.'],
];

const MAIL_FIELD =
  /^(from|to|cc|subject|date|received|mime-version|message-id|content-type|return-path|x-[a-z-]+|delivered-to|dkim-signature):/i;

export function kindOf(octets: Uint8Array, file: string): Kind {
  const head = Buffer.from(octets.buffer, octets.byteOffset, Math.min(octets.length, HEAD)).toString('latin1');
  if (head.startsWith(ZIP)) return zipKind(octets);
  if (head.slice(0, PDF_WITHIN).includes('%PDF-')) return { format: 'pdf' };
  const foreign = FOREIGN.find(([start]) => head.startsWith(start));
  if (foreign !== undefined) return { foreign: foreign[1], hint: foreign[2] };
  const text = textHead(octets);
  if (/^\s*(<!doctype html|<html|<\?xml[^>]*>\s*<!doctype html)/i.test(text)) return { format: 'html' };
  if (isMail(text)) return { format: 'mail' };
  return { format: isSeparated(text, file) ? 'csv' : 'text' };
}

/** The names of the parts stand in clear text, at the head of each and in the list at the end. */
function zipKind(octets: Uint8Array): Kind {
  const all = Buffer.from(octets.buffer, octets.byteOffset, octets.length);
  const has = (part: string) => all.includes(part, 0, 'latin1');
  if (has('word/document')) return { format: 'docx' };
  if (has('xl/workbook')) return { format: 'xlsx' };
  if (has('mimetypeapplication/vnd.oasis.opendocument')) {
    return { foreign: 'an OpenDocument file (.odt, .ods)', hint: SAVE_AS };
  }
  if (has('ppt/presentation')) return { foreign: 'a presentation', hint: SAVE_AS };
  return { foreign: 'an archive (zip)', hint: 'Unpack it, and import what is inside.' };
}

function textHead(octets: Uint8Array): string {
  const head = octets.subarray(0, HEAD);
  const [a, b] = head;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(head);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(head);
  return new TextDecoder('utf-8').decode(head);
}

/** Two fields that every mail has among those at its head. */
function isMail(text: string): boolean {
  const head = text.slice(0, 16_384).split(/\r?\n\r?\n/)[0] ?? '';
  const fields = head.split(/\r?\n/).filter((line) => !/^[ \t]/.test(line));
  const known = fields.filter((line) => MAIL_FIELD.test(line)).length;
  return (
    known >= 2 && fields.every((line) => /^(>?From |[!-9;-~]+:)/.test(line)) && /^(from|date|received):/im.test(head)
  );
}

/** By its ending, or by a first row of several columns that says which one has the names. */
function isSeparated(text: string, file: string): boolean {
  if (/\.(csv|tsv)$/i.test(file)) return true;
  const separator = separatorOf(text);
  if (separator === undefined) return false;
  const [first = ''] = text.split(/\r\n|\n|\r/);
  return first.split(separator).some((cell) => /^["\s]*(name|domain|domain[ _]?name)["\s]*$/i.test(cell));
}
