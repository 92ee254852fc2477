// A large font made small for embedding: the outlines of all characters but the wanted ones are emptied, in place, so that every
// offset stays right; a zip then packs eight megabytes into a hundredth. For fonts with CFF outlines (Adobe technical note 5176).
import { glyphsOf, readTables } from './font-file.ts';

/** What a reader of the letter needs; shaping rules and vertical metrics stay behind. */
const KEPT = ['CFF ', 'OS/2', 'cmap', 'head', 'hhea', 'hmtx', 'maxp', 'name', 'post'];

export function onlyGlyphs(octets: Uint8Array, text: string): Uint8Array {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const tables = readTables(view);
  const glyphAt = glyphsOf(octets);
  const wanted = new Set([0, ...[...text].map((character) => glyphAt(character.codePointAt(0) ?? 0))]);
  const kept = KEPT.flatMap((tag) => {
    const table = tables.get(tag);
    if (table === undefined) return [];
    // A copy: the font is used for other letters too.
    const slice = new Uint8Array(octets.subarray(table.offset, table.offset + table.length));
    return [{ tag, octets: tag === 'CFF ' ? emptied(slice, wanted) : slice }];
  });
  return sfnt(view.getUint32(0), kept);
}

const END_OF_GLYPH = 14;
const CHAR_STRINGS = 17;

function emptied(cff: Uint8Array, wanted: ReadonlySet<number>): Uint8Array {
  const view = new DataView(cff.buffer, cff.byteOffset, cff.byteLength);
  const names = indexAt(view, cff[2] ?? 0);
  const top = indexAt(view, names.end);
  const outlines = indexAt(view, operandOf(cff.subarray(top.starts[0], top.starts[1]), CHAR_STRINGS));
  for (let glyph = 0; glyph + 1 < outlines.starts.length; glyph += 1) {
    const [start = 0, end = 0] = [outlines.starts[glyph], outlines.starts[glyph + 1]];
    if (wanted.has(glyph) || end === start) continue;
    cff.fill(0, start, end);
    cff[start] = END_OF_GLYPH;
  }
  return cff;
}

interface Index {
  /** Of every object, and the end of the last one. */
  readonly starts: readonly number[];
  readonly end: number;
}

function indexAt(view: DataView, at: number): Index {
  const count = view.getUint16(at);
  if (count === 0) return { starts: [], end: at + 2 };
  const size = view.getUint8(at + 2);
  const data = at + 3 + (count + 1) * size - 1;
  const starts: number[] = [];
  for (let item = 0; item <= count; item += 1) {
    let offset = 0;
    for (let octet = 0; octet < size; octet += 1) offset = offset * 256 + view.getUint8(at + 3 + item * size + octet);
    starts.push(data + offset);
  }
  return { starts, end: starts.at(-1) ?? at + 2 };
}

/** The last number before an operator of a DICT. */
function operandOf(dict: Uint8Array, operator: number): number {
  let operand = 0;
  for (let at = 0; at < dict.length; ) {
    const [first = 0, b = 0, c = 0, d = 0, e = 0] = dict.subarray(at, at + 5);
    if (first === operator) return operand;
    if (first <= 21) at += first === 12 ? 2 : 1;
    else if (first === 28) [operand, at] = [(b << 8) | c, at + 3];
    else if (first === 29) [operand, at] = [((b << 24) | (c << 16) | (d << 8) | e) >>> 0, at + 5];
    else if (first === 30) at = afterReal(dict, at + 1);
    else if (first <= 246) [operand, at] = [first - 139, at + 1];
    else if (first <= 250) [operand, at] = [(first - 247) * 256 + b + 108, at + 2];
    else [operand, at] = [-(first - 251) * 256 - b - 108, at + 2];
  }
  throw new RangeError('the font does not say where its outlines are');
}

function afterReal(dict: Uint8Array, from: number): number {
  let at = from;
  while (at < dict.length && ((dict[at] ?? 0xff) & 0xf) !== 0xf && (dict[at] ?? 0xff) >> 4 !== 0xf) at += 1;
  return at + 1;
}

function sfnt(version: number, tables: readonly { readonly tag: string; readonly octets: Uint8Array }[]): Uint8Array {
  const padded = (length: number) => (length + 3) & ~3;
  const head = 12 + tables.length * 16;
  const made = new Uint8Array(head + tables.reduce((sum, { octets }) => sum + padded(octets.length), 0));
  const view = new DataView(made.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, version);
  view.setUint16(4, tables.length);
  view.setUint16(6, 2 ** power * 16);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - 2 ** power * 16);
  let offset = head;
  for (const [at, { tag, octets }] of tables.entries()) {
    const row = 12 + at * 16;
    for (let letter = 0; letter < 4; letter += 1) view.setUint8(row + letter, tag.charCodeAt(letter));
    made.set(octets, offset);
    view.setUint32(row + 4, checksum(view, offset, padded(octets.length)));
    view.setUint32(row + 8, offset);
    view.setUint32(row + 12, octets.length);
    offset += padded(octets.length);
  }
  return made;
}

function checksum(view: DataView, from: number, length: number): number {
  let sum = 0;
  for (let at = from; at < from + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}
