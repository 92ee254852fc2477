// Word and Excel files made by hand for tests: the parts as text, in a zip.
import { strToU8, type Zippable, zipSync } from 'fflate';

export type OfficeParts = Readonly<Record<string, string | Uint8Array>>;

export function zipOf(parts: OfficeParts): Uint8Array {
  const entries: Zippable = {};
  for (const [name, part] of Object.entries(parts)) entries[name] = typeof part === 'string' ? strToU8(part) : part;
  return zipSync(entries);
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** `id`, kind, target, and whether it lies elsewhere. */
export type RelationRow = readonly [id: string, kind: string, target: string, external?: true];

export function relations(rows: readonly RelationRow[]): string {
  const all = rows.map(
    ([id, kind, target, external]) =>
      `<Relationship Id="${id}" Type="${TYPE}/${kind}" Target="${target}"${external === true ? ' TargetMode="External"' : ''}/>`,
  );
  return `${HEAD}<Relationships>${all.join('')}</Relationships>`;
}

/** `body` is what stands between `<w:body>` and its end. */
export function docxOf(
  body: string,
  more: { parts?: OfficeParts; relations?: readonly RelationRow[] } = {},
): Uint8Array {
  return zipOf({
    '[Content_Types].xml': `${HEAD}<Types/>`,
    '_rels/.rels': relations([['r1', 'officeDocument', 'word/document.xml']]),
    'word/_rels/document.xml.rels': relations(more.relations ?? []),
    'word/document.xml': `${HEAD}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ...more.parts,
  });
}

export const paragraph = (...runs: readonly string[]) => `<w:p>${runs.join('')}</w:p>`;
export const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
export const table = (rows: readonly (readonly string[])[]) =>
  `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`;

export interface SheetGiven {
  readonly name: string;
  readonly state?: string;
  /** What stands between `<worksheet>` and its end. */
  readonly body: string;
}

export function xlsxOf(
  sheets: readonly SheetGiven[],
  more: { parts?: OfficeParts; relations?: readonly RelationRow[] } = {},
): Uint8Array {
  const rows = sheets.map(
    ({ name, state = 'visible' }, at) =>
      `<sheet name="${name}" sheetId="${at + 1}" state="${state}" r:id="s${at + 1}"/>`,
  );
  const parts = sheets.map(
    ({ body }, at) => [`xl/worksheets/sheet${at + 1}.xml`, `${HEAD}<worksheet>${body}</worksheet>`] as const,
  );
  return zipOf({
    '_rels/.rels': relations([['r1', 'officeDocument', '/xl/workbook.xml']]),
    'xl/_rels/workbook.xml.rels': relations([
      ...sheets.map((_, at) => [`s${at + 1}`, 'worksheet', `worksheets/sheet${at + 1}.xml`] as const),
      ...(more.relations ?? []),
    ]),
    'xl/workbook.xml': `${HEAD}<workbook xmlns:r="r"><sheets>${rows.join('')}</sheets></workbook>`,
    ...Object.fromEntries(parts),
    ...more.parts,
  });
}
