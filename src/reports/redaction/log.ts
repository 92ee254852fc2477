// The log of a redaction, for the team alone: what each mark of the public paper stands for. A sheet, since people look things up in it.
import { sheetPieces } from '../formats/csv.ts';
import type { Redacted } from './redaction.ts';

const HEAD = ['mark', 'what stood there', 'times', 'why'] as const;

export function redactionLog(log: readonly Redacted[]): string {
  const rows = log.map(({ mark, text, times, because }) => [mark, text, `${times}`, because]);
  return [...sheetPieces([HEAD, ...rows])].join('');
}
