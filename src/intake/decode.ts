// Octets to text: UTF-8, UTF-16 that says so, and otherwise Windows-1252, which is told.
import { remark, Unreadable } from './outcome.ts';
import type { DocumentSource, Remark } from './placed.ts';

interface Decoded {
  readonly text: string;
  readonly remarks: readonly Remark[];
}

export function decode(source: DocumentSource): Decoded {
  const { file, octets } = source;
  const [a, b, c, d] = octets;
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff)) {
    throw notText(file, 'UTF-32');
  }
  if (a === 0xff && b === 0xfe) return { text: new TextDecoder('utf-16le').decode(octets), remarks: [] };
  if (a === 0xfe && b === 0xff) return { text: new TextDecoder('utf-16be').decode(octets), remarks: [] };
  if (octets.includes(0)) throw notText(file, 'a file with NUL characters in it');
  const text = utf8(octets);
  if (text !== undefined) return { text, remarks: [] };
  const message = `${file} is not UTF-8; letters beyond ASCII were read as Windows-1252.`;
  return { text: new TextDecoder('windows-1252').decode(octets), remarks: [remark('document-encoding', message)] };
}

function utf8(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

function notText(file: string, what: string): Unreadable {
  return new Unreadable({
    code: 'document-format',
    message: `${file} is ${what}, and no text.`,
    hint: 'Save it as UTF-8 text, .docx, .xlsx or PDF.',
  });
}
