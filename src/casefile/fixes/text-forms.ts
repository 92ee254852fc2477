// Fixes of a file's text whatever it says: a byte order mark where nothing needs it, line ends of two kinds in one file.
import { type Edit, type FileText, isCsv } from './fix.ts';

/** Spreadsheets know a CSV file for UTF-8 by its mark; everywhere else it is only in the way. */
export function byteOrderMark({ text }: FileText): readonly Edit[] {
  return text.text.startsWith('\ufeff') && !isCsv(text) ? [{ start: 0, end: 1, text: '' }] : [];
}

/** The ends that most lines have are right. In CSV, a field may hold line ends of its own. */
export function lineEnds({ text: { text, file } }: FileText): readonly Edit[] {
  if (isCsv({ file }) && text.includes('"')) return [];
  const [plain, windows]: [number[], number[]] = [[], []];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    if (text[at - 1] === '\r') windows.push(at - 1);
    else plain.push(at);
  }
  return windows.length > plain.length
    ? plain.map((at) => ({ start: at, end: at + 1, text: '\r\n' }))
    : plain.length === 0
      ? []
      : windows.map((at) => ({ start: at, end: at + 1, text: '' }));
}
