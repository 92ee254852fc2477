// The document's lines as they are read on: the running text as one flow, each column of a table as one of its own. And whether
// what ends one line may go on in the next.
import type { DocumentFormat, PlacedLine } from '../placed.ts';
import type { Endings } from './endings.ts';
import { type ReadLine, readLine } from './words.ts';

/** `hard`: nothing goes on over this end. `soft`: something may. `unknown`: the format does not say. */
export type Link = 'hard' | 'soft' | 'unknown';

export type Flow = readonly ReadLine[];

/** Formats that break lines where a page or a screen is full. */
const WRAPPING: ReadonlySet<DocumentFormat> = new Set(['pdf', 'html', 'mail']);

export function flowsOf(lines: readonly PlacedLine[], endings: Endings): readonly Flow[] {
  const running: ReadLine[] = [];
  const columns = new Map<string, ReadLine[]>();
  for (const line of lines) {
    if (line.kind === 'line') running.push(readLine({ line, text: line.text, offset: 0 }, endings));
    if (line.kind !== 'cell') continue;
    const key = columnOf(line);
    const column = columns.get(key) ?? [];
    columns.set(key, column);
    let offset = 0;
    for (const text of line.text.split('\n')) {
      if (text.trim() !== '') column.push(readLine({ line, text, offset }, endings));
      offset += text.length + 1;
    }
  }
  return [running, ...columns.values()];
}

export function tableOf({ place, block }: PlacedLine): string {
  return `${place.sheet ?? ''}/${place.sheet === undefined && place.page !== undefined ? (block ?? '') : ''}`;
}

export function columnOf(line: PlacedLine): string {
  return `${tableOf(line)}/${line.place.column ?? ''}`;
}

export function linkOf(a: ReadLine, b: ReadLine, format: DocumentFormat): Link {
  if (a.line === b.line) return a.line.end === undefined ? within(format) : endOf(a.line);
  if (a.line.kind === 'cell') return a.line.end === 'wrapped' ? 'soft' : 'hard';
  if (a.line.end !== undefined) return endOf(a.line);
  const apart = a.line.block !== b.line.block && a.line.place.page === b.line.place.page;
  if (apart || format === 'docx' || format === 'xlsx' || format === 'csv') return 'hard';
  return format === 'pdf' ? 'soft' : 'unknown';
}

function within(format: DocumentFormat): Link {
  return WRAPPING.has(format) ? 'soft' : 'hard';
}

function endOf({ end }: PlacedLine): Link {
  return end === 'own' ? 'hard' : 'soft';
}
