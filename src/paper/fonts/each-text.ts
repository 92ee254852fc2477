// Every text of a document through one function: what an output cannot show is replaced in one place, and nothing is forgotten.
import type { Block, Inline, LetterDocument } from '../document.ts';

interface TextChange {
  readonly text: (text: string) => string;
  /** For the displayed form of a name. */
  readonly displayed: (text: string) => string;
}

export function withTexts(document: LetterDocument, { text, displayed }: TextChange): LetterDocument {
  const all = (texts: readonly string[]) => texts.map(text);
  const { schedule, signature, caption } = document;
  return {
    ...document,
    title: text(document.title),
    marks: all(document.marks),
    letterhead: all(document.letterhead),
    via: all(document.via),
    addressee: all(document.addressee),
    ...(caption && {
      caption: {
        court: all(caption.court),
        parties: caption.parties.map((line) => ({ ...line, text: text(line.text) })),
        docket: all(caption.docket),
      },
    }),
    subject: text(document.subject),
    reference: document.reference.map(([label, value]) => [text(label), text(value)]),
    body: document.body.map((block) => blockWith(block, text)),
    signature: signature && { name: text(signature.name), lines: all(signature.lines) },
    enclosures: all(document.enclosures),
    schedule: schedule && {
      ...schedule,
      title: text(schedule.title),
      notes: all(schedule.notes),
      rows: schedule.rows.map((cells) =>
        cells.map((cell, at) => (schedule.columns[at]?.holds === 'displayed' ? displayed(cell) : text(cell))),
      ),
    },
  };
}

/** All of it in one string, for what asks only which characters there are. */
export function allText(document: LetterDocument): string {
  const texts: string[] = [];
  const keep = (text: string) => {
    texts.push(text);
    return text;
  };
  withTexts(document, { text: keep, displayed: keep });
  return texts.join('\n');
}

function blockWith(block: Block, text: (text: string) => string): Block {
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, children: inlinesWith(block.children, text) };
    case 'quote':
      return { ...block, children: block.children.map((child) => blockWith(child, text)) };
    case 'list':
      return { ...block, items: block.items.map((item) => item.map((child) => blockWith(child, text))) };
    case 'table':
      return {
        ...block,
        head: block.head.map((cell) => inlinesWith(cell, text)),
        rows: block.rows.map((row) => row.map((cell) => inlinesWith(cell, text))),
      };
    case 'drawing':
      return { ...block, alt: text(block.alt) };
    case 'rule':
      return block;
  }
}

function inlinesWith(inlines: readonly Inline[], text: (text: string) => string): readonly Inline[] {
  return inlines.map((inline) => {
    if (inline.kind === 'break') return inline;
    if (inline.kind === 'text' || inline.kind === 'code') return { ...inline, text: text(inline.text) };
    return { ...inline, children: inlinesWith(inline.children, text) };
  });
}
