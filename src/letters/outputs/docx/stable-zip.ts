// A Word file whose octets depend on nothing but what it says: entries in order, one fixed time, the letter's date as its creation,
// and keys of embedded fonts that are counted instead of drawn by lot.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { LocalDate } from '../../../model/instant.ts';

const FIRST = '[Content_Types].xml';

export function stableZip(octets: Uint8Array, date: LocalDate): Uint8Array {
  const entries = unzipSync(octets);
  const made: Record<string, Uint8Array> = {};
  const fonts = entries[FONT_TABLE];
  if (fonts !== undefined) Object.assign(entries, withCountedKeys(entries, strFromU8(fonts)));
  for (const path of Object.keys(entries).sort(contentTypesFirst)) {
    const entry = entries[path];
    if (entry === undefined || path.endsWith('/')) continue;
    made[path] = path === 'docProps/core.xml' ? strToU8(datedCore(strFromU8(entry), date)) : entry;
  }
  // The first day that a zip can say; its time has no zone, so it is the same everywhere.
  return zipSync(made, { mtime: new Date(1980, 0, 1), level: 9 });
}

function contentTypesFirst(a: string, b: string): number {
  if (a === FIRST || b === FIRST) return a === FIRST ? -1 : 1;
  return a < b ? -1 : 1;
}

function datedCore(xml: string, date: LocalDate): string {
  return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`);
}

const FONT_TABLE = 'word/fontTable.xml';
const KEY = /w:fontKey="\{([0-9A-Fa-f-]{36})\}"/g;
/** ECMA-376 part 4, section 2.8.1: the key is laid over so many octets at the file's beginning. */
const COVERED = 32;

/** The Nth key of the table belongs to the Nth font file. */
function withCountedKeys(entries: Readonly<Record<string, Uint8Array>>, table: string): Record<string, Uint8Array> {
  const changed: Record<string, Uint8Array> = {};
  let count = 0;
  const counted = table.replace(KEY, (_, old: string) => {
    count += 1;
    const key = `${String(count).padStart(8, '0')}-0000-4000-8000-000000000000`;
    const path = `word/fonts/font${count}.odttf`;
    const font = entries[path];
    if (font !== undefined) changed[path] = rekeyed(font, { old: octetsOf(old), key: octetsOf(key) });
    return `w:fontKey="{${key}}"`;
  });
  return { ...changed, [FONT_TABLE]: strToU8(counted) };
}

interface Keys {
  readonly old: readonly number[];
  readonly key: readonly number[];
}

function rekeyed(font: Uint8Array, { old, key }: Keys): Uint8Array {
  const made = font.slice();
  for (let at = 0; at < Math.min(COVERED, made.length); at += 1) {
    const [was, is] = [old[at % old.length] ?? 0, key[at % key.length] ?? 0];
    made[at] = (made[at] ?? 0) ^ was ^ is;
  }
  return made;
}

/** From the last pair of figures to the first, as the key is laid. */
function octetsOf(key: string): readonly number[] {
  const pairs = key.replaceAll('-', '').match(/../g) ?? [];
  return pairs.map((pair) => Number.parseInt(pair, 16)).reverse();
}
