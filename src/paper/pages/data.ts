// The document as the fixed Typst source takes it: plain JSON. What needs counting is counted here, so that the source only sets.
import type { LetterDocument } from '../document.ts';
import { CELL_PADDING } from '../measures.ts';
import { nameSetter } from '../outputs/names.ts';

interface FontNames {
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
    to: addressee[0] ?? document.title,
    serif: ['Noto Serif', ...scripts],
    mono: ['DejaVu Sans Mono', ...scripts],
    caption: document.caption ?? null,
    signature: document.signature ?? null,
    schedule: schedule === undefined ? null : { ...schedule, rows: rowsOf(schedule) },
  });
}

function rowsOf({ columns, rows }: NonNullable<LetterDocument['schedule']>) {
  const setters = columns.map(({ holds, width }, at) =>
    holds === 'name'
      ? nameSetter(
          rows.map((row) => row[at] ?? ''),
          width,
        )
      : undefined,
  );
  return rows.map((row) =>
    columns.map(({ holds, width }, at) => {
      const text = row[at] ?? '';
      return setters[at]?.(text) ?? (holds === 'displayed' ? { displayed: text, room: width - CELL_PADDING } : text);
    }),
  );
}
