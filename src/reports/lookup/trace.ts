// The trace of a lookup: a paragraph for each exchange, in the order in which they were begun, and with `--raw` what went either
// way below it. Everything that a server sent passes through `show`.

import type { TraceRow } from '../../model/seen/trace.ts';
import { show } from '../../model/text/harmless.ts';
import { count } from '../../model/text/phrase.ts';
import { hang, padStart } from '../layout.ts';
import type { Surface } from '../paint.ts';

/** Enough for the hours of a clock that was set meanwhile, and no wider. */
const OFFSET = 7;

export function* traceLines(rows: readonly TraceRow[], surface: Surface): Iterable<string> {
  const last = rows.reduce((most, { offset, took }) => Math.max(most, offset + took), 0);
  yield surface.paint.bold(`Trace: ${count(rows.length, 'exchange')} in ${last} ms`);
  for (const row of rows) yield* rowLines(row, surface);
}

function* rowLines(row: TraceRow, surface: Surface): Iterable<string> {
  const { offset, transport, server, question, answer, took, because, end, printed } = row;
  const label = `${padStart(`${offset} ms`, OFFSET + 3)}  ${transport}  `;
  const lines = hang(label, show(`${server}  ${question}: ${answer}, in ${took} ms`), surface.width);
  yield* end === 'complete' ? lines : lines.map((line) => surface.paint.doubt(line));
  const indent = ' '.repeat(label.length);
  if (because !== undefined) yield* hang(indent, show(because), surface.width).map((line) => surface.paint.dim(line));
  if (printed === undefined) return;
  yield* octetLines('sent', row.sent, printed.sent);
  yield* octetLines('received', row.received, printed.received);
}

/** Never cut or wrapped: what stands here is copied elsewhere. */
function* octetLines(which: string, octets: Uint8Array, lines: readonly string[]): Iterable<string> {
  if (octets.length === 0) return;
  yield `      ${which}, ${count(octets.length, 'octet')}`;
  for (const line of lines) yield `        ${show(line.replaceAll('\t', '  '))}`;
}
