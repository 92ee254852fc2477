// Rows of a text of separated values as RFC 4180 has it: quoted fields may hold separators, line breaks and doubled quotes.
// What the columns mean is the affair of whoever asks.

interface CsvField {
  readonly text: string;
  readonly line: number;
  /** Where it starts in the text, after an opening quote. */
  readonly start: number;
}

export interface CsvFault {
  readonly says: string;
  readonly start: number;
}

export interface CsvDialect {
  readonly separator: ',' | ';' | '\t';
  /** Whether the line that starts here is none of the rows. */
  readonly isComment: (text: string, start: number) => boolean;
}

/** With commas, and `#` for a comment. */
const PLAIN_CSV: CsvDialect = { separator: ',', isComment: (text, start) => text[start] === '#' };

/** Blank lines and comments are left out. */
export function* csvRows(
  text: string,
  faults: CsvFault[],
  dialect: CsvDialect = PLAIN_CSV,
): Generator<readonly CsvField[]> {
  const { separator, isComment } = dialect;
  const stop = new RegExp(`[${separator}\r\n]`, 'g');
  let row: CsvField[] = [];
  let line = 1;
  for (let at = 0; at < text.length; ) {
    if (row.length === 0 && isComment(text, at)) {
      at = afterLine(text, at);
      line += 1;
      continue;
    }
    const field = text[at] === '"' ? quoted(text, at, stop) : bare(text, at, stop);
    if (field.fault !== undefined) faults.push({ says: field.fault, start: at });
    row.push({ text: field.text, line, start: text[at] === '"' ? at + 1 : at });
    if (text[at] === '"') line += countFeeds(text.slice(at, field.end));
    const ended = text[field.end] !== separator;
    at = ended ? afterLine(text, field.end) : field.end + 1;
    if (!ended) continue;
    line += 1;
    if (row.length > 1 || row[0]?.text.trim() !== '') yield row;
    row = [];
  }
  if (row.length > 0) yield row;
}

interface Read {
  readonly text: string;
  /** Where the separator or the end of the line stands. */
  readonly end: number;
  readonly fault?: string;
}

function bare(text: string, start: number, stop: RegExp): Read {
  stop.lastIndex = start;
  const end = stop.exec(text)?.index ?? text.length;
  return { text: text.slice(start, end), end };
}

function quoted(text: string, start: number, stop: RegExp): Read {
  let close = text.indexOf('"', start + 1);
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
  if (close === -1) return { text: '', end: text.length, fault: 'A quote is opened here and never closed.' };
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  const rest = bare(text, close + 1, stop);
  if (rest.text.trim() === '') return { text: inside, end: rest.end };
  return { text: inside, end: rest.end, fault: 'Something follows the closing quote of this field.' };
}

function afterLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed === -1 ? text.length : feed + 1;
}

function countFeeds(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
