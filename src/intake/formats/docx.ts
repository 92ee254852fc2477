// Word files: paragraphs and cells as they are written, so that no line end is a program's. What is deleted, struck out or
// hidden is told and held apart.
import type { Checked } from '../../model/problem.ts';
import { type Passage, type Shown, type Story, storyReader } from '../docx/story.ts';
import { type Styles, stylesReader } from '../docx/styles.ts';
import { brokenEnd } from '../ends.ts';
import { carried, mainPart, openPackage, type Package } from '../office/package.ts';
import { readWhole, remark, Unreadable } from '../outcome.ts';
import type { DocumentSource, DocumentText, Furniture, LineDoubt, Place, PlacedLine, Remark } from '../placed.ts';

export function read({ file, octets }: DocumentSource): Checked<DocumentText> {
  const opened = openPackage(file, octets);
  const main = mainPart(opened, 'word/document.xml');
  const relations = opened.relations(main);
  const related = (kind: string) =>
    relations.filter((one) => one.kind === kind && !one.external).map(({ target }) => target);
  const styles = stylesOf(opened, related('styles'));
  const body = storyOf(opened, main, styles);
  if (body === undefined) throw noText(file);
  const notes = [...related('footnotes'), ...related('endnotes')].flatMap(
    (part) => storyOf(opened, part, styles) ?? [],
  );
  const stories = [body, ...notes];
  const lines = [
    ...related('header').flatMap((part) => furniture(storyOf(opened, part, styles), 'header')),
    ...linesOf(stories),
    ...related('footer').flatMap((part) => furniture(storyOf(opened, part, styles), 'footer')),
  ];
  if (!lines.some(({ kind }) => kind !== 'furniture') && body.pictures > 0) throw picture(file);
  const comments = related('comments').length;
  const remarks = [...remarksOn(stories, lines, file), ...carried(opened, relations)];
  if (comments > 0) remarks.push(remark('document-part', `${file} has comments at its margin, which were not read.`));
  return readWhole({ format: 'docx', lines, remarks });
}

function stylesOf(opened: Package, parts: readonly string[]): Styles {
  const reader = stylesReader();
  for (const part of parts.slice(0, 1)) opened.visit(part, reader.visitor);
  return reader.styles();
}

function storyOf(opened: Package, part: string, styles: Styles): Story | undefined {
  const reader = storyReader(styles);
  return opened.visit(part, reader.visitor) ? reader.story() : undefined;
}

const DOUBTS: Readonly<Record<Shown, LineDoubt | undefined>> = { shown: undefined, struck: 'struck', hidden: 'hidden' };

function linesOf(stories: readonly Story[]): readonly PlacedLine[] {
  const lines: PlacedLine[] = [];
  let [block, before] = [0, 0];
  for (const { passages } of stories) {
    for (const passage of passages) {
      block += 1;
      lines.push(...passageLines(passage, { block, before }));
    }
    before += passages.filter(({ cell }) => cell === undefined).length;
  }
  return lines;
}

interface Standing {
  readonly block: number;
  /** Paragraphs of the parts before. */
  readonly before: number;
}

function passageLines({ paragraph, cell, text, torn }: Passage, { block, before }: Standing): readonly PlacedLine[] {
  const place: Place =
    cell === undefined
      ? { line: before + paragraph }
      : { sheet: `table ${cell.table}`, row: cell.row, column: cell.column };
  return (['shown', 'struck', 'hidden'] as const).flatMap((as): readonly PlacedLine[] => {
    const doubt = DOUBTS[as] ?? (torn ? 'struck' : undefined);
    const more = doubt === undefined ? {} : { doubt };
    const words = text[as].replace(/[ \t]+$/gm, '');
    if (words.trim() === '') return [];
    if (cell !== undefined)
      return [{ text: words.trim(), place, kind: 'cell', block, ...brokenEnd(words.trim()), ...more }];
    const pieces = words.split('\n').filter((piece) => piece.trim() !== '');
    return pieces.map((piece, at) => ({
      text: piece,
      place,
      kind: 'line',
      block,
      // A break that its author typed may stand within a name all the same.
      ...(at === pieces.length - 1 ? { end: 'own' as const } : brokenEnd(`${piece}\n`)),
      ...more,
    }));
  });
}

function furniture(story: Story | undefined, what: Furniture): readonly PlacedLine[] {
  return (story?.passages ?? [])
    .map(({ text }) => text.shown.trim())
    .filter((text) => text !== '')
    .map((text) => ({ text, place: {}, kind: 'furniture', what }));
}

function remarksOn(stories: readonly Story[], lines: readonly PlacedLine[], file: string): Remark[] {
  const remarks: Remark[] = [];
  if (stories.some(({ inserted }) => inserted)) {
    remarks.push(
      remark('document-struck', `${file} has changes that nobody has accepted; what was added is read as text.`),
    );
  }
  for (const [doubt, code, words] of [
    ['struck', 'document-struck', 'struck out or deleted'],
    ['hidden', 'document-hidden', 'hidden'],
  ] as const) {
    const found = lines.filter((line) => line.doubt === doubt);
    const [first] = found;
    if (first === undefined) continue;
    const more = found.length > 1 ? ` and ${found.length - 1} more` : '';
    remarks.push(
      remark(code, `${file} has text that is ${words}: ${first.text.slice(0, 80)}${more}`, { place: first.place }),
    );
  }
  const pictures = stories.reduce((sum, story) => sum + story.pictures, 0);
  if (pictures > 0) {
    const count = pictures === 1 ? 'a picture' : `${pictures} pictures`;
    remarks.push(remark('document-part', `${file} has ${count} or drawings, in which no text was looked for.`));
  }
  return remarks;
}

function noText(file: string): Unreadable {
  return new Unreadable({
    code: 'document-broken',
    message: `${file} is built like a Word file, but the part with its text is missing.`,
    hint: 'Fetch the file once more from where it came from.',
  });
}

function picture(file: string): Unreadable {
  return new Unreadable({
    code: 'document-picture',
    message: `${file} holds pictures and no text.`,
    hint: 'Run a text recognition (OCR) over it first, and compare what comes out with the pictures.',
  });
}
