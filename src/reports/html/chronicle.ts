// What happened, in its order: the points of the lines over time and the marks on them, as one list. Marks of a kind at one
// instant are one; each has the number that it carries in the chart.
import type { HistoryMark, HistoryPoint } from '../documents.ts';
import type { CasePage } from './page.ts';

interface Mark {
  readonly number: number;
  readonly at: string;
  readonly kind: HistoryMark['kind'];
  readonly texts: readonly string[];
}

export type Entry =
  | { readonly at: string; readonly mark: Mark }
  | { readonly at: string; readonly point: HistoryPoint };

export function marksOf({ report }: CasePage): readonly Mark[] {
  const found = new Map<string, { readonly at: string; readonly kind: Mark['kind']; readonly texts: string[] }>();
  for (const { at, kind, text } of report.history.marks) {
    const key = `${at} ${kind}`;
    const known = found.get(key) ?? { at, kind, texts: [] };
    found.set(key, known);
    if (!known.texts.includes(text)) known.texts.push(text);
  }
  return [...found.values()].map((mark, at) => ({ number: at + 1, ...mark }));
}

/** Oldest first; at one instant what happened stands before what was seen. */
export function chronicle(page: CasePage): readonly Entry[] {
  const marks = marksOf(page).map((mark) => ({ at: mark.at, mark }));
  const points = page.report.history.points.map((point) => ({ at: point.at, point }));
  return [...marks, ...points].sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

const KINDS: Readonly<Record<Mark['kind'], string>> = {
  'order-entered': 'order entered',
  'order-ends': 'order ends',
  'letter-served': 'letter served',
  due: 'due',
  'seal-ends': 'seal ends',
};

/** Of a long list the first ones; `due` has each of them. */
const MOST = 6;

export function markWords({ kind, texts }: Mark): string {
  if (kind === 'seal-ends') return KINDS[kind];
  const more = texts.length - MOST;
  const said = `${texts.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  return `${kind === 'letter-served' && texts.length > 1 ? `${texts.length} letters served` : KINDS[kind]}: ${said}`;
}
