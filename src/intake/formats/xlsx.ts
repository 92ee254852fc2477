// Excel files: every cell with its sheet, row and column. What is hidden is read, told, and never sure.

import type { Checked } from '../../model/problem.ts';
import { count } from '../../model/text/phrase.ts';
import { brokenEnd } from '../ends.ts';
import { carried, mainPart, openPackage } from '../office/package.ts';
import { readWhole, remark, Unreadable } from '../outcome.ts';
import type { DocumentSource, DocumentText, PlacedLine, Remark } from '../placed.ts';
import { cellFormats, sharedTexts, workbookOf } from '../xlsx/book.ts';
import { visitCells } from '../xlsx/cells.ts';

/** Longer lists come as text. */
const MOST_CELLS = 500_000;

export function read({ file, octets }: DocumentSource): Checked<DocumentText> {
  const opened = openPackage(file, octets);
  const main = mainPart(opened, 'xl/workbook.xml');
  const relations = opened.relations(main);
  const related = (kind: string) => relations.find((one) => one.kind === kind && !one.external)?.target;
  const book = workbookOf(opened, main, relations);
  if (book.sheets.length === 0) throw noSheets(file);
  const around = {
    since1904: book.since1904,
    texts: sharedTexts(opened, related('sharedStrings')),
    formats: cellFormats(opened, related('styles')),
  };
  const lines: PlacedLine[] = [];
  const remarks: Remark[] = [];
  let formulas = 0;
  for (const { name, hidden, part } of book.sheets) {
    const before = lines.length;
    const found = visitCells(opened, part, {
      around,
      cell({ row, column, text, ...cell }) {
        if (lines.length >= MOST_CELLS) throw tooMany(file);
        if (cell.formula) formulas += 1;
        const doubt = hidden || cell.hidden ? ('hidden' as const) : cell.struck ? ('struck' as const) : undefined;
        lines.push({
          text,
          place: { sheet: name, row, column },
          kind: 'cell',
          ...brokenEnd(text),
          ...(doubt === undefined ? {} : { doubt }),
        });
      },
    });
    if (!found) remarks.push(remark('document-part', 'The sheet is missing in the file.', { place: { sheet: name } }));
    remarks.push(...sheetRemarks(lines.slice(before), { name, hidden }));
  }
  if (formulas > 0) {
    remarks.push(
      remark(
        'document-part',
        `${file} has ${count(formulas, 'formula')}; their last results were read, and none was worked out.`,
      ),
    );
  }
  if (opened.names.some((name) => /\/comments\d*\.xml$|\/threadedComments\//i.test(name))) {
    remarks.push(remark('document-part', `${file} has comments on cells, which were not read.`));
  }
  return readWhole({ format: 'xlsx', lines, remarks: [...remarks, ...carried(opened, relations)] });
}

function sheetRemarks(
  lines: readonly PlacedLine[],
  { name, hidden }: { name: string; hidden: boolean },
): readonly Remark[] {
  if (hidden) {
    return [
      remark(
        'document-hidden',
        `The sheet is hidden; ${lines.length === 1 ? 'a cell of it was' : `${lines.length} cells of it were`} read.`,
        {
          place: { sheet: name },
        },
      ),
    ];
  }
  return (['hidden', 'struck'] as const).flatMap((doubt) => {
    const found = lines.filter((line) => line.doubt === doubt);
    const [first] = found;
    if (first === undefined) return [];
    const where = doubt === 'hidden' ? 'in hidden rows or columns' : 'struck out';
    const message = `${found.length === 1 ? 'A cell is' : `${found.length} cells are`} ${where}, from here on.`;
    return [remark(doubt === 'hidden' ? 'document-hidden' : 'document-struck', message, { place: first.place })];
  });
}

function noSheets(file: string): Unreadable {
  return new Unreadable({
    code: 'document-broken',
    message: `${file} is built like an Excel file, but no sheet of it was found.`,
    hint: 'Fetch the file once more from where it came from.',
  });
}

function tooMany(file: string): Unreadable {
  return new Unreadable({
    code: 'document-too-large',
    message: `${file} has more than ${MOST_CELLS} cells.`,
    hint: 'Save the column of names as text or CSV.',
  });
}
