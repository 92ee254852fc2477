// A document for scripts whose list is written row by row while the rows are still being made, and whose last fields are known only
// when all of them have come. Nothing of it is held.
import { BETWEEN_ROWS, CLOSE, type Field, jsonDocument, textOf } from './json.ts';

interface FlowingList {
  readonly key: string;
  readonly rows: AsyncIterable<unknown>;
}

/** `after` is asked when the list is at its end. Both sides have fields. */
export async function* jsonFlow(
  before: Iterable<Field>,
  { key, rows }: FlowingList,
  after: () => Iterable<Field>,
): AsyncIterable<string> {
  yield `${[...jsonDocument(before)].join('').slice(0, -CLOSE.length)},\n  ${JSON.stringify(key)}: `;
  let open = '[\n    ';
  for await (const row of rows) {
    yield open + textOf(row);
    open = BETWEEN_ROWS;
  }
  yield open === BETWEEN_ROWS ? '\n  ],' : '[],';
  let start = '{'.length;
  for (const piece of jsonDocument(after())) {
    yield piece.slice(start);
    start = 0;
  }
}
