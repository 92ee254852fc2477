// The text of one part of a Word file (ECMA-376, part 1, 17): paragraphs and cells as they are written, with what is struck out,
// deleted or hidden held apart from what is shown.
import type { Attributes, XmlVisitor } from '../office/xml.ts';
import { flagsOf, isOn, type RunStyle, type Styles } from './styles.ts';

export type Shown = 'shown' | 'struck' | 'hidden';

export interface Passage {
  /** Of the part, from 1: paragraphs outside of tables, blank ones left out. */
  readonly paragraph: number;
  readonly cell?: { readonly table: number; readonly row: number; readonly column: number };
  readonly text: Readonly<Record<Shown, string>>;
  /** What is struck or hidden stands within a word. */
  readonly torn: boolean;
}

export interface Story {
  readonly passages: readonly Passage[];
  /** Changes that nobody has accepted. */
  readonly inserted: boolean;
  readonly pictures: number;
}

interface Open {
  readonly text: Record<Shown, string>;
  last: Shown;
  torn: boolean;
  style: RunStyle;
}

interface Cell extends Open {
  readonly table: number;
  row: number;
  column: number;
  span: number;
}

const blank = () => ({ shown: '', struck: '', hidden: '' });

interface Reading {
  readonly passages: Passage[];
  inserted: boolean;
  pictures: number;
}

export function storyReader(styles: Styles): { readonly visitor: XmlVisitor; story(): Story } {
  const reading: Reading = { passages: [], inserted: false, pictures: 0 };
  const paragraphs: Open[] = [];
  const cells: Cell[] = [];
  let run: RunStyle = {};
  let [inRun, skipped, deleted, tables, counted] = [false, 0, 0, 0, 0];
  let collects: 'no' | 'text' | 'deleted' = 'no';

  const add = (words: string, as: Shown) => {
    const open = paragraphs.at(-1);
    if (open === undefined || words === '') return;
    if (as !== open.last && /\S$/.test(open.text[open.last]) && /^\S/.test(words)) open.torn = true;
    open.text[as] += words;
    open.last = as;
  };
  const shownAs = (): Shown => {
    const style = { ...paragraphs.at(-1)?.style, ...run };
    if (deleted > 0 || collects === 'deleted' || style.struck === true) return 'struck';
    const unseen = style.white === true && style.shaded !== true && cells.at(-1)?.style.shaded !== true;
    return style.hidden === true || unseen ? 'hidden' : 'shown';
  };
  const closeParagraph = () => {
    const open = paragraphs.pop();
    if (open === undefined) return;
    const cell = cells.at(-1);
    if (cell !== undefined) {
      for (const as of ['shown', 'struck', 'hidden'] as const)
        if (open.text[as] !== '') cell.text[as] += `${cell.text[as] === '' ? '' : '\n'}${open.text[as]}`;
      cell.torn ||= open.torn;
      return;
    }
    if (Object.values(open.text).every((words) => words.trim() === '')) return;
    counted += 1;
    reading.passages.push({ paragraph: counted, text: open.text, torn: open.torn });
  };
  const closeCell = () => {
    const cell = cells.at(-1);
    if (cell === undefined) return;
    const { table, row, column, torn } = cell;
    reading.passages.push({ paragraph: counted, cell: { table, row, column }, text: { ...cell.text }, torn });
    Object.assign(cell.text, blank());
    cell.torn = false;
    cell.style = {};
    cell.column += cell.span;
    cell.span = 1;
  };

  const opening: Readonly<Record<string, (attributes: Attributes) => void>> = {
    p: () => paragraphs.push({ text: blank(), last: 'shown', torn: false, style: {} }),
    pStyle: ({ val = '' }) => {
      const open = paragraphs.at(-1);
      if (open !== undefined) open.style = { ...styles.get(val), ...open.style };
    },
    r: () => {
      run = {};
      inRun = true;
    },
    rStyle: ({ val = '' }) => {
      if (inRun) run = { ...styles.get(val), ...run };
    },
    t: () => {
      collects = 'text';
    },
    delText: () => {
      collects = 'deleted';
    },
    tab: () => inRun && add('\t', shownAs()),
    br: () => add('\n', shownAs()),
    cr: () => add('\n', shownAs()),
    noBreakHyphen: () => add('\u2011', shownAs()),
    softHyphen: () => add('\u00ad', shownAs()),
    sym: () => add('\ufffd', shownAs()),
    ins: () => {
      reading.inserted ||= inRun || paragraphs.length > 0;
    },
    del: () => {
      deleted += 1;
    },
    moveFrom: () => {
      deleted += 1;
    },
    tbl: () => {
      tables += 1;
      cells.push({ table: tables, row: 0, column: 1, span: 1, text: blank(), last: 'shown', torn: false, style: {} });
    },
    shd: (attributes) => {
      const open = inRun ? undefined : (paragraphs.at(-1) ?? cells.at(-1));
      if (inRun) run = { ...run, ...flagsOf('shd', attributes) };
      else if (open !== undefined) open.style = { ...open.style, ...flagsOf('shd', attributes) };
    },
    tr: () => {
      const cell = cells.at(-1);
      if (cell !== undefined) Object.assign(cell, { row: cell.row + 1, column: 1, span: 1 });
    },
    gridSpan: ({ val = '1' }) => {
      const cell = cells.at(-1);
      if (cell !== undefined) cell.span = Math.max(1, Math.min(1_000, Number.parseInt(val, 10) || 1));
    },
    // What an older program is to show instead says the same once more.
    Fallback: () => {
      skipped += 1;
    },
    drawing: () => {
      reading.pictures += 1;
    },
    pict: () => {
      reading.pictures += 1;
    },
  };
  const closing: Readonly<Record<string, () => void>> = {
    p: closeParagraph,
    r: () => {
      inRun = false;
      run = {};
    },
    t: () => {
      collects = 'no';
    },
    delText: () => {
      collects = 'no';
    },
    del: () => {
      deleted -= 1;
    },
    moveFrom: () => {
      deleted -= 1;
    },
    tc: closeCell,
    tbl: () => void cells.pop(),
    Fallback: () => {
      skipped -= 1;
    },
  };

  return {
    visitor: {
      open(name, attributes) {
        if (skipped > 0 && name !== 'Fallback') return;
        if (Object.hasOwn(opening, name)) opening[name]?.(attributes);
        else if (inRun && isOn(attributes)) run = { ...run, ...flagsOf(name, attributes) };
      },
      close(name) {
        if (skipped > 0 && name !== 'Fallback') return;
        if (Object.hasOwn(closing, name)) closing[name]?.();
      },
      text(words) {
        if (skipped === 0 && collects !== 'no') add(words, shownAs());
      },
    },
    story: () => ({ ...reading }),
  };
}
