// The piece of a person's own settings about alarms: who is told by `check --notify mail`, and where the webhook is. None of it
// may stand in a workspace, which could lead the names of a case elsewhere.
import * as z from 'zod';
import { parsed } from './words.ts';
import { line, mailAddress } from './written.ts';

const url = parsed((written) => (isWebhookUrl(written) ? written : undefined), {
  code: 'wrong-value',
  not: 'not an https address without user and password',
});

/** https alone, and nothing in it that a log of the other side would show as a login. */
export function isWebhookUrl(written: string): boolean {
  if (!URL.canParse(written)) return false;
  const { protocol, username, password } = new URL(written);
  return protocol === 'https:' && username === '' && password === '';
}

export const notifySchema = z
  .strictObject({
    'mail-to': z.array(mailAddress).min(1).optional().describe('Who is told by mail; absent: the sender.'),
    webhook: z
      .strictObject({
        url: url.optional().describe('Where the document is posted; often a secret, so that url-file is better.'),
        'url-file': line.optional().describe('The file that holds the URL.'),
        'secret-file': line.optional().describe('The file that holds the key of the signature (HMAC-SHA-256).'),
        'ca-file': line.optional().describe('Certificates (PEM) to trust in place of the system’s.'),
      })
      .optional(),
  })
  .describe('Who is told by check --notify. In a person’s own settings only.');

export type NotifyAsWritten = z.output<typeof notifySchema>;
