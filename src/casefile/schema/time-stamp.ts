// The piece of the settings about time stamps (RFC 3161): who is asked for them, and whom a person trusts for them. A workspace,
// which anybody may have written, cannot say the latter: it could vouch for stamps of its own.
import * as z from 'zod';
import { parsed } from './words.ts';
import { line } from './written.ts';

/** http is as good as https here: what comes back is signed. No login, which every log on the way would show. */
export function isStampUrl(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, username, password, hash } = new URL(written);
  return /^https?:$/.test(protocol) && username === '' && password === '' && hash === '';
}

const url = parsed((written) => (isStampUrl(written) ? written : undefined), {
  code: 'wrong-value',
  not: 'not an http or https address without user and password',
});

export const timeStampSchema = z
  .strictObject({
    url: url.optional().describe('The authority that evidence seal asks where --tsa is not given.'),
    'ca-file': line
      .optional()
      .describe('Certificates (PEM) that are trusted to vouch for authorities. In a person’s own settings only.'),
  })
  .describe('Time stamps (RFC 3161) over runs.');

export type TimeStampAsWritten = z.output<typeof timeStampSchema>;
