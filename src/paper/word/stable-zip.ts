// A Word file whose octets depend on nothing but what it says: entries in order, one fixed time, the letter's date as its creation,
// and keys of embedded fonts that are counted instead of drawn by lot.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { LocalDate } from '../../model/instant.ts';
import type { WordFile } from './built-in.ts';
import { BODY, withRows } from './long-rows.ts';
import type { EmbeddedFont } from './styles.ts';

const FIRST = '[Content_Types].xml';

export async function stableZip({ octets, fonts, rows }: WordFile, date: LocalDate): Promise<Uint8Array> {
  const entries = unzipSync(octets);
  if (rows !== undefined) entries[BODY] = strToU8(await withRows(strFromU8(entries[BODY] ?? new Uint8Array()), rows));
  if (fonts.length > 0) Object.assign(entries, withFonts(strFromU8(entries[FONT_TABLE] ?? new Uint8Array()), fonts));
  const made: Record<string, Uint8Array> = {};
  for (const path of Object.keys(entries).sort(contentTypesFirst)) {
    const entry = entries[path];
    if (entry === undefined || path.endsWith('/')) continue;
    made[path] = path === 'docProps/core.xml' ? strToU8(datedCore(strFromU8(entry), date)) : entry;
  }
  // The first day that a zip can say; its time has no zone, so it is the same everywhere.
  return zipSync(made, { mtime: new Date(1980, 0, 1), level: 6 });
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

/** The Nth key of the table belongs to the Nth font: drawn by lot before, counted now. */
function withFonts(table: string, fonts: readonly EmbeddedFont[]): Record<string, Uint8Array> {
  const made: Record<string, Uint8Array> = {};
  let count = 0;
  const counted = table.replace(KEY, () => {
    const font = fonts[count];
    count += 1;
    const key = `${String(count).padStart(8, '0')}-0000-4000-8000-000000000000`;
    if (font !== undefined) made[`word/fonts/font${count}.odttf`] = covered(font.octets, octetsOf(key));
    return `w:fontKey="{${key}}"`;
  });
  return { ...made, [FONT_TABLE]: strToU8(counted) };
}

function covered(font: Uint8Array, key: readonly number[]): Uint8Array {
  // A copy: the font is used for other letters too.
  const made = new Uint8Array(font);
  for (let at = 0; at < Math.min(COVERED, made.length); at += 1) {
    made[at] = (made[at] ?? 0) ^ (key[at % key.length] ?? 0);
  }
  return made;
}

/** From the last pair of figures to the first, as the key is laid. */
function octetsOf(key: string): readonly number[] {
  const pairs = key.replaceAll('-', '').match(/../g) ?? [];
  return pairs.map((pair) => Number.parseInt(pair, 16)).reverse();
}
