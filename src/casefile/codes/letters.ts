// Codes of letters and of what they are made of: templates, issued letters.
import type { CodeRow } from '../codes.ts';

function error(means: string, remedy: string): CodeRow {
  return { severity: 'error', means, remedy };
}

export const LETTER_CODES = {
  'letter-changed': error(
    'An issued letter is no longer as it was issued: its manifest or one of its files differs from the digest.',
    'Bring its folder back from version control. An issued letter is never edited: issue another one.',
  ),
} as const satisfies Record<string, CodeRow>;
