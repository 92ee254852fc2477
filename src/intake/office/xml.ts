// A part of a Word or Excel file as its elements, one after the other. A document type is refused: no program writes one there, and it
// is how a file makes its reader fetch or multiply things.
import { SaxesParser } from 'saxes';
import { Unreadable } from '../outcome.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Names come without their prefix, which is whatever the writer chose. */
export interface XmlVisitor {
  open?(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

interface XmlPart {
  readonly file: string;
  /** Of the part, for the message. */
  readonly name: string;
  readonly octets: Uint8Array;
}

const DEEPEST = 1_000;
/** Handed over in pieces, so that the parser need not copy the whole again and again. */
const PIECE = 1 << 16;

export function visitXml({ file, name, octets }: XmlPart, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  const damaged = (why: string) =>
    new Unreadable({
      code: 'document-broken',
      message: `${file} cannot be read: its part ${name} ${why}.`,
      hint: 'Fetch the file once more from where it came from.',
    });
  parser.on('error', () => {
    throw damaged('is no well-formed XML');
  });
  parser.on('doctype', () => {
    throw new Unreadable({
      code: 'document-entities',
      message: `${file} declares a document type in its part ${name}, which no word processor writes.`,
      hint: 'Do not open it with anything else; ask for the list by itself, as text or CSV.',
    });
  });
  parser.on('opentag', (tag) => {
    depth += 1;
    if (depth > DEEPEST) throw damaged('is nested deeper than any document');
    visitor.open?.(local(tag.name), plain(tag.attributes));
  });
  parser.on('closetag', (tag) => {
    depth -= 1;
    visitor.close?.(local(tag.name));
  });
  const text = (words: string) => visitor.text?.(words);
  parser.on('text', text);
  parser.on('cdata', text);
  const whole = decoded(octets);
  for (let at = 0; at < whole.length; at += PIECE) parser.write(whole.slice(at, at + PIECE));
  parser.close();
}

function decoded(octets: Uint8Array): string {
  const [a, b] = octets;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(octets);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(octets);
  return new TextDecoder('utf-8').decode(octets);
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function plain(attributes: Readonly<Record<string, unknown>>): Attributes {
  const found: Record<string, string> = Object.create(null);
  for (const [name, value] of Object.entries(attributes)) if (typeof value === 'string') found[local(name)] = value;
  return found;
}
