// `status --json` from rows that were written before anything of the whole could be said: see row-octets.ts. The document is
// the one of json.ts, octet by octet.
import { BETWEEN_ROWS, jsonAround } from '../json.ts';
import type { Envelope, Report } from '../report.ts';
import { fieldsAfter, fieldsBefore } from './json.ts';
import type { RowOctets } from './row-octets.ts';
import { rowPieces } from './row-pieces.ts';

export function statusJsonOf(
  report: Report,
  envelope: Envelope,
  rows: readonly RowOctets[],
): Iterable<string | Uint8Array> {
  const names = { key: 'names', rows: rowPieces(rows, BETWEEN_ROWS) };
  return jsonAround(fieldsBefore(report, envelope), names, fieldsAfter(envelope));
}
