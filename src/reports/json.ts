// A document for scripts as text, a field a line and a row a line, in pieces: a hundred thousand rows are never held at
// once. JSON escapes control characters by itself, so text from outside stands in it as it came.

/** About one write to a pipe. */
const PIECE = 64 * 1024;

/** A list that is written row by row; each row is made when its turn comes. */
export interface Rows {
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
    for (const text of isRows(value) ? listOf(value.rows) : [JSON.stringify(value)]) {
      piece += text;
      if (piece.length < PIECE) continue;
      yield piece;
      piece = '';
    }
  }
  yield `${piece}\n}\n`;
}

function* listOf(rows: Iterable<unknown>): Iterable<string> {
  let before = '[\n    ';
  for (const row of rows) {
    yield before + JSON.stringify(row);
    before = ',\n    ';
  }
  yield before === '[\n    ' ? '[]' : '\n  ]';
}

function isRows(value: unknown): value is Rows {
  return typeof value === 'object' && value !== null && 'rows' in value;
}
