// What a workbook says of its sheets, its texts and its formats (ECMA-376, part 1, 18).
import type { Package, Relation } from '../office/package.ts';

interface SheetRow {
  readonly name: string;
  readonly hidden: boolean;
  readonly part: string;
}

export interface Workbook {
  readonly sheets: readonly SheetRow[];
  /** Days are counted from 1904 instead of 1900. */
  readonly since1904: boolean;
}

export function workbookOf(opened: Package, main: string, relations: readonly Relation[]): Workbook {
  const sheets: SheetRow[] = [];
  let since1904 = false;
  opened.visit(main, {
    open(name, attributes) {
      if (name === 'workbookPr') since1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      // The prefix of `r:id` is gone, and a sheet has no other `id`.
      const relation = relations.find(({ id }) => id === attributes['id']);
      if (relation === undefined || relation.external || relation.kind !== 'worksheet') return;
      const hidden = ['hidden', 'veryHidden'].includes(attributes['state'] ?? '');
      sheets.push({ name: attributes['name'] ?? '', hidden, part: relation.target });
    },
  });
  return { sheets, since1904 };
}

/** Texts that cells refer to by number; how they are to be pronounced is no part of them. */
export function sharedTexts(opened: Package, part: string | undefined): readonly string[] {
  const texts: string[] = [];
  if (part === undefined) return texts;
  let [text, within, spoken] = ['', false, 0];
  opened.visit(part, {
    open(name) {
      if (name === 'si') text = '';
      if (name === 't') within = true;
      if (name === 'rPh') spoken += 1;
    },
    text(words) {
      if (within && spoken === 0) text += words;
    },
    close(name) {
      if (name === 't') within = false;
      if (name === 'rPh') spoken -= 1;
      if (name === 'si') texts.push(unescaped(text));
    },
  });
  return texts;
}

/** Excel writes what XML cannot hold as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

export interface CellFormat {
  readonly date: boolean;
  readonly struck: boolean;
}

/** Formats that every program knows by number, and that show a day or a time (18.8.30). */
const DATES = new Set([14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 30, 36, 45, 46, 47, 50, 57]);

export function cellFormats(opened: Package, part: string | undefined): readonly CellFormat[] {
  const formats: CellFormat[] = [];
  const dates = new Set(DATES);
  const struck: boolean[] = [];
  const within: string[] = [];
  if (part === undefined) return formats;
  opened.visit(part, {
    open(name, attributes) {
      const parent = within.at(-1);
      within.push(name);
      if (name === 'numFmt' && isDate(attributes['formatCode'] ?? '')) dates.add(Number(attributes['numFmtId']));
      if (name === 'font' && parent === 'fonts') struck.push(false);
      if (name === 'strike' && parent === 'font' && within.at(-3) === 'fonts')
        struck[struck.length - 1] = !['0', 'false'].includes(attributes['val'] ?? '1');
      if (name === 'xf' && parent === 'cellXfs') {
        formats.push({
          date: dates.has(Number(attributes['numFmtId'])),
          struck: struck[Number(attributes['fontId'])] === true,
        });
      }
    },
    close() {
      within.pop();
    },
  });
  return formats;
}

function isDate(code: string): boolean {
  return /[dmyhs]/i.test(code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, ''));
}
