// A document for scripts as text, a field a line and a row a line, in pieces: a hundred thousand rows are never held at
// once. Text from outside stands in it as it came; what a terminal would obey is
// written as escapes.
import { harmlessJson } from '../model/text/harmless.ts';

/** About one write to a pipe. */
const PIECE = 64 * 1024;

/** A list that is written row by row; each row is made when its turn comes. */
interface Rows {
  readonly rows: Iterable<unknown>;
}

export type Field = readonly [key: string, value: unknown];

export function rowsOf(rows: Iterable<unknown>): Rows {
  return { rows };
}

/** The object with these fields, in this order, and a line break. */
export function* jsonDocument(fields: Iterable<Field>): Iterable<string> {
  let piece = '{';
  let between = '\n';
  for (const [key, value] of fields) {
    piece += `${between}  ${JSON.stringify(key)}: `;
    between = ',\n';
    for (const text of isRows(value) ? listOf(value.rows) : [textOf(value)]) {
      piece += text;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield piece + CLOSE;
}

/** Between two rows of a list. */
export const BETWEEN_ROWS = ',\n    ';

/** A list whose rows are written already, with what stands between them. */
interface WrittenList {
  readonly key: string;
  readonly rows: Iterable<Uint8Array>;
}

/** Pieces of octets are good until the next one is asked for. The same document as one of the fields before the list, the list and the fields after it. */
export function* jsonAround(
  before: Iterable<Field>,
  { key, rows }: WrittenList,
  after: Iterable<Field>,
): Iterable<string | Uint8Array> {
  const head = [...jsonDocument(before)].join('').slice(0, -CLOSE.length);
  let open = `${head}${head === '{' ? '' : ','}\n  ${JSON.stringify(key)}: [`;
  let close = ']';
  for (const piece of rows) {
    if (open !== '') yield `${open}\n    `;
    open = '';
    close = '\n  ]';
    yield piece;
  }
  const tail = [...jsonDocument(after)].join('').slice('{'.length);
  yield open + close + (tail === CLOSE ? '' : ',') + tail;
}

export const CLOSE = '\n}\n';

function* listOf(rows: Iterable<unknown>): Iterable<string> {
  let before = '[\n    ';
  for (const row of rows) {
    yield before + textOf(row);
    before = BETWEEN_ROWS;
  }
  yield before === '[\n    ' ? '[]' : '\n  ]';
}

export function textOf(value: unknown): string {
  return harmlessJson(JSON.stringify(value));
}

function isRows(value: unknown): value is Rows {
  return typeof value === 'object' && value !== null && 'rows' in value;
}
