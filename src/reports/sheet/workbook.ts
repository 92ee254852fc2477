// A workbook (ECMA-376) out of sheets: the few parts around them, and a zip that is written as it is made, with one fixed time, so
// that the octets depend on what the sheets say and on nothing else.
import { strToU8, Zip, ZipDeflate } from 'fflate';
import { xmlText } from '../xml-text.ts';
import { type Sheet, sheetXml } from './sheet.ts';
import { STYLES } from './styles.ts';

interface Workbook {
  readonly title: string;
  /** Printed on top of each page. */
  readonly header: string;
  /** Stands as the time at which the file was made. */
  readonly at: string;
  readonly sheets: readonly Sheet[];
}

/** Octets of text that go into the zip at once. */
const PIECE = 1 << 16;

export function* workbookOctets({ title, header, at, sheets }: Workbook): Iterable<Uint8Array> {
  let made: Uint8Array[] = [];
  const zip = new Zip((error, octets) => {
    if (error !== null) throw error;
    made.push(octets);
  });
  const taken = () => {
    const all = made;
    made = [];
    return all;
  };
  const parts = around(sheets, { title, at });
  for (const [path, text] of parts) {
    const entry = entryOf(path);
    zip.add(entry);
    entry.push(strToU8(text), true);
    yield* taken();
  }
  for (const [place, sheet] of sheets.entries()) {
    const entry = entryOf(`xl/worksheets/sheet${place + 1}.xml`);
    zip.add(entry);
    for (const text of inPieces(sheetXml(sheet, header))) {
      entry.push(strToU8(text));
      yield* taken();
    }
    entry.push(new Uint8Array(0), true);
    yield* taken();
  }
  zip.end();
  yield* taken();
}

/** The first day that a zip can say; its time has no zone, so it is the same everywhere. */
function entryOf(path: string): ZipDeflate {
  const entry = new ZipDeflate(path, { level: 6 });
  entry.mtime = new Date(1980, 0, 1);
  return entry;
}

function* inPieces(texts: Iterable<string>): Iterable<string> {
  let piece = '';
  for (const text of texts) {
    piece += text;
    if (piece.length < PIECE) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const CORE = 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function around(sheets: readonly Sheet[], { title, at }: Pick<Workbook, 'title' | 'at'>): readonly [string, string][] {
  const numbers = sheets.map((_, place) => place + 1);
  const types = [
    ['xl/workbook.xml', `${SHEET_TYPE}.sheet.main+xml`],
    ['xl/styles.xml', `${SHEET_TYPE}.styles+xml`],
    ['docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties+xml'],
    ...numbers.map((number) => [`xl/worksheets/sheet${number}.xml`, `${SHEET_TYPE}.worksheet+xml`]),
  ];
  const overrides = types.map(([path, type]) => `<Override PartName="/${path}" ContentType="${type}"/>`);
  const sheetList = sheets.map(
    (sheet, place) => `<sheet name="${xmlText(sheet.title)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  const related = numbers.map((number) =>
    relation(`rId${number}`, `${OFFICE}/worksheet`, `worksheets/sheet${number}.xml`),
  );
  return [
    [
      '[Content_Types].xml',
      `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${overrides.join('')}</Types>`,
    ],
    [
      '_rels/.rels',
      `${HEAD}<Relationships xmlns="${RELATIONS}">${relation('rId1', `${OFFICE}/officeDocument`, 'xl/workbook.xml')}${relation('rId2', `${RELATIONS}/metadata/core-properties`, 'docProps/core.xml')}</Relationships>`,
    ],
    [
      'docProps/core.xml',
      `${HEAD}<cp:coreProperties xmlns:cp="${CORE}" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xmlText(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${xmlText(at)}</dcterms:created></cp:coreProperties>`,
    ],
    [
      'xl/workbook.xml',
      `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheetList.join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `${HEAD}<Relationships xmlns="${RELATIONS}">${related.join('')}${relation(`rId${sheets.length + 1}`, `${OFFICE}/styles`, 'styles.xml')}</Relationships>`,
    ],
    ['xl/styles.xml', HEAD + STYLES],
  ];
}

function relation(id: string, type: string, target: string): string {
  return `<Relationship Id="${id}" Type="${type}" Target="${target}"/>`;
}
