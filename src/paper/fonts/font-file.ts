// What a letter must know of a font before it is used: its family's name, and which characters it has a glyph for. Read from the
// tables `name` and `cmap` of the file (OpenType 1.9); a damaged file throws a RangeError, nothing else.

export interface FontFile {
  /** As layout engines know it: name 1, and name 16 where it differs. */
  readonly families: readonly string[];
  covers(codePoint: number): boolean;
}

interface Table {
  readonly offset: number;
  readonly length: number;
}

export function readFont(octets: Uint8Array): FontFile {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const name = readTables(view).get('name');
  if (name === undefined) throw new RangeError('the font has no table of names');
  const glyphAt = glyphsOf(octets);
  return { families: familiesOf(view, name), covers: (codePoint) => glyphAt(codePoint) !== 0 };
}

/** The number of a character's glyph; 0 where the font has none. */
export function glyphsOf(octets: Uint8Array): GlyphOf {
  const view = new DataView(octets.buffer, octets.byteOffset, octets.byteLength);
  const cmap = readTables(view).get('cmap');
  if (cmap === undefined) throw new RangeError('the font has no table of characters');
  return glyphTable(view, cmap);
}

type GlyphOf = (codePoint: number) => number;

export function readTables(view: DataView): ReadonlyMap<string, Table> {
  const tables = new Map<string, Table>();
  const start = tagAt(view, 0) === 'ttcf' ? view.getUint32(12) : 0;
  const count = view.getUint16(start + 4);
  for (let at = start + 12; at < start + 12 + count * 16; at += 16) {
    tables.set(tagAt(view, at), { offset: view.getUint32(at + 8), length: view.getUint32(at + 12) });
  }
  return tables;
}

function tagAt(view: DataView, at: number): string {
  return String.fromCharCode(view.getUint8(at), view.getUint8(at + 1), view.getUint8(at + 2), view.getUint8(at + 3));
}

const FAMILY_NAMES: readonly number[] = [1, 16];
const WINDOWS = 3;

function familiesOf(view: DataView, { offset }: Table): readonly string[] {
  const found = new Set<string>();
  const texts = offset + view.getUint16(offset + 4);
  for (let row = 0; row < view.getUint16(offset + 2); row += 1) {
    const at = offset + 6 + row * 12;
    if (view.getUint16(at) !== WINDOWS || !FAMILY_NAMES.includes(view.getUint16(at + 6))) continue;
    const [length, start] = [view.getUint16(at + 8), texts + view.getUint16(at + 10)];
    let name = '';
    for (let unit = 0; unit < length; unit += 2) name += String.fromCharCode(view.getUint16(start + unit));
    found.add(name);
  }
  return [...found];
}

/** Format 12 has all characters, format 4 those of the first plane; the rest of the formats are historic. */
function glyphTable(view: DataView, { offset }: Table): GlyphOf {
  const subtables = new Map<number, number>();
  for (let row = 0; row < view.getUint16(offset + 2); row += 1) {
    const at = offset + view.getUint32(offset + 8 + row * 8);
    subtables.set(view.getUint16(at), at);
  }
  const [all, first] = [subtables.get(12), subtables.get(4)];
  if (all !== undefined) return inGroups(view, all);
  if (first !== undefined) return inSegments(view, first);
  throw new RangeError('the font has no Unicode table of characters');
}

function inGroups(view: DataView, at: number): GlyphOf {
  const count = view.getUint32(at + 12);
  return (codePoint) => {
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const group = at + 16 + middle * 12;
      if (codePoint < view.getUint32(group)) high = middle - 1;
      else if (codePoint > view.getUint32(group + 4)) low = middle + 1;
      else return view.getUint32(group + 8) + codePoint - view.getUint32(group);
    }
    return 0;
  };
}

function inSegments(view: DataView, at: number): GlyphOf {
  const twice = view.getUint16(at + 6);
  const [ends, starts] = [at + 14, at + 16 + twice];
  const [deltas, ranges] = [starts + twice, starts + twice * 2];
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let segment = 0; segment < twice; segment += 2) {
      if (codePoint > view.getUint16(ends + segment)) continue;
      const start = view.getUint16(starts + segment);
      if (codePoint < start) return 0;
      const range = view.getUint16(ranges + segment);
      const delta = view.getUint16(deltas + segment);
      if (range === 0) return (codePoint + delta) & 0xffff;
      const glyph = view.getUint16(ranges + segment + range + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
