// PDF: lines in reading order with page and line, which of them may be broken at their end, and what stands around them.
import type { Checked } from '../../model/problem.ts';
import { readWhole, remark, Unreadable } from '../outcome.ts';
import { asUnreadable, type Opened, openPdf } from '../pdf/engine.ts';
import { type Extras, extrasOf, recognisedRemark } from '../pdf/extras.ts';
import { linesOf } from '../pdf/flow.ts';
import { furnitureOf } from '../pdf/furniture.ts';
import { type ReadPage, readPage } from '../pdf/page.ts';
import { treeIsTrusted } from '../pdf/structure.ts';
import type { DocumentSource, DocumentText, PlacedLine, Remark } from '../placed.ts';

/** The longest orders with their exhibits have some hundreds. */
const MOST_PAGES = 5_000;
const MOST_REMARKS = 40;

export async function read({ file, octets }: DocumentSource): Promise<Checked<DocumentText>> {
  const opened = await openPdf(file, octets);
  try {
    if (opened.pdf.numPages > MOST_PAGES) throw tooMany(file, opened.pdf.numPages);
    const extras = await extrasOf(opened, file);
    const pages = await pagesOf(opened, extras);
    if (pages.every(({ rows, hidden }) => rows.length + hidden.length === 0)) throw picture(file, pages.length);
    const all = linesOf(pages, furnitureOf(pages));
    const lines = extras.recognised ? all.map(recognised) : all;
    const remarks = [...extras.remarks, ...few(pages.flatMap(remarksOn)), ...few(struckIn(lines))];
    return readWhole({ format: 'pdf', lines, pages: pages.length, remarks });
  } catch (error) {
    throw asUnreadable(file, error);
  } finally {
    await opened.close();
  }
}

async function pagesOf(opened: Opened, { producers }: Extras): Promise<readonly ReadPage[]> {
  const pages: ReadPage[] = [];
  const tagged = treeIsTrusted(producers);
  for (let number = 1; number <= opened.pdf.numPages; number += 1) pages.push(await readPage(opened, number, tagged));
  return pages;
}

function remarksOn(page: ReadPage): readonly Remark[] {
  const place = { page: page.number };
  if (page.recognised)
    return [...page.remarks, recognisedRemark('The page is a picture, with text below it that a machine read.', place)];
  if (page.rows.length + page.hidden.length > 0) return page.remarks;
  return [
    ...page.remarks,
    remark('document-page-picture', 'There is no text here: the page is a picture, or blank.', { place }),
  ];
}

function struckIn(lines: readonly PlacedLine[]): readonly Remark[] {
  return lines
    .filter(({ doubt }) => doubt === 'struck')
    .map(({ text, place }) =>
      remark('document-struck', `A line seems to be struck out: ${text.slice(0, 80)}`, { place }),
    );
}

function few(remarks: readonly Remark[]): readonly Remark[] {
  const more = remarks.length - MOST_REMARKS;
  if (more <= 0) return remarks;
  const [first] = remarks;
  return [
    ...remarks.slice(0, MOST_REMARKS),
    remark(first?.code ?? 'document-part', `… and ${more} more of this kind.`),
  ];
}

function recognised(line: PlacedLine): PlacedLine {
  return line.kind === 'furniture' ? line : { ...line, doubt: 'recognised' };
}

function tooMany(file: string, pages: number): Unreadable {
  return new Unreadable({
    code: 'document-too-large',
    message: `${file} says that it has ${pages} pages; no more than ${MOST_PAGES} are read.`,
    hint: 'Ask for the list by itself, as text or CSV.',
  });
}

function picture(file: string, pages: number): Unreadable {
  return new Unreadable({
    code: 'document-picture',
    message: `${file} holds no text: ${pages === 1 ? 'its page is a picture' : `its ${pages} pages are pictures`}, or blank.`,
    hint: 'Run a text recognition (OCR) over it first, and compare what comes out with the pages.',
  });
}
