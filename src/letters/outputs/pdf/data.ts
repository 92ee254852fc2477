// The document as the fixed Typst source takes it: plain JSON. What needs counting is counted here, so that the source only sets.
import type { LetterDocument } from '../../document.ts';
import { CELL_PADDING } from '../../schedule.ts';
import { setName } from '../names.ts';

export interface FontNames {
  /** Families for characters that the text's face lacks. */
  readonly scripts: readonly string[];
}

export function dataOf(document: LetterDocument, { scripts }: FontNames): string {
  const { date, language, schedule, letterhead, addressee } = document;
  const [lang = 'en', region = ''] = language.split('-');
  return JSON.stringify({
    ...document,
    lang: lang.toLowerCase(),
    region: /^[A-Za-z]{2}$/.test(region) ? region.toUpperCase() : '',
    date: { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) },
    author: letterhead[0] ?? '',
    to: addressee[0] ?? '',
    serif: ['Noto Serif', ...scripts],
    mono: ['DejaVu Sans Mono', ...scripts],
    signature: document.signature ?? null,
    schedule: schedule === undefined ? null : { ...schedule, rows: schedule.rows.map((row) => rowOf(row, schedule)) },
  });
}

function rowOf(row: readonly string[], { columns }: NonNullable<LetterDocument['schedule']>) {
  return columns.map(({ holds, width }, at) => {
    const text = row[at] ?? '';
    if (holds === 'name') return setName(text, width);
    return holds === 'displayed' ? { displayed: text, room: width - CELL_PADDING } : text;
  });
}
