// Codes of the documents that filled templates become.
import type { CodeRow } from '../codes.ts';

export const DOCUMENT_CODES = {
  'letter-markdown': {
    severity: 'error',
    means:
      'The filled text of a letter has something that not every output can show: HTML, a picture, a link, a block of code.',
    remedy:
      'Write it with headings, paragraphs, lists, quotes, tables and emphasised words, or in backquotes for exact names.',
  },
} as const satisfies Record<string, CodeRow>;
